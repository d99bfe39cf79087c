/** What the page knows: where it is, whom it acts as, and what the server last said. */

export const store = {
  boot: null,
  desk: null,
  teamId: '',
  userId: '',
  /** A channel id, or `app:home` or `app:messages`. */
  place: '',
  messages: [],
  /** Milliseconds that the demo clock is ahead of this computer's. */
  ahead: 0,
};

const memory = 'quorate-sandbox';

export function recall() {
  try {
    return JSON.parse(localStorage.getItem(memory)) ?? {};
  } catch {
    return {};
  }
}

export function remember(change) {
  try {
    localStorage.setItem(memory, JSON.stringify({ ...recall(), ...change }));
  } catch {
    // A browser that keeps nothing simply starts anew each time.
  }
}

/** Whoever has found the first command needs no word of welcome in this workspace any more. */
export function forgetWelcome() {
  remember({ [`welcomed-${store.teamId}`]: true });
  document.querySelector('.welcome')?.remove();
}

export function demoNow() {
  return new Date(Date.now() + store.ahead);
}

export function personById(id) {
  return store.desk?.people.find((person) => person.id === id) ?? null;
}

export function nameOf(id) {
  if (id === store.desk?.botUserId) return store.desk.team.appName;
  return personById(id)?.realName ?? id;
}

export function channelById(id) {
  const desk = store.desk;
  if (!desk) return null;
  return desk.app.id === id ? desk.app : (desk.channels.find((channel) => channel.id === id) ?? null);
}

/** The channel whose messages are shown; null on the Home tab. */
export function openChannel() {
  if (store.place === 'app:home') return null;
  return store.place === 'app:messages' ? store.desk.app : channelById(store.place);
}
