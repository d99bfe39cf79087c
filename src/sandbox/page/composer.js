/** The message box: plain words, slash commands with completion, @people and #channels. */
import { perform } from './api.js';
import { avatar, fill, h, icon } from './dom.js';
import { guarded } from './hosts.js';
import { matches } from './picker.js';
import { forgetWelcome, openChannel, store } from './store.js';
import { t } from './texts.js';

/** What was typed but not sent, per person and place. */
const drafts = new Map();

export function composer(channel) {
  const key = `${store.userId} ${channel.id}`;
  const where = channel.kind === 'im' ? store.desk.team.appName : `#${channel.name}`;
  const list = h('div', {
    class: 'completion',
    role: 'listbox',
    id: 'completion',
    hidden: true,
    'aria-label': t('commands'),
  });
  const hint = h('span', { class: 'usage', 'aria-hidden': 'true' });
  const area = h('textarea', {
    id: 'composer-text',
    rows: 1,
    placeholder: t('write', { where }),
    'aria-label': t('write', { where }),
    'aria-autocomplete': 'list',
    'aria-controls': 'completion',
    'aria-expanded': 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
  });
  const button = h('button', { type: 'submit', class: 'send', 'aria-label': t('send') }, icon('send'));
  const box = h('form', { class: 'composer' }, list, h('div', { class: 'composer-box' }, area, hint, button));
  let items = [];
  let active = 0;

  area.value = drafts.get(key) ?? '';
  area.addEventListener('input', changed);
  area.addEventListener('click', complete);
  area.addEventListener('blur', () => setTimeout(hide, 150));
  area.addEventListener('keydown', onKey);
  box.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  requestAnimationFrame(changed);
  return box;

  function changed() {
    drafts.set(key, area.value);
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, 220)}px`;
    button.disabled = area.value.trim() === '';
    showUsage();
    if (document.activeElement === area) complete();
  }

  /** Behind a command that is written out stands what may follow it. */
  function showUsage() {
    const known = store.desk.commands.find(({ command }) => area.value === command || area.value === `${command} `);
    hint.textContent = known?.usageHint ?? '';
    hint.style.setProperty('--before', `${widthOf(area)}px`);
  }

  function complete() {
    const upTo = area.value.slice(0, area.selectionStart);
    items = completions(upTo);
    active = 0;
    if (items.length === 0) hide();
    else draw();
  }

  function draw() {
    list.hidden = false;
    area.setAttribute('aria-expanded', 'true');
    area.setAttribute('aria-activedescendant', `completion-${active}`);
    fill(
      list,
      items.map((item, index) =>
        h(
          'div',
          {
            class: `option ${index === active ? 'active' : ''}`,
            role: 'option',
            id: `completion-${index}`,
            'aria-selected': index === active ? 'true' : 'false',
            onpointerdown: (event) => {
              event.preventDefault();
              take(item);
            },
          },
          item.lead,
          h(
            'span',
            { class: 'option-words' },
            h('span', {}, item.label, item.usage ? h('span', { class: 'muted' }, ` ${item.usage}`) : null),
            item.hint ? h('small', {}, item.hint) : null,
          ),
        ),
      ),
    );
    document.getElementById(`completion-${active}`)?.scrollIntoView({ block: 'nearest' });
  }

  function hide() {
    list.hidden = true;
    items = [];
    area.setAttribute('aria-expanded', 'false');
    area.removeAttribute('aria-activedescendant');
  }

  function take(item) {
    const end = area.selectionStart;
    area.setRangeText(item.insert, end - item.replaces, end, 'end');
    hide();
    changed();
    hide();
    area.focus();
  }

  function onKey(event) {
    if (event.isComposing) return;
    const isOpen = items.length > 0;
    if (isOpen && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
      active = (active + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length;
      draw();
    } else if (isOpen && event.key === 'Escape') hide();
    else if (isOpen && (event.key === 'Tab' || (event.key === 'Enter' && !isWritten(items[active]))))
      take(items[active]);
    else if (event.key === 'Enter' && !event.shiftKey) send();
    else return;
    event.preventDefault();
  }

  /** A command that stands there in full is sent by Enter instead of completed once more. */
  function isWritten(item) {
    return item.insert.trim() === area.value.trim();
  }

  async function send() {
    const text = area.value.trim();
    if (text === '' || box.getAttribute('aria-busy') === 'true') return;
    hide();
    area.value = '';
    changed();
    hide();
    box.setAttribute('aria-busy', 'true');
    const channelId = openChannel()?.id ?? channel.id;
    const [, command, rest = ''] = /^(\/[^\s]+)(?:\s+([\s\S]*))?$/.exec(text) ?? [];
    const done = await guarded(() =>
      command ? perform('command', { channelId, command, text: rest }) : perform('type', { channelId, text }),
    );
    box.removeAttribute('aria-busy');
    if (command && done !== null) forgetWelcome();
    // What could not be sent at all stands in the box again.
    if (done === null && area.value === '') {
      area.value = text;
      changed();
    }
  }
}

const canvas = document.createElement('canvas').getContext('2d');

function widthOf(area) {
  canvas.font = getComputedStyle(area).font;
  return Math.ceil(canvas.measureText(area.value.trimEnd()).width);
}

function completions(upTo) {
  const command = /^\/(\S*)$/.exec(upTo);
  if (command) return commandItems(command[1]);
  const person = /(?:^|\s)@([^\s@]*(?: [^\s@]+)?)$/u.exec(upTo);
  if (person) return personItems(person[1]);
  const channel = /(?:^|\s)#([^\s#]*)$/u.exec(upTo);
  return channel ? channelItems(channel[1]) : [];
}

function commandItems(query) {
  return store.desk.commands
    .filter(({ command }) => command.slice(1).startsWith(query.toLowerCase()))
    .map(({ command, description, usageHint }) => ({
      label: command,
      usage: usageHint,
      hint: description,
      lead: h('span', { class: 'avatar app small', 'aria-hidden': 'true' }, 'Q'),
      insert: `${command} `,
      replaces: query.length + 1,
    }));
}

function personItems(query) {
  return store.desk.people
    .filter((person) => !person.deleted && matches(`${person.realName} ${person.name}`, query))
    .slice(0, 8)
    .map((person) => ({
      label: person.realName,
      hint: person.title,
      lead: avatar(person.realName, { id: person.id, locale: person.locale, size: 'small' }),
      insert: `@${person.realName} `,
      replaces: query.length + 1,
    }));
}

function channelItems(query) {
  return store.desk.channels
    .filter((channel) => matches(channel.name, query))
    .map((channel) => ({
      label: channel.name,
      lead: icon('hash'),
      insert: `#${channel.name} `,
      replaces: query.length + 1,
    }));
}
