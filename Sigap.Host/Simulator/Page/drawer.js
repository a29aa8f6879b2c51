// For those who build Sigap: bad weather on the network, and a look at what goes over the wire.
import { el, icon } from "./dom.js";
import { say } from "./words.js";

const LINES = 60;

export class Drawer {
  constructor(phone) {
    this.phone = phone;
    this.late = "0";
    this.twice = false;
    this.open = false;
    this.lines = el("ol.wire");
  }

  build() {
    const late = el("select", { onchange: () => { this.late = late.value; } },
      ["0", "5", "30", "120"].map(s => el("option", { value: s, selected: s === this.late }, s === "0" ? say("lateNone") : `${s} ${say("seconds")}`)));
    const twice = el("input", { type: "checkbox", checked: this.twice, onchange: () => { this.twice = twice.checked; } });
    const hides = el("input", {
      type: "checkbox", checked: this.phone.owner.hidesNumber,
      onchange: () => { this.phone.owner.hidesNumber = hides.checked; this.phone.on.changed(); },
    });
    this.node = el("aside.drawer", { "aria-label": say("developer"), hidden: !this.open },
      el("header", {}, el("h2", {}, say("developer")),
        el("button.round", { type: "button", "aria-label": say("close"), onclick: () => this.toggle() }, icon("close"))),
      el("label.setting", {}, el("span", {}, say("late")), late),
      el("label.setting", {}, el("span", {}, say("twice")), twice),
      el("label.setting", {}, el("span", {}, say("hides")), hides),
      el("button.plain", { type: "button", onclick: () => this.phone.send({ type: "unsupported" }) }, say("poll")),
      el("h3", {}, say("wire")), this.lines);
    return this.node;
  }

  toggle() {
    this.open = !this.open;
    this.node.hidden = !this.open;
    if (this.open) this.node.querySelector("button").focus();
  }

  /** How the next message travels. */
  conditions() { return { late: Number(this.late), twice: this.twice }; }

  add({ what, status, ms }) {
    const answer = status === 0 ? say("noAnswer") : String(status);
    this.lines.prepend(el("li", { class: status === 200 ? "good" : "bad" },
      el("span", {}, what), el("b", {}, answer), el("small", {}, `${ms} ms`)));
    while (this.lines.children.length > LINES) this.lines.lastChild.remove();
  }
}
