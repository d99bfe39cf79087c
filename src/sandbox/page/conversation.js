/** The messages of the open channel. Unchanged messages keep their place in the page, so nothing jumps or loses focus. */
import { perform } from './api.js';
import { drawBlocks } from './blocks.js';
import { dayKey, dayText, fullText, timeText } from './dates.js';
import { appAvatar, avatar, fill, h, icon } from './dom.js';
import { guarded, hostAt } from './hosts.js';
import { mrkdwn } from './rich.js';
import { nameOf, openChannel, personById, store } from './store.js';
import { t } from './texts.js';

const groupMs = 5 * 60_000;
let drawn = new Map();
let drawnFor = '';

/** `list` is the scrolling list; `isNew` tells that another channel or person is shown now. */
export function drawMessages(list) {
  const channel = openChannel();
  const key = `${store.teamId} ${store.userId} ${channel?.id}`;
  const isOther = key !== drawnFor;
  if (isOther) drawn = new Map();
  drawnFor = key;
  const scroller = list.parentElement;
  const wasAtEnd = isOther || scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  // Reading aloud only what is added, not the whole history of a channel that has just been opened.
  list.setAttribute('aria-live', isOther ? 'off' : 'polite');
  fill(list, rows(channel));
  if (wasAtEnd) scroller.scrollTop = scroller.scrollHeight;
  requestAnimationFrame(() => list.setAttribute('aria-live', 'polite'));
}

function rows(channel) {
  const kept = new Map();
  const roots = store.messages.filter(
    (message) => !message.threadTs || !store.messages.some((each) => each.ts === message.threadTs),
  );
  let before = null;
  const nodes = roots.flatMap((message) => {
    const at = atOf(message);
    const isNewDay = !before || dayKey(atOf(before)) !== dayKey(at);
    const isGrouped =
      !isNewDay &&
      before.user === message.user &&
      !before.isPrivate &&
      !hasReplies(before) &&
      !message.isPrivate &&
      at - atOf(before) < groupMs;
    before = message;
    const replies = store.messages.filter((each) => each.threadTs === message.ts);
    const parts = [isNewDay ? dayLine(at, kept) : null, reuse(message, channel, { isGrouped }, kept)];
    return [...parts, replies.length > 0 ? thread(replies, channel, kept) : null];
  });
  drawn = kept;
  return [intro(channel), nodes];
}

/** After a thread the next message shows its author again. */
function hasReplies(message) {
  return store.messages.some((each) => each.threadTs === message.ts);
}

function atOf(message) {
  return new Date(Number(message.ts) * 1000);
}

function dayLine(at, kept) {
  const key = `day ${dayKey(at)} ${dayText(at)}`;
  const node = drawn.get(key) ?? h('li', { class: 'day', role: 'separator' }, h('span', {}, dayText(at)));
  kept.set(key, node);
  return node;
}

function intro(channel) {
  if (!channel) return null;
  if (channel.kind === 'im') {
    return h(
      'li',
      { class: 'intro' },
      appAvatar('big'),
      h('h2', {}, store.desk.team.appName),
      h('p', {}, t('emptyApp', { app: store.desk.team.appName })),
    );
  }
  return h(
    'li',
    { class: 'intro' },
    h('span', { class: 'intro-mark' }, icon(channel.kind === 'private' ? 'lock' : 'hash')),
    h('h2', {}, channel.name),
    h('p', {}, channel.topic || t('empty', { where: `#${channel.name}` })),
  );
}

function reuse(message, channel, how, kept) {
  const { values: _values, ...rest } = message;
  const key = `${JSON.stringify(rest)} ${how.isGrouped}`;
  const node = drawn.get(key) ?? draw(message, channel, how);
  kept.set(key, node);
  return node;
}

function thread(replies, channel, kept) {
  const count = replies.length === 1 ? t('reply') : t('replies', { n: replies.length });
  return h(
    'li',
    { class: 'thread' },
    h(
      'details',
      { open: true },
      h('summary', {}, count),
      h(
        'ol',
        {},
        replies.map((each) => reuse(each, channel, { isGrouped: false }, kept)),
      ),
    ),
  );
}

function draw(message, channel, { isGrouped }) {
  const at = atOf(message);
  const person = personById(message.user);
  const isApp = message.user === store.desk.botUserId;
  const name = message.bySlackbot ? 'Slackbot' : nameOf(message.user);
  const face = isApp ? appAvatar() : avatar(name, { id: message.user, locale: person?.locale });
  const time = h('time', { datetime: at.toISOString(), title: fullText(at) }, timeText(at));
  const head = h(
    'div',
    { class: 'message-head' },
    h('strong', {}, name),
    isApp ? h('span', { class: 'tag' }, t('app')) : null,
    person?.isGuest ? h('span', { class: 'tag' }, t('guest')) : null,
    time,
  );
  return h(
    'li',
    { class: `message ${isGrouped ? 'grouped' : ''} ${message.isPrivate ? 'private' : ''}`, 'data-ts': message.ts },
    message.isPrivate ? privateLine(message, channel) : null,
    h('div', { class: 'message-face' }, isGrouped ? time : face),
    h('div', { class: 'message-words' }, isGrouped ? null : head, bodyOf(message, channel)),
  );
}

function privateLine(message, channel) {
  return h(
    'div',
    { class: 'private-line' },
    icon('eye'),
    h('span', {}, t('youPrivate')),
    h(
      'button',
      {
        type: 'button',
        class: 'link',
        onclick: () => guarded(() => perform('dismiss', { channelId: channel.id, ts: message.ts })),
      },
      t('dismiss'),
    ),
  );
}

function bodyOf(message, channel) {
  const host = hostAt({ channelId: channel.id, ts: message.ts }, message.values);
  const edited = message.editedTs ? h('span', { class: 'muted small-text' }, ` ${t('edited')}`) : null;
  const words = message.blocks
    ? drawBlocks(message.blocks, host)
    : h('div', { class: 'text' }, mrkdwn(message.text), edited);
  const files = message.files.map((file) =>
    h(
      'a',
      { class: 'file-card', href: file.url_private, download: file.name },
      icon('file'),
      h('span', {}, h('strong', {}, file.title || file.name), h('small', {}, `${file.name} · ${sizeText(file.size)}`)),
    ),
  );
  const text = message.files.length > 0 && !message.text ? null : words;
  return [text, message.blocks ? edited : null, files];
}

function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
