// Two tones when somebody is called. Browsers let a page sound only after a touch, unless they are told otherwise at their start.

const TONES = [{ pitch: 783.99, at: 0 }, { pitch: 622.25, at: 0.42 }];
const RING = 1.4;
const MOST = 3;
const LOUD = 0.5;

export class Chime {
  #button;
  #audio;
  #free = 0;

  constructor(button) {
    this.#button = button;
    this.#audio = new AudioContext();
    this.#audio.onstatechange = () => this.#show();
    for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => this.#audio.resume());
    this.#show();
  }

  /** Once for each call, one after the other. What nobody could hear is not made up for later. */
  ring(times) {
    if (this.#audio.state !== "running") return;
    for (let i = 0; i < Math.min(times, MOST); i++) {
      const start = Math.max(this.#audio.currentTime, this.#free);
      this.#free = start + RING;
      for (const { pitch, at } of TONES) this.#tone(pitch, start + at);
    }
  }

  #tone(pitch, start) {
    const tone = this.#audio.createOscillator();
    const loudness = this.#audio.createGain();
    tone.type = "sine";
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.0001, start);
    loudness.gain.exponentialRampToValueAtTime(LOUD, start + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + 0.9);
    tone.connect(loudness).connect(this.#audio.destination);
    tone.start(start);
    tone.stop(start + 0.95);
  }

  #show() {
    this.#button.hidden = this.#audio.state === "running";
  }
}
