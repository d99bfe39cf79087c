/** The middle of the page: a channel, or the app with its Home and Messages tabs. */
import { perform } from './api.js';
import { drawBlocks } from './blocks.js';
import { composer } from './composer.js';
import { drawMessages } from './conversation.js';
import { appAvatar, fill, h, icon } from './dom.js';
import { guarded, hostAt } from './hosts.js';
import { goTo } from './navigation.js';
import { forgetWelcome, openChannel, recall, store } from './store.js';
import { t } from './texts.js';

let shownKey = '';
let homeKey = '';

/** Draws the frame when the place or person changes, and always brings its content up to date. */
export function drawMain(main, { onMenu }) {
  const channel = openChannel();
  const key = [
    store.teamId,
    store.userId,
    store.place,
    channel?.isMember,
    channel?.isArchived,
    channel?.name,
    channel?.members.length,
    store.desk.me.locale,
  ].join(' ');
  if (key !== shownKey) {
    shownKey = key;
    homeKey = '';
    fill(main, header(channel, onMenu), content(channel));
  }
  const list = main.querySelector('.messages');
  if (list) drawMessages(list);
  const home = main.querySelector('.home');
  if (home) drawHome(home);
}

export function redrawMainAnew() {
  shownKey = '';
}

function header(channel, onMenu) {
  const isApp = store.place.startsWith('app:');
  const title = isApp ? store.desk.team.appName : (channel?.name ?? '');
  const mark = isApp ? appAvatar('small') : icon(channel?.kind === 'private' ? 'lock' : 'hash');
  return h(
    'header',
    { class: 'main-head' },
    h(
      'button',
      { type: 'button', class: 'icon-button menu-button', 'aria-label': t('menu'), onclick: onMenu },
      icon('menu'),
    ),
    h('h1', {}, mark, title),
    isApp ? null : h('span', { class: 'topic' }, channel?.topic ?? ''),
    isApp
      ? null
      : h(
          'span',
          { class: 'member-count', title: t('members', { n: channel?.members.length ?? 0 }) },
          icon('people'),
          String(channel?.members.length ?? 0),
        ),
    isApp ? tabs() : null,
  );
}

function tabs() {
  const tab = (place, label, panel) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        'aria-selected': store.place === place ? 'true' : 'false',
        'aria-controls': panel,
        onclick: () => goTo(place),
      },
      label,
    );
  return h(
    'div',
    { class: 'tabs', role: 'tablist' },
    tab('app:home', t('home'), 'panel-home'),
    tab('app:messages', t('messages'), 'panel-messages'),
  );
}

function content(channel) {
  if (store.place === 'app:home')
    return h(
      'div',
      { class: 'scroll', id: 'panel-home', role: 'tabpanel', tabindex: '0' },
      h('div', { class: 'home' }),
    );
  const messages = h('ol', { class: 'messages', role: 'log', 'aria-live': 'polite', 'aria-label': t('messages') });
  return [h('div', { class: 'scroll', id: 'panel-messages', tabindex: '0' }, messages), welcome(), foot(channel)];
}

function foot(channel) {
  if (!channel) return null;
  if (channel.isArchived) return h('div', { class: 'notice' }, t('archivedNote', { name: channel.name }));
  if (channel.isMember) return composer(channel);
  const join = () => guarded(() => perform('admin', { what: 'join', channelId: channel.id, userId: store.userId }));
  return h(
    'div',
    { class: 'notice' },
    t('notMember', { name: channel.name }),
    h('button', { type: 'button', class: 'button primary', onclick: join }, t('join')),
  );
}

/** What to type first, said once in each workspace to whoever one begins as: it names them. */
function welcome() {
  const workspace = store.boot.workspaces.find((each) => each.id === store.teamId);
  if (!workspace?.welcome || recall()[`welcomed-${store.teamId}`]) return null;
  if (store.userId !== workspace.startAs) return null;
  const text = store.desk.me.locale.startsWith('vi') ? workspace.welcome.vi : workspace.welcome.en;
  const box = h(
    'div',
    { class: 'welcome', role: 'note' },
    h('strong', {}, t('welcomeTitle')),
    h('span', {}, text),
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        onclick: () => {
          forgetWelcome();
          document.getElementById('composer-text')?.focus();
        },
      },
      t('gotIt'),
    ),
  );
  return box;
}

function drawHome(root) {
  const view = store.desk.home;
  const key = view ? `${view.id} ${view.hash} ${store.desk.me.locale}` : 'none';
  if (key === homeKey) return;
  homeKey = key;
  if (!view) fill(root, h('p', { class: 'muted' }, t('homeEmpty', { app: store.desk.team.appName })));
  else fill(root, drawBlocks(view.blocks, hostAt({ viewId: view.id }, view.state.values)));
}
