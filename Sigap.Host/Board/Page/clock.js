// The office's time: a television's own clock may be wrong, so it is corrected by the server's.

export class Clock {
  #face;
  #offset;
  #skew;

  /** @param offset minutes east of Greenwich */
  constructor(face, offset, now) {
    this.#face = face;
    this.#offset = offset;
    this.#skew = now - Date.now();
    setInterval(() => this.#tick(), 1000);
  }

  correct(now) {
    this.#skew = now - Date.now();
    this.#tick();
  }

  /** An instant of the television as the office's time: 10.42 */
  at(instant) {
    return new Date(instant + this.#skew + this.#offset * 60_000).toISOString().slice(11, 16).replace(":", ".");
  }

  #tick() {
    const text = this.at(Date.now());
    if (this.#face.textContent !== text) this.#face.textContent = text;
  }
}
