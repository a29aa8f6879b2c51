// The line to Sigap. It comes back by itself, for as long as it takes: nobody stands by with a keyboard.

const SILENCE = 12_000;   // a beat comes every five seconds
const PATIENCE = 2_500;   // a break shorter than this is nobody's concern
const AGAIN = 2_000;

export function listen(office, shown, { scene, beat, lost }) {
  let source = null;
  let watchdog = 0;
  let notice = 0;

  const heard = () => {
    clearTimeout(watchdog);
    clearTimeout(notice);
    notice = 0;
    watchdog = setTimeout(connect, SILENCE);
  };

  const broken = () => {
    if (notice === 0) notice = setTimeout(lost, PATIENCE);

    // A refusal ends an event source for good; a broken line it mends itself.
    if (source.readyState === EventSource.CLOSED) {
      clearTimeout(watchdog);
      watchdog = setTimeout(connect, AGAIN);
    }
  };

  function connect() {
    source?.close();
    source = new EventSource(`/board/${office}/events?after=${shown}`);
    source.addEventListener("scene", event => {
      heard();
      shown = event.lastEventId;
      scene(event.data);
    });
    source.addEventListener("beat", event => {
      heard();
      beat(JSON.parse(event.data));
    });
    source.onerror = broken;
    clearTimeout(watchdog);
    watchdog = setTimeout(() => { broken(); connect(); }, SILENCE);
  }

  connect();
}
