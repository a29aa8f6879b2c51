// Talking to the simulator behind the page.

const BASE = "/simulator/api";

async function call(method, path, body) {
  const response = await fetch(BASE + path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.detail ?? `HTTP ${response.status}`);
  }
  return response.status === 204 ? null : response.json();
}

export const setup = () => call("GET", "/setup");
export const keep = phone => call("PUT", `/phones/${phone.number}`, { name: phone.name, hidesNumber: phone.hidesNumber });
export const remove = number => call("DELETE", `/phones/${number}`);
export const send = (number, action) => call("POST", `/phones/${number}/messages`, action);
export const again = (number, id) => call("POST", `/phones/${number}/messages/${encodeURIComponent(id)}/again`);
export const seen = (number, ids) => call("POST", `/phones/${number}/seen`, { ids });

/** One stream for all phones; the browser resumes it by itself after an interruption. */
export function listen(numbers, handlers, connected) {
  const source = new EventSource(`${BASE}/events?phones=${numbers.join(",")}`);
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, event => handle(JSON.parse(event.data)));
  }
  source.onopen = () => connected(true);
  source.onerror = () => connected(false);
  return source;
}
