/** A drawer with what went between the chat and the bot, and how long it took. Closed unless asked for. */
import { see } from './api.js';
import { fill, h, icon } from './dom.js';
import { t } from './texts.js';

const opened = new Set();

export function isInspectorOpen() {
  return !document.getElementById('inspector').hidden;
}

export function toggleInspector() {
  const drawer = document.getElementById('inspector');
  drawer.hidden = !drawer.hidden;
  if (!drawer.hidden) drawInspector();
}

export async function drawInspector() {
  const drawer = document.getElementById('inspector');
  if (drawer.hidden) return;
  const exchanges = (await see('inspector')).reverse();
  drawer.setAttribute('aria-label', t('inspectorTitle'));
  fill(
    drawer,
    h(
      'header',
      { class: 'side-head' },
      h('strong', {}, t('inspectorTitle')),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': t('close'), onclick: toggleInspector },
        icon('close'),
      ),
    ),
    exchanges.length === 0
      ? h('p', { class: 'muted pad' }, t('inspectorEmpty'))
      : h('ol', { class: 'exchanges' }, exchanges.map(row)),
  );
}

function row(exchange) {
  const { id, direction, name, status, ms, problem, request, response } = exchange;
  const details = h(
    'details',
    { open: opened.has(id), class: problem ? 'problem' : '' },
    h(
      'summary',
      {},
      h(
        'span',
        { class: `direction ${direction}`, title: t(direction === 'out' ? 'toBot' : 'fromBot') },
        direction === 'out' ? '→' : '←',
      ),
      h('span', { class: 'exchange-name' }, name),
      h('span', { class: 'exchange-facts' }, problem ?? String(status ?? ''), ' · ', t('seconds', { ms })),
    ),
    h('h4', {}, t('request')),
    h('pre', {}, JSON.stringify(readable(request), null, 2)),
    h('h4', {}, t('answer')),
    h('pre', {}, JSON.stringify(readable(response), null, 2)),
  );
  details.addEventListener('toggle', () => (details.open ? opened.add(id) : opened.delete(id)));
  return h('li', {}, details);
}

/** Arguments that travel as JSON texts are shown as what they are. */
function readable(value) {
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      if (typeof each !== 'string' || !/^[[{]/.test(each)) return [name, each];
      try {
        return [name, JSON.parse(each)];
      } catch {
        return [name, each];
      }
    }),
  );
}
