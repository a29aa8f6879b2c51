// Building the page: text goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes, listeners (onclick: …) and children (nodes or texts; null and false are left out). */
export function el(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const node = document.createElement(name || "div");
  if (classes.length) node.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "value" || key === "checked") node[key] = value;
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter(c => c !== null && c !== undefined && c !== false));
  return node;
}

const SHAPES = {
  add: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6L6 18",
  back: "M15 5l-7 7 7 7",
  code: "M8.5 7l-5 5 5 5M15.5 7l5 5-5 5",
  list: "M8 7h12M8 12h12M8 17h12M4 7h.01M4 12h.01M4 17h.01",
  reply: "M10 7L4 12.500l6 5.500v-3.500c5 0 8 1.2 10 4.5-.5-6-4-9.5-10-9.500z",
  send: "M4 12L3 4.5 21 12 3 19.5 4 12zM4 12h8",
  smile: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14.500c1.8 2.4 5.2 2.4 7 0M9 9.800h.01M15 9.800h.01",
  photo: "M4 6h16v12H4zM4 15l4.5-4 4 4 3-2.500L20 16M15.5 9.500h.01",
  voice: "M12 4a2.6 2.6 0 0 1 2.6 2.600v5a2.6 2.6 0 0 1-5.2 0v-5A2.6 2.6 0 0 1 12 4zM6.5 11.500a5.5 5.5 0 0 0 11 0M12 17v3",
  document: "M7 3.500h7l4 4v13H7zM14 3.500v4h4M9.5 12h6M9.5 15.500h6",
  sticker: "M6 4h12a2 2 0 0 1 2 2v8l-6 6H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM14 20v-4a2 2 0 0 1 2-2h4",
  location: "M12 21c-4.5-5-7-8-7-11a7 7 0 0 1 14 0c0 3-2.5 6-7 11zM12 12.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  contacts: "M12 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c.5-4 3-6 7-6s6.5 2 7 6",
  link: "M14 5h5v5M19 5l-8 8M17 14v5H5V7h5",
  spark: "M12 3.500l2 5.5 5.5 2-5.5 2-2 5.5-2-5.5-5.5-2L10 9z",
  play: "M8 5.500v13l11-6.500z",
  again: "M5 12a7 7 0 1 0 2.2-5.100M5 4.500V8h3.5",
};

/** A line drawing, invisible to screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/** One tick or two, as a drawing. */
export function ticks(state, label) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 12");
  svg.setAttribute("class", `ticks ticks-${state}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", state === "sent" ? "M4 6.500l4 4 8-9" : "M1 6.500l4 4 8-9M9.5 9.500l1 1 8-9");
  svg.append(path);
  return svg;
}

/** Closes when Escape is pressed or something else within the scope is pressed; gives focus back. */
export function dismissable(node, close, scope = document) {
  const before = document.activeElement;
  const leave = () => {
    document.removeEventListener("pointerdown", outside, true);
    node.removeEventListener("keydown", key);
    close();
    if (before?.isConnected) before.focus({ preventScroll: true });
  };
  const outside = event => { if (!node.contains(event.target) && scope.contains(event.target)) leave(); };
  const key = event => { if (event.key === "Escape") { event.stopPropagation(); leave(); } };
  document.addEventListener("pointerdown", outside, true);
  node.addEventListener("keydown", key);
  return leave;
}
