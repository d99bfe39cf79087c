/** The small menu of workspace administration: channels, membership, people. Each act is an event for the bot. */
import { perform } from './api.js';
import { fill, h, icon } from './dom.js';
import { guarded } from './hosts.js';
import { goTo } from './navigation.js';
import { openChannel, store } from './store.js';
import { t } from './texts.js';

let dialog = null;

export function openAdmin() {
  dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'admin-title' });
  dialog.addEventListener('close', () => {
    dialog.remove();
    dialog = null;
  });
  document.body.append(dialog);
  drawAdmin();
  dialog.showModal();
}

/** Again with fresh facts, while it is open. */
export function drawAdmin() {
  if (!dialog) return;
  fill(
    dialog,
    h(
      'header',
      { class: 'dialog-head' },
      h('h2', { id: 'admin-title' }, t('admin')),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': t('close'), onclick: () => dialog.close() },
        icon('close'),
      ),
    ),
    h('div', { class: 'dialog-body admin' }, newChannel(), thisChannel(), person(), newPerson()),
  );
}

function act(what, more = {}) {
  return guarded(() => perform('admin', { what, ...more }));
}

function lineForm(label, button, run) {
  const input = h('input', { class: 'field', type: 'text', 'aria-label': label, placeholder: label, required: true });
  const onsubmit = (event) => {
    event.preventDefault();
    run(input.value.trim());
  };
  return h('form', { class: 'line-form', onsubmit }, input, h('button', { class: 'button', type: 'submit' }, button));
}

function newChannel() {
  return h(
    'section',
    {},
    h('h3', {}, t('newChannel')),
    lineForm(t('channelName'), t('create'), async (name) => {
      const done = await act('create-channel', { name: name.toLowerCase().replace(/\s+/g, '-').slice(0, 80) });
      if (!done) return;
      dialog?.close();
      goTo(done.channelId);
    }),
  );
}

function thisChannel() {
  const channel = openChannel();
  if (!channel || channel.kind === 'im') return null;
  const { botUserId, people, team } = store.desk;
  const channelId = channel.id;
  const outside = people.filter((each) => !each.deleted && !channel.members.includes(each.id));
  const button = (label, run) => h('button', { type: 'button', class: 'button', onclick: run }, label);
  const invite = select(outside, t('invite'), (userId) => act('join', { channelId, userId }));
  return h(
    'section',
    {},
    h('h3', {}, `${t('thisChannel')}: #${channel.name}`),
    h(
      'div',
      { class: 'button-row' },
      channel.hasBot
        ? button(t('removeBot', { app: team.appName }), () => act('leave', { channelId, userId: botUserId }))
        : button(t('inviteBot', { app: team.appName }), () => act('join', { channelId, userId: botUserId })),
      channel.isMember
        ? button(t('leave'), () => act('leave', { channelId, userId: store.userId }))
        : button(t('join'), () => act('join', { channelId, userId: store.userId })),
      button(t(channel.isArchived ? 'unarchive' : 'archive'), () =>
        act('archive', { channelId, on: !channel.isArchived }),
      ),
    ),
    outside.length > 0 ? invite : null,
    lineForm(t('channelName'), t('rename'), (name) => act('rename', { channelId, name })),
  );
}

let chosenId = '';

function person() {
  const { people } = store.desk;
  const chosen = people.find((each) => each.id === chosenId);
  const choosePerson = select(
    people,
    t('personHeading'),
    (userId) => {
      chosenId = userId;
      drawAdmin();
    },
    chosenId,
  );
  const button = (label, what, on) =>
    h('button', { type: 'button', class: 'button', onclick: () => act(what, { userId: chosen.id, on }) }, label);
  return h(
    'section',
    {},
    h('h3', {}, t('personHeading')),
    choosePerson,
    chosen
      ? h(
          'div',
          { class: 'button-row' },
          chosen.id === store.userId
            ? null
            : button(t(chosen.deleted ? 'reactivate' : 'deactivate'), 'deactivate', !chosen.deleted),
          button(t(chosen.isGuest ? 'makeMember' : 'makeGuest'), 'guest', !chosen.isGuest),
        )
      : null,
  );
}

function newPerson() {
  return h(
    'section',
    {},
    h('h3', {}, t('addPerson')),
    lineForm(t('fullName'), t('create'), (name) => act('add-person', { name })),
  );
}

function select(people, label, onchange, value = '') {
  const words = (each) =>
    `${each.realName}${each.deleted ? ` (${t('deactivated')})` : ''}${each.isGuest ? ` (${t('guest')})` : ''}`;
  const node = h(
    'select',
    { class: 'field', 'aria-label': label, onchange: () => node.value && onchange(node.value) },
    h('option', { value: '' }, `${label} …`),
    people.map((each) => h('option', { value: each.id, selected: each.id === value }, words(each))),
  );
  return node;
}
