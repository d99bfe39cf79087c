/** A box to choose one or several things from a list that can be searched, with the keyboard alone if one likes. */
import { fill, h, icon, uid } from './dom.js';
import { openPopover } from './popover.js';
import { t } from './texts.js';

/**
 * Items are `{ key, label, hint, group, lead, data }`. `find(query)` returns them, now or later, or null when it failed.
 * `onPick` gets the data of all that is chosen.
 */
export function picker({
  chosen,
  find,
  onPick,
  several,
  max,
  placeholder,
  minQuery = 0,
  label,
  describedBy,
  isInvalid,
}) {
  let picked = chosen;
  const words = h('span', { class: 'picker-words' });
  const box = h(
    'button',
    {
      type: 'button',
      class: 'picker',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-labelledby': label?.id,
      'aria-label': label?.text,
      'aria-describedby': describedBy,
      'aria-invalid': isInvalid ? 'true' : undefined,
      onclick: open,
      onkeydown: (event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        open();
      },
    },
    words,
    icon('down'),
  );
  const chips = several ? h('div', { class: 'chips' }) : null;
  const root = h('div', { class: 'picker-root' }, box, chips);
  show();
  return root;

  function show() {
    const single = several ? null : picked[0];
    words.classList.toggle('placeholder', !single);
    fill(words, single ? single.label : (placeholder ?? t(several ? 'chooseSeveral' : 'choose')));
    if (chips) fill(chips, picked.map(chip));
  }

  function chip(item) {
    const remove = h(
      'button',
      { type: 'button', class: 'chip-x', 'aria-label': t('remove', { name: item.label }), onclick: () => drop(item) },
      icon('close'),
    );
    return h('span', { class: 'chip' }, item.lead?.(), h('span', {}, item.label), remove);
  }

  function drop(item) {
    picked = picked.filter((each) => each.key !== item.key);
    show();
    onPick(picked.map((each) => each.data));
  }

  function choose(item, close) {
    if (!several) {
      picked = [item];
      close();
    } else if (picked.some((each) => each.key === item.key)) picked = picked.filter((each) => each.key !== item.key);
    else if (!max || picked.length < max) picked = [...picked, item];
    show();
    onPick(picked.map((each) => each.data));
  }

  function open() {
    openPopover(box, (close, place) => buildList({ close, place }), { width: 'anchor', label: label?.text });
  }

  function buildList({ close, place }) {
    const listId = uid('list');
    const list = h('div', {
      class: 'options',
      role: 'listbox',
      id: listId,
      'aria-multiselectable': several || undefined,
    });
    const input = h('input', {
      class: 'options-search',
      type: 'text',
      role: 'combobox',
      placeholder: t('search'),
      'aria-label': t('search'),
      'aria-controls': listId,
      'aria-expanded': 'true',
      'aria-autocomplete': 'list',
      autocomplete: 'off',
    });
    let items = [];
    let active = -1;
    let round = 0;

    async function search() {
      const query = input.value.trim();
      round += 1;
      const mine = round;
      if (query.length < minQuery) return note(t('typeMore', { n: minQuery }));
      const answer = find(query);
      if (answer instanceof Promise) note(t('loading'));
      const found = await answer;
      if (mine !== round) return undefined;
      if (found === null) return note(t('noAnswer'));
      items = found;
      active = Math.max(
        0,
        items.findIndex((item) => picked.some((each) => each.key === item.key)),
      );
      if (items.length === 0) return note(t('nothingFound'));
      return draw();
    }

    function note(text) {
      items = [];
      active = -1;
      fill(list, h('div', { class: 'options-note' }, text));
      place();
    }

    function draw() {
      let group = null;
      const rows = items.flatMap((item, index) => {
        const heading = item.group && item.group !== group ? h('div', { class: 'options-group' }, item.group) : null;
        group = item.group ?? null;
        const isChosen = picked.some((each) => each.key === item.key);
        const row = h(
          'div',
          {
            class: `option ${index === active ? 'active' : ''}`,
            role: 'option',
            id: `${listId}-${index}`,
            'aria-selected': isChosen ? 'true' : 'false',
            onpointermove: () => active !== index && move(index, false),
            onclick: () => {
              choose(item, close);
              if (several) draw();
            },
          },
          item.lead?.(),
          h('span', { class: 'option-words' }, h('span', {}, item.label), item.hint ? h('small', {}, item.hint) : null),
          isChosen ? icon('check') : null,
        );
        return [heading, row];
      });
      fill(list, rows);
      if (active >= 0) input.setAttribute('aria-activedescendant', `${listId}-${active}`);
      place();
    }

    function move(to, scroll = true) {
      if (items.length === 0) return;
      active = (to + items.length) % items.length;
      for (const [index, row] of [...list.querySelectorAll('.option')].entries())
        row.classList.toggle('active', index === active);
      input.setAttribute('aria-activedescendant', `${listId}-${active}`);
      if (scroll) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
    }

    let waiting = null;
    input.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(search, 120);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown') move(active + 1);
      else if (event.key === 'ArrowUp') move(active - 1);
      else if (event.key === 'Enter' && items[active]) {
        choose(items[active], close);
        if (several) draw();
      } else if (event.key === 'Tab') return close();
      else return undefined;
      return event.preventDefault();
    });
    queueMicrotask(() => {
      input.focus();
      search();
    });
    return h('div', { class: 'picker-panel' }, input, list);
  }
}

/** Case and accents do not matter: "le thi" finds "Lê Thị". */
export function matches(text, query) {
  return fold(text).includes(fold(query));
}

export function fold(text) {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}
