/** Talks to the sandbox: looks, acts, and hears of changes. */
import { store } from './store.js';

export async function see(what, more = {}) {
  const query = new URLSearchParams({ team: store.teamId, user: store.userId, ...more });
  const response = await fetch(`/sandbox/see/${what}?${query}`);
  if (!response.ok) throw new Error(`see ${what}: ${response.status}`);
  return response.json();
}

/** Acts as the chosen person; throws with the server's words when it cannot be done. */
export async function perform(act, more = {}) {
  const response = await fetch(`/sandbox/do/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ team: store.teamId, user: store.userId, ...more }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? `do ${act}: ${response.status}`);
  return answer;
}

let source = null;

/** One stream per workspace; after a gap everything is looked at again. */
export function listen(teamId, onNotice, onGap) {
  source?.close();
  const mine = new EventSource(`/sandbox/live?team=${encodeURIComponent(teamId)}`);
  let isFirst = true;
  mine.onmessage = (event) => onNotice(JSON.parse(event.data));
  mine.onopen = () => {
    if (!isFirst) onGap();
    isFirst = false;
    document.body.classList.remove('offline');
  };
  mine.onerror = () => document.body.classList.add('offline');
  source = mine;
}
