/** The left side: workspaces, channels, the app. */
import { openAdmin } from './admin.js';
import { appAvatar, fill, h, icon } from './dom.js';
import { openJump } from './jump.js';
import { enterWorkspace, goTo } from './navigation.js';
import { store } from './store.js';
import { t } from './texts.js';

export function drawRail(rail) {
  rail.setAttribute('aria-label', t('workspaces'));
  fill(
    rail,
    store.boot.workspaces.map((workspace) =>
      h(
        'button',
        {
          type: 'button',
          class: `workspace ${workspace.id === store.teamId ? 'current' : ''}`,
          'aria-current': workspace.id === store.teamId ? 'true' : undefined,
          'aria-label': workspace.name,
          title: workspace.name,
          onclick: () => enterWorkspace(workspace.id),
        },
        initials(workspace.name),
      ),
    ),
  );
}

function initials(name) {
  const words = name
    .replace(/\(.*\)/, '')
    .split(/\s+/)
    .filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0].toUpperCase())
    .join('');
}

export function drawSidebar(sidebar, { onClose }) {
  const { desk } = store;
  const mine = desk.channels.filter((channel) => channel.isMember && !channel.isArchived);
  const others = desk.channels.filter((channel) => !channel.isMember || channel.isArchived);
  sidebar.setAttribute('aria-label', t('channels'));
  fill(
    sidebar,
    h(
      'header',
      { class: 'side-head' },
      h('strong', {}, desk.team.name),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': t('admin'), title: t('admin'), onclick: openAdmin },
        icon('gear'),
      ),
      h(
        'button',
        { type: 'button', class: 'icon-button side-close', 'aria-label': t('closeMenu'), onclick: onClose },
        icon('close'),
      ),
    ),
    h(
      'button',
      { type: 'button', class: 'jump', onclick: openJump },
      icon('search'),
      h('span', {}, t('jump')),
      h('kbd', {}, /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘K' : 'Ctrl K'),
    ),
    h(
      'div',
      { class: 'side-scroll' },
      group(t('channels'), mine.map(channelRow)),
      others.length > 0 ? group(t('otherChannels'), others.map(channelRow)) : null,
      apps(desk),
    ),
  );
}

function group(title, rows) {
  return h(
    'section',
    {},
    h('h2', {}, title),
    h(
      'ul',
      {},
      rows.map((row) => h('li', {}, row)),
    ),
  );
}

function channelRow(channel) {
  return row({
    place: channel.id,
    lead: icon(channel.kind === 'private' ? 'lock' : 'hash'),
    label: channel.name,
    unread: channel.unread,
    isDim: !channel.isMember || channel.isArchived,
  });
}

function apps(desk) {
  return group(t('apps'), [
    h('div', { class: 'side-app' }, appAvatar('small'), h('span', {}, desk.team.appName)),
    row({ place: 'app:home', lead: icon('home'), label: t('home'), isInner: true }),
    row({ place: 'app:messages', lead: icon('message'), label: t('messages'), unread: desk.app.unread, isInner: true }),
  ]);
}

function row({ place, lead, label, unread = 0, isDim = false, isInner = false }) {
  const isCurrent = store.place === place;
  return h(
    'button',
    {
      type: 'button',
      class: `side-row ${isCurrent ? 'current' : ''} ${isDim ? 'dim' : ''} ${isInner ? 'inner' : ''} ${unread > 0 && !isCurrent ? 'unread' : ''}`,
      'aria-current': isCurrent ? 'page' : undefined,
      onclick: () => goTo(place),
    },
    lead,
    h('span', { class: 'side-label' }, label),
    unread > 0 && !isCurrent
      ? h('span', { class: 'badge', 'aria-label': t('unread', { n: unread }) }, unread > 99 ? '99+' : String(unread))
      : null,
  );
}
