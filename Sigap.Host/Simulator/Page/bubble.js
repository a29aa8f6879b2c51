// A message as a bubble, drawn from what went over the wire.
import { el, icon, ticks, dismissable } from "./dom.js";
import { say, clock } from "./words.js";
import { marked } from "./markup.js";

const EMOJI = ["👍", "❤️", "😂", "😮", "😢", "🙏"];
const HOLD_MS = 450;

/** One line that stands for a message, in quotes and announcements. */
export function preview(content) {
  const inner = content[content.type] ?? {};
  const reply = inner.list_reply ?? inner.button_reply;
  if (reply) return reply.title;
  if (content.type === "text") return inner.body;
  if (content.type === "button") return inner.text;
  if (content.type === "template") return inner.rendered?.body ?? inner.name;
  if (content.type === "interactive") return inner.body?.text ?? say("interactive");
  if (content.type === "audio") return say(inner.voice ? "voice" : "audio");
  return inner.caption ?? inner.filename ?? inner.name ?? say(content.type);
}

export function draw(bubble, phone) {
  const { content, mine } = bubble;
  const box = el("div.bubble", { tabindex: -1 },
    quote(phone.quotedBy(bubble)),
    ...body(content),
    el("span.meta", {}, el("time", {}, clock(bubble.at)), mine && ticks(bubble.ticks, say(bubble.ticks))));
  const row = el(`div.row.${mine ? "mine" : "theirs"}`, { "data-kind": content.type, "data-id": bubble.id, "data-ticks": bubble.ticks },
    el("div.stack", {}, box, ...buttons(bubble, phone), reactions(bubble)),
    more(bubble, phone));
  hold(box, () => openMenu(row, bubble, phone));
  return row;
}

function quote(quoted) {
  if (!quoted) return null;
  return el(`div.quote.${quoted.mine ? "own" : "other"}`, {},
    el("strong", {}, quoted.mine ? say("you") : "Sigap"), el("span", {}, plain(preview(quoted.content)).slice(0, 160)));
}

function body(content) {
  const inner = content[content.type] ?? {};
  switch (content.type) {
    case "text": return [el("div.text", { dir: "auto" }, marked(inner.body ?? ""))];
    case "interactive": return interactive(inner);
    case "image": case "video": case "sticker": return [picture(content.type), caption(inner)];
    case "audio": return [el("div.voice", { role: "img", "aria-label": say(inner.voice ? "voice" : "audio") }, icon("play"), el("span.wave"), el("small", {}, "0:07"))];
    case "document": return [el("div.file", {}, icon("document"), el("span", { dir: "auto" }, inner.filename ?? say("document"))), caption(inner)];
    case "location": return [el("div.map", { role: "img", "aria-label": say("location") }, icon("location")),
      el("div.text", {}, el("p", {}, el("strong", {}, inner.name ?? "")), el("p", {}, inner.address ?? `${inner.latitude}, ${inner.longitude}`))];
    case "contacts": return [el("div.file", {}, icon("contacts"), el("span", {}, inner[0]?.name?.formatted_name ?? say("contacts")))];
    case "template": return [el("div.text", { dir: "auto" }, marked(inner.rendered?.body ?? inner.name))];
    case "button": return [el("div.text", { dir: "auto" }, el("p", {}, inner.text))];
    default: return [el("div.text", {}, el("p", {}, el("em", {}, say(content.type))))];
  }
}

function interactive(inner) {
  const reply = inner.list_reply ?? inner.button_reply;
  if (reply) return [el("div.text", { dir: "auto" }, el("p", {}, reply.title), reply.description && el("p.small", {}, reply.description))];
  return [
    inner.header?.text && el("p.head", { dir: "auto" }, inner.header.text),
    el("div.text", { dir: "auto" }, marked(inner.body?.text ?? "")),
    inner.footer?.text && el("p.foot", { dir: "auto" }, inner.footer.text),
  ].filter(Boolean);
}

/** Without the marks of bold, italic, struck and mono. */
const plain = text => text.replace(/([*_~`]+)(\S(?:.*?\S)?)\1/g, "$2");
const caption = inner => inner.caption ? el("div.text", { dir: "auto" }, marked(inner.caption)) : "";
const picture = type => el(`div.picture.${type}`, { role: "img", "aria-label": say(type) }, icon(type === "sticker" ? "smile" : type === "video" ? "play" : "photo"));

/** What can be tapped under a message: it stays tappable, however old. */
function buttons({ content, ...bubble }, phone) {
  if (content.type === "template") {
    return (content.template.rendered?.buttons ?? []).map(button =>
      el("button.tap", { type: "button", onclick: () => phone.quick({ content, ...bubble }, button) }, icon("reply"), button.title));
  }

  const action = content.interactive?.action;
  if (content.type !== "interactive" || !action) return [];
  const whole = { content, ...bubble };
  if (content.interactive.type === "list") {
    return [el("button.tap", { type: "button", "aria-haspopup": "dialog", onclick: () => phone.openList(whole) }, icon("list"), action.button)];
  }
  if (content.interactive.type === "cta_url") {
    const { url, display_text } = action.parameters;
    return /^https?:/i.test(url) ? [el("a.tap", { href: url, target: "_blank", rel: "noopener noreferrer" }, icon("link"), display_text)] : [];
  }
  return (action.buttons ?? []).map(({ reply }) =>
    el("button.tap", { type: "button", onclick: () => phone.tap(whole, reply) }, icon("reply"), reply.title));
}

function reactions(bubble) {
  const given = [bubble.myReaction, bubble.businessReaction].filter(Boolean);
  return given.length ? el("span.reaction", { "aria-label": `${say("reaction")}: ${given.join(" ")}` }, given.join("")) : null;
}

function more(bubble, phone) {
  const button = el("button.more", {
    type: "button", "aria-label": say("react"), title: say("react"), "aria-haspopup": "menu",
    onclick: () => openMenu(button.closest(".row"), bubble, phone),
  }, icon("smile"));
  return button;
}

function openMenu(row, bubble, phone) {
  const act = deed => () => { leave(); deed(); };
  const menu = el("div.menu", { role: "menu", "aria-label": say("react") },
    el("div.emoji", {},
      EMOJI.map(emoji => el("button", {
        type: "button", role: "menuitem", "aria-label": emoji, "aria-current": bubble.myReaction === emoji,
        onclick: act(() => phone.react(bubble, bubble.myReaction === emoji ? "" : emoji)),
      }, emoji))),
    el("button.line", { type: "button", role: "menuitem", onclick: act(() => phone.quote(bubble)) }, icon("reply"), say("reply")),
    bubble.mine && el("button.line", { type: "button", role: "menuitem", onclick: act(() => phone.again(bubble)) }, icon("again"), say("again")));
  row.append(menu);
  const leave = dismissable(menu, () => menu.remove());
  menu.querySelector("button").focus({ preventScroll: true });
  menu.scrollIntoView({ block: "nearest" });
}

/** A long press, as on a phone. */
function hold(node, deed) {
  let timer = 0;
  const stop = () => clearTimeout(timer);
  node.addEventListener("pointerdown", event => {
    if (event.pointerType !== "mouse" && !event.target.closest("a,button")) timer = setTimeout(deed, HOLD_MS);
  });
  for (const name of ["pointerup", "pointercancel", "pointermove", "pointerleave"]) node.addEventListener(name, stop);
}
