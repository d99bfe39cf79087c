/** The bar above the chat that is not part of it: whom one acts as, what time it is, light or dark, the inspector. */
import { perform } from './api.js';
import { clockDay, dayKey, fromLocalInput, timeText, toLocalInput, zone } from './dates.js';
import { avatar, fill, h, icon, toast } from './dom.js';
import { toggleInspector } from './inspector.js';
import { actAs } from './navigation.js';
import { matches } from './picker.js';
import { closePopover, openPopover } from './popover.js';
import { demoNow, recall, remember, store } from './store.js';
import { t } from './texts.js';

export function drawDemoBar(bar) {
  const { me } = store.desk;
  bar.setAttribute('aria-label', t('actAs'));
  const who = h(
    'button',
    {
      type: 'button',
      class: 'bar-button who',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      onclick: () => choosePerson(who),
    },
    h('span', { class: 'bar-label' }, t('actAs')),
    avatar(me.realName, { id: me.id, locale: me.locale, size: 'small' }),
    h('span', { class: 'bar-name' }, me.realName),
    icon('down'),
  );
  const clock = h(
    'button',
    {
      type: 'button',
      class: 'bar-button clock',
      'aria-haspopup': 'dialog',
      'aria-expanded': 'false',
      title: t('moveClock'),
      onclick: () => openClock(clock),
    },
    icon('clock'),
    h('span', { class: 'visually-hidden' }, `${t('demoTime')}: `),
    h('time', { id: 'demo-time' }, clockParts()),
    h('span', { class: 'bar-label' }, t('moveClock')),
  );
  fill(
    bar,
    who,
    clock,
    h('span', { class: 'bar-gap' }, h('span', { class: 'offline-note' }, t('offline'))),
    h(
      'button',
      {
        type: 'button',
        class: 'bar-button',
        'aria-label': t('inspector'),
        title: t('inspector'),
        onclick: toggleInspector,
      },
      icon('pulse'),
    ),
    h(
      'button',
      { type: 'button', class: 'bar-button', 'aria-label': t('theme'), title: t('theme'), onclick: switchTheme },
      icon('sun'),
      icon('moon'),
    ),
  );
}

export function tick() {
  const node = document.getElementById('demo-time');
  if (node && store.desk) fill(node, clockParts());
}

function clockParts() {
  const now = demoNow();
  return [
    timeText(now),
    h('span', { class: 'wide' }, ` · ${clockDay(now, false)}`),
    h('span', { class: 'narrow' }, ` ${clockDay(now, true)}`),
  ];
}

function choosePerson(anchor) {
  openPopover(
    anchor,
    (close, place) => {
      const list = h('div', { class: 'options', role: 'listbox' });
      const input = h('input', {
        class: 'options-search',
        type: 'text',
        placeholder: t('searchPeople'),
        'aria-label': t('searchPeople'),
        autocomplete: 'off',
      });
      let items = [];
      let active = 0;
      const search = () => {
        items = store.desk.people.filter(
          (person) => !person.deleted && matches(`${person.realName} ${person.title}`, input.value.trim()),
        );
        active = Math.max(
          0,
          items.findIndex((person) => person.id === store.userId),
        );
        draw();
        place();
      };
      const take = (person) => {
        close();
        actAs(person.id);
      };
      const draw = () =>
        fill(
          list,
          items.map((person, index) =>
            h(
              'div',
              {
                class: `option ${index === active ? 'active' : ''}`,
                role: 'option',
                'aria-selected': person.id === store.userId ? 'true' : 'false',
                onclick: () => take(person),
              },
              avatar(person.realName, { id: person.id, locale: person.locale, size: 'small' }),
              h(
                'span',
                { class: 'option-words' },
                h('span', {}, person.realName),
                h(
                  'small',
                  {},
                  [person.title, person.isAdmin ? 'admin' : '', person.isGuest ? t('guest') : '']
                    .filter(Boolean)
                    .join(' · '),
                ),
              ),
              person.id === store.userId ? icon('check') : null,
            ),
          ),
        );
      input.addEventListener('input', search);
      input.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && items[active]) take(items[active]);
        else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          active = (active + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % Math.max(1, items.length);
          draw();
          list.children[active]?.scrollIntoView({ block: 'nearest' });
        } else return;
        event.preventDefault();
      });
      queueMicrotask(() => {
        search();
        input.focus();
      });
      return h('div', { class: 'picker-panel' }, input, list);
    },
    { width: 340, label: t('actAs') },
  );
}

function openClock(anchor) {
  openPopover(
    anchor,
    () => {
      const input = h('input', {
        class: 'field',
        type: 'datetime-local',
        value: toLocalInput(new Date(demoNow().getTime() + 3_600_000)),
        'aria-label': t('moveClock'),
      });
      const quick = (label, run) => h('button', { type: 'button', class: 'button', onclick: run }, label);
      return h(
        'div',
        { class: 'clock-panel' },
        h('p', { class: 'muted' }, t('moveHint')),
        h(
          'div',
          { class: 'button-row' },
          quick(t('plusHour'), () => moveTo(new Date(demoNow().getTime() + 3_600_000))),
          quick(t('plusDay'), () => moveTo(new Date(demoNow().getTime() + 86_400_000))),
          quick(t('nextMorning'), () => moveTo(nextWorkingMorning())),
          store.boot.hasNextDue ? quick(t('nextDue'), () => moveClock({ jump: 'next-due' })) : null,
        ),
        h(
          'form',
          {
            class: 'clock-form',
            onsubmit: (event) => {
              event.preventDefault();
              const at = fromLocalInput(input.value);
              if (at && at > demoNow()) moveTo(at);
              else toast(t('onlyForward'));
            },
          },
          h('label', {}, h('small', { class: 'muted' }, zone()), input),
          h('button', { type: 'submit', class: 'button primary' }, t('moveTo')),
        ),
      );
    },
    { width: 360, label: t('moveClock') },
  );
}

/** The next Monday to Friday at eight in the person's zone. */
function nextWorkingMorning() {
  for (let days = 0; days < 8; days += 1) {
    const at = fromLocalInput(`${dayKey(new Date(demoNow().getTime() + days * 86_400_000))}T08:00`);
    const weekday = new Intl.DateTimeFormat('en-US', { timeZone: zone(), weekday: 'short' }).format(at);
    if (at > demoNow() && weekday !== 'Sat' && weekday !== 'Sun') return at;
  }
  return demoNow();
}

function moveTo(at) {
  return moveClock({ to: at.toISOString() });
}

async function moveClock(asked) {
  closePopover();
  document.body.classList.add('moving');
  const time = document.getElementById('demo-time');
  if (time) time.textContent = t('moving');
  try {
    const answer = await perform('clock', asked);
    if (!answer.moved) toast(t('nothingDue'));
  } catch (error) {
    toast(error.message);
  }
  document.body.classList.remove('moving');
  tick();
}

export function applyTheme() {
  const { theme } = recall();
  if (theme) document.documentElement.dataset.theme = theme;
}

function switchTheme() {
  const isDark = recall().theme ? recall().theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  remember({ theme: isDark ? 'light' : 'dark' });
  applyTheme();
}
