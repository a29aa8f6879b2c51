// The sheet a list message opens: rows to choose from, then "send".
import { el, icon, dismissable } from "./dom.js";
import { say } from "./words.js";

let serial = 0;

export function openSheet(screen, action, choose) {
  const group = `rows-${++serial}`;
  const rows = [];
  const submit = el("button.primary", { type: "button", disabled: true, onclick: () => { leave(); choose(rows.find(r => r.input.checked).row); } }, say("send"));

  const line = row => {
    const input = el("input", { type: "radio", name: group, onchange: () => { submit.disabled = false; } });
    rows.push({ row, input });
    return el("label.choice", { dir: "auto" },
      el("span.words", {}, el("span.name", {}, row.title), row.description && el("span.small", {}, row.description)), input);
  };

  const panel = el("div.sheet", {
    role: "dialog", "aria-modal": "true", "aria-label": action.button,
    onkeydown: event => { if (event.key === "Enter" && !submit.disabled && event.target.type === "radio") { event.preventDefault(); submit.click(); } trap(event, panel); },
  },
  el("header", {},
    el("button.round", { type: "button", "aria-label": say("close"), onclick: () => leave() }, icon("close")),
    el("h2", {}, action.button)),
  el("div.rows", {}, action.sections.map(section =>
    el("fieldset", {}, el("legend", {}, section.title || say("choose")), section.rows.map(line)))),
  el("footer", {}, submit));

  const shade = el("div.shade", {}, panel);
  screen.append(shade);
  const leave = dismissable(panel, () => shade.remove(), screen);
  rows[0].input.focus();
}

/** Tab stays inside while the sheet is open. */
function trap(event, panel) {
  if (event.key !== "Tab") return;
  const stops = [...panel.querySelectorAll("button:not(:disabled), input")];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement === edge || (edge.type === "radio" && document.activeElement.type === "radio" && !event.shiftKey)) {
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0]).focus();
  }
}
