/** The open modals of the person acted as: one window that shows the topmost. */
import { perform } from './api.js';
import { drawBlocks } from './blocks.js';
import { fill, h, icon } from './dom.js';
import { guarded } from './hosts.js';
import { isPopoverOpen, whenPopoverCloses } from './popover.js';
import { plainText } from './rich.js';
import { store } from './store.js';
import { t } from './texts.js';

let dialog = null;
/** Where the person was before the first window opened: there they go on. */
let before = null;
let shownKey = '';
/** By view: what the person has entered, what is wrong, and what went wrong. Kept until the view is gone. */
const forms = new Map();

export function drawModal() {
  const views = store.desk?.views ?? [];
  for (const id of forms.keys()) if (!views.some((view) => view.id === id)) forms.delete(id);
  const view = views.at(-1);
  if (!view) return hide();
  const key = `${view.id} ${view.hash}`;
  // Whoever is choosing from an open list is not interrupted: the answer to the field before is drawn afterwards.
  if (isPopoverOpen() && dialog?.dataset.view === view.id) return whenPopoverCloses(drawModal);
  if (key !== shownKey) {
    shownKey = key;
    show(view, views.length);
  }
  return undefined;
}

function hide() {
  shownKey = '';
  if (!dialog) return;
  dialog.remove();
  dialog = null;
  // What opened it may have been drawn anew meanwhile.
  (before?.isConnected ? before : document.getElementById('composer-text'))?.focus({ preventScroll: true });
  before = null;
}

function formOf(view) {
  const form = forms.get(view.id) ?? { values: {}, errors: {}, trouble: null, isBusy: false };
  forms.set(view.id, form);
  // What was entered here wins over the server's copy as long as the element is still the same one.
  const values = structuredClone(view.state.values);
  for (const [blockId, actions] of Object.entries(form.values)) {
    for (const [actionId, value] of Object.entries(actions)) {
      if (values[blockId]?.[actionId]?.type === value.type) values[blockId][actionId] = value;
    }
  }
  form.values = values;
  return form;
}

function show(view, depth) {
  const form = formOf(view);
  const focused = document.activeElement?.closest?.('[data-block]')?.dataset.block;
  const isNew = !dialog;
  if (isNew) {
    before = document.activeElement;
    dialog = h('dialog', { class: 'dialog modal', 'aria-labelledby': 'modal-title' });
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      if (!isPopoverOpen()) closeTop(store.desk.views.at(-1)?.id);
    });
    document.body.append(dialog);
  }
  dialog.dataset.view = view.id;
  const scroll = dialog.querySelector('.dialog-body')?.scrollTop ?? 0;
  fill(dialog, content(view, form, depth));
  if (isNew) dialog.showModal();
  const body = dialog.querySelector('.dialog-body');
  body.scrollTop = isNew ? 0 : scroll;
  const back = focused && body.querySelector(`[data-block="${CSS.escape(focused)}"]`);
  focusFirst(back || body);
}

function content(view, form, depth) {
  const host = hostOf(view, form);
  const top = () => store.desk.views.at(-1)?.id ?? view.id;
  return h(
    'form',
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        submit(view);
      },
    },
    h(
      'header',
      { class: 'dialog-head' },
      depth > 1
        ? h(
            'button',
            { type: 'button', class: 'icon-button', 'aria-label': t('back'), onclick: () => closeTop(top()) },
            icon('back'),
          )
        : null,
      h('span', { class: 'avatar app small', 'aria-hidden': 'true' }, 'Q'),
      h('h2', { id: 'modal-title' }, plainText(view.title.text)),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': t('close'), onclick: () => closeTop(top(), true) },
        icon('close'),
      ),
    ),
    h('div', { class: 'dialog-body' }, troubleBar(form), drawBlocks(view.blocks, host)),
    h(
      'footer',
      { class: 'dialog-foot' },
      h(
        'button',
        { type: 'button', class: 'button', onclick: () => closeTop(top()) },
        view.close ? plainText(view.close.text) : t('close'),
      ),
      view.submit
        ? h(
            'button',
            { type: 'submit', class: 'button primary', 'aria-busy': form.isBusy ? 'true' : undefined },
            plainText(view.submit.text),
          )
        : null,
    ),
  );
}

function troubleBar(form) {
  return form.trouble ? h('div', { class: 'alert error', role: 'alert' }, icon('warn'), form.trouble) : null;
}

function hostOf(view, form) {
  let waiting = null;
  const place = { viewId: view.id };
  return {
    valueOf: (blockId, actionId) => form.values[blockId]?.[actionId],
    errorOf: (blockId) => form.errors[blockId],
    enter(blockId, actionId, value) {
      form.values[blockId] = { ...form.values[blockId], [actionId]: value };
      forgetError(form, blockId);
      clearTimeout(waiting);
      waiting = setTimeout(() => guarded(() => perform('enter', { ...place, values: form.values })), 600);
    },
    async use(blockId, actionId, choice) {
      clearTimeout(waiting);
      const answer = await guarded(() => perform('act', { ...place, blockId, actionId, choice, values: form.values }));
      setTrouble(view, form, answer?.trouble ?? null);
    },
    suggest: async (blockId, actionId, query) =>
      (await perform('suggest', { ...place, blockId, actionId, query, values: form.values })).options,
    submit: () => submit(view),
  };
}

/** What was wrong with a field is no longer said once it is being mended. */
function forgetError(form, blockId) {
  if (!form.errors[blockId]) return;
  delete form.errors[blockId];
  const block = dialog?.querySelector(`[data-block="${CSS.escape(blockId)}"]`);
  block?.querySelector('.has-error')?.classList.remove('has-error');
  block?.querySelector('.field-error')?.remove();
  block?.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
}

function setTrouble(view, form, trouble) {
  if (form.trouble === trouble) return;
  form.trouble = trouble;
  redraw(view);
}

/** The same view again, for its errors: only if it is still the one on top. */
function redraw(view) {
  const views = store.desk.views;
  const current = views.at(-1);
  if (current?.id === view.id) show(current, views.length);
}

async function submit(view) {
  const form = forms.get(view.id);
  if (!form || form.isBusy) return;
  form.isBusy = true;
  dialog?.querySelector('[type=submit]')?.setAttribute('aria-busy', 'true');
  const answer = await guarded(() => perform('submit', { viewId: view.id, values: form.values }));
  form.isBusy = false;
  form.trouble = answer?.trouble ?? null;
  const blocked = Object.entries(answer?.blocked ?? {}).map(([blockId, problem]) => [
    blockId,
    t(problem.kind, problem),
  ]);
  form.errors = { ...Object.fromEntries(blocked), ...(answer?.errors ?? {}) };
  redraw(view);
  const first = dialog?.querySelector('.has-error, .dialog-body > .alert.error');
  if (first) {
    first.scrollIntoView({ block: 'nearest' });
    focusFirst(first);
  }
}

async function closeTop(viewId, all = false) {
  await guarded(() => perform('close', { viewId, all }));
}

function focusFirst(root) {
  const wanted =
    root.querySelector('[data-autofocus]') ?? root.querySelector('input:not([type=file]), textarea, .picker, select');
  (wanted ?? dialog?.querySelector('[type=submit]') ?? dialog?.querySelector('.dialog-foot button'))?.focus({
    preventScroll: false,
  });
}
