// Where the owner of the phone writes and attaches.
import { el, icon, dismissable } from "./dom.js";
import { say } from "./words.js";
import { preview } from "./bubble.js";

const KINDS = ["image", "voice", "document", "sticker", "location", "contacts"];
const ICONS = { image: "photo" };
const EMOJI = ["🙂", "😀", "😅", "😊", "🙏", "👍", "👌", "❤️", "🎉", "🤔", "😢", "😡", "🛂", "✈️", "📷", "⏰"];

// As in the style sheet, in pixels.
const LINE = 21;
const PADDING = 20;

export class Composer {
  constructor(phone) { this.phone = phone; }

  build() {
    const draft = this.input?.value ?? "";
    this.input = el("textarea", {
      rows: 1, placeholder: say("message"), "aria-label": say("message"), value: draft, enterkeyhint: "send", autocomplete: "off",
      oninput: () => this.grow(),
      onkeydown: event => {
        // An input method still composing takes Enter for itself.
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.submit(); }
        if (event.key === "Escape") this.phone.quote(null);
      },
    });
    this.quoteBox = el("div.quoting", { hidden: true });
    this.trouble = el("p.trouble", { role: "alert", hidden: true });
    const button = (name, word, onclick, more = {}) =>
      el("button.round", { type: "button", "aria-label": say(word), title: say(word), onclick, ...more }, icon(name));
    this.node = el("footer.composer", {}, this.trouble, this.quoteBox,
      el("div.line", {},
        el("div.input", {},
          button("smile", "emoji", () => this.openEmoji(), { "aria-haspopup": "menu" }),
          this.input,
          button("add", "attach", () => this.openAttach(), { "aria-haspopup": "menu" })),
        button("send", "send", () => this.submit())));
    this.node.querySelector(".line > .round").classList.add("go");
    return this.node;
  }

  submit() {
    const text = this.input.value;
    if (text.trim() === "") return;
    this.input.value = "";
    this.grow();
    this.phone.write(text);
  }

  fill(text) {
    this.input.value = text;
    this.grow();
    this.input.focus();
  }

  grow() {
    this.input.rows = 1;
    this.input.rows = Math.min(5, Math.max(1, Math.round((this.input.scrollHeight - PADDING) / LINE)));
  }

  complain(text) { this.trouble.hidden = !text; this.trouble.textContent = text; }

  showQuoted(bubble) {
    this.quoteBox.hidden = !bubble;
    if (!bubble) return;
    this.quoteBox.replaceChildren(
      el("span", {}, preview(bubble.content)),
      el("button.round", { type: "button", "aria-label": say("close"), onclick: () => this.phone.quote(null) }, icon("close")));
    this.input.focus();
  }

  openAttach() {
    this.popover("attach", leave => KINDS.map(kind => el(`button.kind.${kind}`, {
      type: "button", role: "menuitem",
      onclick: () => { leave(); this.phone.send({ type: kind, text: this.captionFor(kind), title: kind === "document" ? say("fileName") : null }); },
    }, el("span.disc", {}, icon(ICONS[kind] ?? kind)), say(kind))));
  }

  openEmoji() {
    this.popover("emojis", () => EMOJI.map(emoji => el("button", {
      type: "button", role: "menuitem", "aria-label": emoji,
      onclick: () => {
        this.input.setRangeText(emoji, this.input.selectionStart, this.input.selectionEnd, "end");
        this.grow();
      },
    }, emoji)));
  }

  /** What is already written becomes the caption, where there can be one. */
  captionFor(kind) {
    if (kind !== "image" && kind !== "document") return null;
    const text = this.input.value.trim();
    this.input.value = "";
    this.grow();
    return text || null;
  }

  popover(name, fill) {
    const node = el(`div.popover.${name}`, { role: "menu" });
    this.node.append(node);
    const leave = dismissable(node, () => node.remove());
    node.append(...fill(leave));
    node.querySelector("button").focus();
  }
}
