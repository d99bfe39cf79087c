/** Ctrl or Cmd + K: to a channel, to the app, to another workspace, or acting as somebody else. */
import { appAvatar, avatar, fill, h, icon } from './dom.js';
import { actAs, enterWorkspace, goTo } from './navigation.js';
import { matches } from './picker.js';
import { store } from './store.js';
import { t } from './texts.js';

export function openJump() {
  if (document.querySelector('dialog[open]')) return;
  const list = h('div', { class: 'options', role: 'listbox', id: 'jump-list' });
  const input = h('input', {
    class: 'options-search',
    type: 'text',
    role: 'combobox',
    placeholder: t('jumpHint'),
    'aria-label': t('jumpHint'),
    'aria-controls': 'jump-list',
    'aria-expanded': 'true',
    autocomplete: 'off',
  });
  const dialog = h('dialog', { class: 'dialog jump-dialog', 'aria-label': t('jumpHint') }, input, list);
  let items = [];
  let active = 0;

  function search() {
    items = targets()
      .filter((item) => matches(`${item.label} ${item.hint ?? ''}`, input.value.trim()))
      .slice(0, 12);
    active = 0;
    draw();
  }

  function draw() {
    if (items.length === 0) return fill(list, h('div', { class: 'options-note' }, t('jumpEmpty')));
    fill(
      list,
      items.map((item, index) =>
        h(
          'div',
          {
            class: `option ${index === active ? 'active' : ''}`,
            role: 'option',
            id: `jump-${index}`,
            'aria-selected': index === active ? 'true' : 'false',
            onclick: () => take(item),
          },
          item.lead,
          h('span', { class: 'option-words' }, h('span', {}, item.label), item.hint ? h('small', {}, item.hint) : null),
        ),
      ),
    );
    input.setAttribute('aria-activedescendant', `jump-${active}`);
    return document.getElementById(`jump-${active}`)?.scrollIntoView({ block: 'nearest' });
  }

  function take(item) {
    dialog.close();
    item.go();
  }

  input.addEventListener('input', search);
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && items[active]) take(items[active]);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      active = (active + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % Math.max(1, items.length);
      draw();
    } else return;
    event.preventDefault();
  });
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  search();
}

function targets() {
  const { desk, boot } = store;
  return [
    ...desk.channels.map((channel) => ({
      label: channel.name,
      hint: channel.topic,
      lead: icon('hash'),
      go: () => goTo(channel.id),
    })),
    { label: `${desk.team.appName} · ${t('home')}`, lead: appAvatar('small'), go: () => goTo('app:home') },
    { label: `${desk.team.appName} · ${t('messages')}`, lead: appAvatar('small'), go: () => goTo('app:messages') },
    ...boot.workspaces
      .filter((each) => each.id !== store.teamId)
      .map((each) => ({
        label: each.name,
        hint: t('workspaces'),
        lead: icon('people'),
        go: () => enterWorkspace(each.id),
      })),
    ...desk.people
      .filter((person) => !person.deleted)
      .map((person) => ({
        label: person.realName,
        hint: `${t('actAs')} · ${person.title}`,
        lead: avatar(person.realName, { id: person.id, locale: person.locale, size: 'small' }),
        go: () => actAs(person.id),
      })),
  ];
}
