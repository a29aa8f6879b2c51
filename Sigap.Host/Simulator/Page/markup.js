// WhatsApp's text markup as elements. Whatever is not markup stays text; nothing is ever parsed as HTML.
import { el } from "./dom.js";

const INLINE = [
  { open: "```", tag: "code" },
  { open: "`", tag: "code" },
  { open: "*", tag: "strong", inner: true },
  { open: "_", tag: "em", inner: true },
  { open: "~", tag: "s", inner: true },
];

const LINK = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]*_~]/g;
const WORD = /[\p{L}\p{N}]/u;

/** The body of a message: paragraphs, quotes and lists. */
export function marked(text) {
  const out = document.createDocumentFragment();
  let list = null;

  // A mono block may span lines: it is cut out first.
  const parts = blocks(text);
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) {
      out.append(el("code.block", {}, part.replace(/^\n|\n$/g, "")));
      list = null;
      continue;
    }

    const lines = part.split("\n");
    for (const [number, line] of lines.entries()) {
      const item = /^(?:[-*] |(\d{1,3})\. )(.*)$/.exec(line);
      if (item) {
        const kind = item[1] ? "OL" : "UL";
        if (list?.tagName !== kind) {
          list = el(kind.toLowerCase(), item[1] ? { start: item[1] } : {});
          out.append(list);
        }
        list.append(el("li", {}, inline(item[2])));
        continue;
      }

      list = null;
      if (line.startsWith("> ")) out.append(el("blockquote", {}, inline(line.slice(2))));
      else if (line === "") { if (number > 0 && number < lines.length - 1) out.append(el("p.gap")); }
      else out.append(el("p", {}, inline(line)));
    }
  }
  return out;
}

/** Splits at mono marks that enclose several lines; every second part is mono. Marks within one line are left to it. */
function blocks(text) {
  const parts = [];
  let done = 0;
  for (const match of text.matchAll(/```([^`]*\n[^`]*)```/g)) {
    parts.push(text.slice(done, match.index), match[1]);
    done = match.index + match[0].length;
  }
  return [...parts, text.slice(done)];
}

/** Bold, italic, struck, mono and links within one line. */
export function inline(text) {
  for (let start = 0; start < text.length; start++) {
    for (const { open, tag, inner } of INLINE) {
      const end = closing(text, start, open);
      if (end < 0) continue;
      const content = text.slice(start + open.length, end);
      return [
        ...links(text.slice(0, start)),
        el(tag, {}, inner ? inline(content) : content),
        ...inline(text.slice(end + open.length)),
      ];
    }
  }
  return links(text);
}

function closing(text, start, mark) {
  if (!text.startsWith(mark, start) || /\s/.test(text[start + mark.length] ?? " ") || WORD.test(text[start - 1] ?? "")) return -1;
  for (let end = text.indexOf(mark, start + mark.length + 1); end >= 0; end = text.indexOf(mark, end + 1)) {
    if (!/\s/.test(text[end - 1]) && !WORD.test(text[end + mark.length] ?? "")) return end;
  }
  return -1;
}

function links(text) {
  const parts = [];
  let done = 0;
  for (const match of text.matchAll(LINK)) {
    parts.push(text.slice(done, match.index), el("a", { href: match[0], target: "_blank", rel: "noopener noreferrer" }, match[0]));
    done = match.index + match[0].length;
  }
  parts.push(text.slice(done));
  return parts.filter(p => p !== "");
}
