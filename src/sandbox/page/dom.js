/** Makes elements. Text always goes in as text, so nothing that anyone typed can become markup. */

/** `h('button', { class: 'x', onclick: … }, 'words', child)`; false, null and undefined children are left out. */
export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'selected' || name === 'indeterminate')
      node[name] = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...clean(children));
  return node;
}

export function fill(node, ...children) {
  node.replaceChildren(...clean(children));
  return node;
}

function clean(children) {
  return children.flat(9).filter((child) => child !== null && child !== undefined && child !== false);
}

const paths = {
  hash: 'M5 9h15M4 15h15M10 4L7 20M17 4l-3 16',
  lock: 'M7 11V8a5 5 0 0110 0v3M6 11h12v9H6z',
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  message: 'M4 5h16v11H9l-5 4z',
  clock: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l3.5 2',
  sun: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5',
  moon: 'M20 14.5A8.5 8.5 0 119.5 4a7 7 0 0010.5 10.5z',
  pulse: 'M3 12h4l3-8 4 16 3-8h4',
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
  down: 'M6 9l6 6 6-6',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 100 6 3 3 0 000-6z',
  send: 'M4 12l16-8-6 16-3-6z',
  more: 'M5 11a1 1 0 100 2 1 1 0 000-2zM12 11a1 1 0 100 2 1 1 0 000-2zM19 11a1 1 0 100 2 1 1 0 000-2z',
  gear: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 4v6M8 14v6',
  search: 'M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l5 5',
  check: 'M5 13l4 4L19 7',
  people:
    'M9 5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 5.5a3 3 0 010 6M18 14.500c2 .8 3.200 2.700 3.500 5.500',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  warn: 'M12 4l9 16H3zM12 10v4M12 17h.01',
};

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name] ?? '');
  svg.append(path);
  return svg;
}

/** A coloured square with the first letter of the given name: the last word in Vietnamese, else the first. */
export function avatar(name, { id = name, locale = 'en-US', size = '' } = {}) {
  const words = name.split(/\s+/).filter(Boolean);
  const word = (locale.startsWith('vi') ? words.at(-1) : words[0]) ?? '?';
  const hue = [...id].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 12, 7);
  return h('span', { class: `avatar hue-${hue} ${size}`, 'aria-hidden': 'true' }, [...word][0]?.toUpperCase() ?? '?');
}

export function appAvatar(size = '') {
  return h('span', { class: `avatar app ${size}`, 'aria-hidden': 'true' }, 'Q');
}

let serial = 0;
export function uid(prefix) {
  serial += 1;
  return `${prefix}-${serial}`;
}

export function toast(text) {
  const node = h('div', { class: 'toast' }, text);
  document.getElementById('toasts').append(node);
  setTimeout(() => node.remove(), 6000);
}
