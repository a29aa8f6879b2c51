// Puts a scene on the wall: only what has changed is replaced, so what blinks goes on blinking.

const SHINE = 14_000;

export class Hall {
  #main;
  #called;
  #shining = new Map();

  /** @param called what to do when so many tickets are called */
  constructor(main, called) {
    this.#main = main;
    this.#called = called;
  }

  show(html) {
    const next = new DOMParser().parseFromString(html, "text/html").getElementById("hall");
    const before = calls(this.#main);
    const fresh = [...calls(next)].filter(([counter, call]) => call !== "" && before.get(counter) !== call);

    if (next.className !== this.#main.className || !patch(this.#main, next)) {
      this.#main.replaceWith(next);
      this.#main = next;
    }

    for (const [counter] of fresh) this.#shine(counter);
    for (const counter of this.#shining.keys()) this.#tile(counter)?.classList.add("called");
    if (fresh.length > 0) this.#called(fresh.length);
  }

  #shine(counter) {
    clearTimeout(this.#shining.get(counter));
    this.#shining.set(counter, setTimeout(() => {
      this.#shining.delete(counter);
      this.#tile(counter)?.classList.remove("called");
    }, SHINE));
  }

  #tile(counter) {
    const tile = this.#main.querySelector(`[data-counter="${counter}"]`);
    return tile?.dataset.call ? tile : null;
  }
}

function calls(main) {
  return new Map([...main.querySelectorAll("[data-counter]")].map(tile => [tile.dataset.counter, tile.dataset.call]));
}

/** Replaces the parts that differ; false when the parts themselves are others. */
function patch(from, to) {
  const [old, fresh] = [[...from.children], [...to.children]];
  if (old.length !== fresh.length || old.some((part, place) => name(part) !== name(fresh[place]))) return false;
  old.forEach((part, place) => {
    const replacement = fresh[place];
    if (plain(part) === plain(replacement)) return;
    const inside = part.querySelector("[data-counter]") !== null;
    if (inside && patch(part, replacement)) copy(replacement, part);
    else part.replaceWith(replacement);
  });
  return true;
}

const name = part => part.id || part.dataset.counter || part.tagName;

function plain(part) {
  const copied = part.cloneNode(true);
  for (const tile of [copied, ...copied.querySelectorAll(".called")]) tile.classList.remove("called");
  return copied.outerHTML;
}

function copy(from, to) {
  for (const { name: key, value } of [...from.attributes]) to.setAttribute(key, value);
}
