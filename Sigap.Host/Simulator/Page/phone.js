// A phone: its header, its chat with one office at a time, and what it does.
import * as api from "./api.js";
import { el, icon } from "./dom.js";
import { say, day } from "./words.js";
import { draw, preview } from "./bubble.js";
import { Composer } from "./composer.js";
import { openSheet } from "./sheet.js";
import { Drawer } from "./drawer.js";

const TYPING_MS = 25_000;

export class Phone {
  constructor(owner, numbers, on) {
    this.owner = owner;
    this.numbers = numbers;
    this.on = on;
    this.bubbles = new Map();
    this.drawn = new Map();
    this.days = new Map();
    this.unread = false;
    this.quoted = null;
    this.drawer = new Drawer(this);
    this.composer = new Composer(this);
    this.build();
  }

  get office() { return this.numbers.find(n => n.id === this.owner.business); }

  build() {
    this.chat = el("div.chat", { role: "log", "aria-live": "off", tabindex: 0 });
    this.news = el("p.unseen", { "aria-live": "polite" });
    this.screen = el("div.screen");
    this.node = el("section.phone", { "data-phone": this.owner.number }, this.screen);
    this.speak();
  }

  /** Builds what carries words; called again when the language changes. */
  speak() {
    const office = el("select.office", {
      "aria-label": say("office"),
      onchange: async () => { this.owner.business = office.value; this.rebuild(); await this.on.changed(); },
    }, this.numbers.map(n => el("option", { value: n.id, selected: n.id === this.owner.business }, n.name)));

    this.presence = el("span.presence", {}, say("online"));
    this.avatar = el("span.avatar", { "aria-hidden": "true" });
    this.node.setAttribute("aria-label", this.owner.name);
    this.screen.replaceChildren(
      el("header.bar", {},
        this.avatar,
        el("div.title", {}, office, this.presence),
        el("button.round", { type: "button", "aria-label": say("developer"), title: say("developer"), onclick: () => this.drawer.toggle() }, icon("code")),
        el("button.round", { type: "button", "aria-label": say("remove"), title: say("remove"), onclick: () => this.on.removed() }, icon("close"))),
      this.chat, this.news, this.composer.build(), this.drawer.build());
    this.node.querySelector(".owner")?.remove();
    this.node.prepend(el("p.owner", {}, el("strong", {}, this.owner.name), el("span", {}, `+${this.owner.number}`)));
    this.rebuild();
  }

  rebuild() {
    this.avatar.textContent = this.office.name.replace(/^(Kantor )?(Imigrasi|Kanim) /i, "").split(/\s+/).map(w => w[0]).join("").slice(0, 2).toUpperCase();
    this.chat.setAttribute("aria-label", this.office.name);
    this.chat.replaceChildren(el("p.start", {}, say("start")));
    this.drawn.clear();
    this.days.clear();
    for (const bubble of [...this.bubbles.values()].sort((a, b) => a.at - b.at)) this.place(bubble);
    this.scroll();
    this.look();
  }

  show(active) {
    this.node.classList.toggle("active", active);
    if (active) { this.unread = false; this.scroll(); this.look(); }
  }

  /** A new or changed message from the stream. */
  receive(bubble) {
    const isNew = !this.bubbles.has(bubble.id);
    this.bubbles.set(bubble.id, bubble);
    const atEnd = this.chat.scrollHeight - this.chat.scrollTop - this.chat.clientHeight < 120;
    this.place(bubble);
    if (isNew && !bubble.mine && bubble.business === this.owner.business) {
      this.still();
      if (bubble.ticks !== "read") this.news.textContent = `${say("newMessage")}${this.office.name}: ${preview(bubble.content)}`;
    }
    if (atEnd || (isNew && bubble.mine)) this.scroll();
    this.look();
  }

  place(bubble) {
    if (bubble.business !== this.owner.business) return;
    const node = draw(bubble, this);
    node.dataset.at = bubble.at;
    const old = this.drawn.get(bubble.id);
    this.drawn.set(bubble.id, node);
    if (old) {
      if (old.contains(document.activeElement)) queueMicrotask(() => node.querySelector("button")?.focus({ preventScroll: true }));
      old.replaceWith(node);
      return;
    }

    node.classList.add("fresh");
    const later = [...this.chat.querySelectorAll(".row")].find(row => Number(row.dataset.at) > bubble.at);
    const key = new Date(bubble.at).toDateString();
    if (later) later.before(node);
    else {
      if (!this.days.has(key)) {
        this.days.set(key, el("p.day", {}, el("span", {}, day(bubble.at))));
        this.chat.append(this.days.get(key));
      }
      this.chat.append(node);
      if (this.dots) this.chat.append(this.dots);
    }
  }

  typing(business) {
    if (business !== this.owner.business) return;
    this.still();
    this.presence.textContent = say("typing");
    this.presence.classList.add("busy");
    this.dots = el("div.row.theirs.dots", { "aria-hidden": "true" }, el("div.bubble", {}, el("i"), el("i"), el("i")));
    this.chat.append(this.dots);
    this.scroll();
    this.timer = setTimeout(() => this.still(), TYPING_MS);
  }

  still() {
    clearTimeout(this.timer);
    this.dots?.remove();
    this.dots = null;
    this.presence.textContent = say("online");
    this.presence.classList.remove("busy");
  }

  wire(line) { this.drawer.add(line); }

  /** Tells the business what the owner of the phone has in view. */
  look() {
    const waiting = [...this.bubbles.values()].filter(b => !b.mine && b.ticks !== "read" && b.business === this.owner.business);
    if (waiting.length === 0) return;
    const visible = document.visibilityState === "visible" && this.node.offsetParent !== null;
    if (visible) api.seen(this.owner.number, waiting.map(b => b.id)).catch(() => { });
    else if (!this.unread) { this.unread = true; document.dispatchEvent(new Event("unread")); }
  }

  scroll() { this.chat.scrollTop = this.chat.scrollHeight; }

  async send(action) {
    try {
      await api.send(this.owner.number, { business: this.owner.business, ...this.drawer.conditions(), ...action });
      this.composer.complain("");
    } catch (error) { this.composer.complain(say("failed") + error.message); }
  }

  write(text) {
    const quoted = this.quoted;
    this.quote(null);
    return this.send({ type: "text", text, inReplyTo: quoted?.id });
  }

  quote(bubble) { this.quoted = bubble; this.composer.showQuoted(bubble); }

  react(bubble, emoji) { return this.send({ type: "reaction", inReplyTo: bubble.id, emoji }); }

  again(bubble) { return api.again(this.owner.number, bubble.id).catch(error => this.composer.complain(error.message)); }

  tap(bubble, reply) { return this.send({ type: "button_reply", inReplyTo: bubble.id, optionId: reply.id, title: reply.title }); }

  quick(bubble, button) { return this.send({ type: "button", inReplyTo: bubble.id, optionId: button.payload, title: button.title }); }

  openList(bubble) {
    openSheet(this.screen, bubble.content.interactive.action, row =>
      this.send({ type: "list_reply", inReplyTo: bubble.id, optionId: row.id, title: row.title, description: row.description }));
  }

  quotedBy(bubble) { return bubble.quoted ? this.bubbles.get(bubble.quoted) ?? null : null; }
}
