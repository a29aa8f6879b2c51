// What stands around the phones: things to try, and the form for another phone.
import { el, icon, dismissable } from "./dom.js";
import { say, current } from "./words.js";

export function showHints(hints, fill) {
  const panel = document.getElementById("hints");
  const button = document.getElementById("try");
  const close = () => { panel.hidden = true; button.setAttribute("aria-expanded", "false"); };

  panel.replaceChildren(
    el("h2", {}, say("hintsTitle")),
    el("p.small", {}, say("hintsMore")),
    el("ul", {}, hints.map(hint => el("li", {}, el("button.hint", { type: "button", onclick: () => { close(); fill(hint.text); } },
      el("code", {}, hint.text), el("span", {}, current() === "en" ? hint.english : hint.note))))));

  button.onclick = () => {
    if (!panel.hidden) return close();
    panel.hidden = false;
    button.setAttribute("aria-expanded", "true");
    dismissable(panel, close);
    panel.querySelector("button")?.focus();
  };
}

export function askForPhone(proposal, numbers, add) {
  const field = (word, input) => el("label.field", {}, el("span", {}, say(word)), input);
  const name = el("input", { type: "text", required: true, maxlength: 60, autocomplete: "off", value: proposal.name });
  const number = el("input", { type: "text", required: true, pattern: "[0-9]{8,15}", inputmode: "numeric", autocomplete: "off", value: proposal.number });
  const office = el("select", {}, numbers.map(n => el("option", { value: n.id, selected: n.id === proposal.business }, n.name)));
  const complaint = el("p.complaint", { role: "alert" });

  const dialog = el("dialog.ask", { "aria-labelledby": "ask-title" },
    el("form", {
      method: "dialog",
      onsubmit: async event => {
        event.preventDefault();
        try {
          await add({ number: number.value, name: name.value.trim(), business: office.value, hidesNumber: false });
          dialog.close();
        } catch (error) { complaint.textContent = error.message; }
      },
    },
    el("h2", { id: "ask-title" }, say("newPhone")),
    field("name", name), field("number", number), field("office", office), complaint,
    el("div.actions", {},
      el("button.plain", { type: "button", onclick: () => dialog.close() }, say("cancel")),
      el("button.primary", { type: "submit" }, icon("add"), say("create")))));

  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  name.select();
}
