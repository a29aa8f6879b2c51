// The page: which phones there are, what they hear, and the two languages.
import * as api from "./api.js";
import { el, icon } from "./dom.js";
import { say, speak, current } from "./words.js";
import { Phone } from "./phone.js";
import { askForPhone, showHints } from "./frame.js";

const STORE = "sigap.simulator";
const NAMES = ["Budi Santoso", "Siti Aminah", "Made Wirawan", "Yohana Wenda", "Rahmat Hidayat", "Dewi Lestari"];

const page = { phones: [], numbers: [], hints: [], active: 0, run: null, source: null };
const host = document.getElementById("phones");

function stored() {
  try { return JSON.parse(localStorage.getItem(STORE)) ?? {}; } catch { return {}; }
}

function store() {
  localStorage.setItem(STORE, JSON.stringify({ language: current(), phones: page.phones.map(p => p.owner) }));
}

function freshOwner(index) {
  const taken = new Set(page.phones.map(p => p.owner.number));
  let serial = index + 1;
  while (taken.has(`62812${String(serial).padStart(8, "0")}`)) serial++;
  return {
    number: `62812${String(serial).padStart(8, "0")}`,
    name: NAMES[(serial - 1) % NAMES.length],
    business: page.numbers[index % page.numbers.length].id,
    hidesNumber: false,
  };
}

async function add(owner) {
  if (!page.numbers.some(n => n.id === owner.business)) owner.business = page.numbers[0].id;
  await api.keep(owner);
  const phone = new Phone(owner, page.numbers, {
    changed: async () => { store(); await api.keep(owner); },
    removed: () => drop(phone),
  });
  page.phones.push(phone);
  host.append(phone.node);
}

async function drop(phone) {
  page.phones = page.phones.filter(p => p !== phone);
  phone.node.remove();
  await api.remove(phone.owner.number);
  activate(Math.min(page.active, page.phones.length - 1));
  store();
  connect();
}

/** On a small screen one phone is shown at a time. */
function activate(index) {
  page.active = Math.max(0, index);
  page.phones.forEach((p, i) => p.show(i === page.active));
  document.getElementById("switcher").replaceChildren(...page.phones.map((p, i) =>
    el("button.tab", { type: "button", "aria-pressed": String(i === page.active), onclick: () => activate(i) },
      el("span.dot", { hidden: !p.unread }), p.owner.name)));
}

function connect() {
  page.source?.close();
  const byNumber = number => page.phones.find(p => p.owner.number === number);
  page.source = api.listen(page.phones.map(p => p.owner.number), {
    hello: async ({ run }) => {
      // Another run has never heard of these phones.
      if (page.run && page.run !== run) await Promise.all(page.phones.map(p => api.keep(p.owner)));
      page.run = run;
    },
    bubble: bubble => { byNumber(bubble.phone)?.receive(bubble); },
    typing: sign => byNumber(sign.phone)?.typing(sign.business),
    wire: line => byNumber(line.phone)?.wire(line),
  }, alive => {
    const lost = document.getElementById("lost");
    lost.hidden = alive;
    lost.textContent = alive ? "" : say("lost");
  });
}

function words() {
  const label = (id, name, word) => {
    const button = document.getElementById(id);
    button.replaceChildren(...(name ? [icon(name)] : []), el("span", {}, word));
    return button;
  };
  label("add", "add", say("add")).setAttribute("aria-label", say("newPhone"));
  label("try", "spark", say("tryThis")).hidden = page.hints.length === 0;
  label("language", null, say("otherCode")).setAttribute("aria-label", say("other"));
  document.getElementById("switcher").setAttribute("aria-label", say("phones"));
  document.querySelectorAll("[data-word]").forEach(n => { n.textContent = say(n.dataset.word); });
  page.phones.forEach(p => p.speak());
  showHints(page.hints, text => page.phones[page.active]?.composer.fill(text));
}

async function start() {
  const saved = stored();
  speak(saved.language ?? "id");
  Object.assign(page, await api.setup());
  const owners = saved.phones?.length ? saved.phones : [0, 1].map(freshOwner);
  for (const owner of owners) await add(owner).catch(error => console.warn(error));

  words();
  activate(0);
  store();
  connect();

  host.addEventListener("focusin", event => {
    const index = page.phones.findIndex(p => p.node.contains(event.target));
    if (index >= 0 && index !== page.active) activate(index);
  });
  document.getElementById("language").onclick = () => {
    speak(current() === "id" ? "en" : "id");
    words();
    activate(page.active);
    store();
  };
  document.getElementById("add").onclick = () => askForPhone(freshOwner(page.phones.length), page.numbers, async owner => {
    await add(owner);
    activate(page.phones.length - 1);
    store();
    connect();
    page.phones.at(-1).node.scrollIntoView({ inline: "end", block: "nearest" });
  });
  document.addEventListener("visibilitychange", () => page.phones.forEach(p => p.look()));
  // Until here a click would have gone nowhere.
  document.querySelectorAll(".tool").forEach(button => { button.disabled = false; });
  document.documentElement.dataset.ready = "true";
}

document.addEventListener("unread", () => activate(page.active));
start();
