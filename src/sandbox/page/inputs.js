/** Fields that one types into, and the one that takes files. */
import { perform } from './api.js';
import { fill, h, icon, toast } from './dom.js';
import { t } from './texts.js';

const kinds = { number_input: 'text', email_text_input: 'email', url_text_input: 'url' };

export function textInput(element, spot) {
  const isRich = element.type === 'rich_text_input';
  const isLong = element.multiline || isRich;
  const node = h(isLong ? 'textarea' : 'input', {
    class: 'field',
    type: isLong ? undefined : (kinds[element.type] ?? 'text'),
    inputmode: element.type === 'number_input' ? (element.is_decimal_allowed ? 'decimal' : 'numeric') : undefined,
    rows: isLong ? 4 : undefined,
    maxlength: element.max_length,
    placeholder: element.placeholder?.text,
    'aria-labelledby': spot.label?.id,
    'aria-describedby': spot.describedBy,
    'aria-invalid': spot.isInvalid ? 'true' : undefined,
    'data-action': element.action_id,
    'data-autofocus': element.focus_on_load || undefined,
    autocomplete: 'off',
  });
  node.value = isRich ? richToText(spot.value?.rich_text_value) : (spot.value?.value ?? '');
  const current = () => (isRich ? { rich_text_value: textToRich(node.value) } : { value: node.value || null });
  const on = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  let waiting = null;
  node.addEventListener('input', () => {
    spot.host.enter(spot.blockId, element.action_id, { type: element.type, ...current() });
    if (!spot.dispatches || !on.includes('on_character_entered')) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => spot.host.use(spot.blockId, element.action_id, current()), 500);
  });
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || isLong || event.isComposing) return;
    event.preventDefault();
    if (spot.dispatches && on.includes('on_enter_pressed')) spot.host.use(spot.blockId, element.action_id, current());
    else spot.host.submit?.();
  });
  if (isLong) {
    node.addEventListener('input', () => grow(node));
    requestAnimationFrame(() => grow(node));
  }
  return node;
}

function grow(area) {
  area.style.height = 'auto';
  area.style.height = `${Math.min(area.scrollHeight + 2, 320)}px`;
}

function textToRich(text) {
  if (!text) return null;
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}

function richToText(value) {
  return (value?.elements ?? [])
    .flatMap((part) => part.elements ?? [])
    .map((run) => run.text ?? '')
    .join('');
}

export function fileInput(element, spot) {
  let files = spot.value?.files ?? [];
  const list = h('ul', { class: 'file-list' });
  const input = h('input', {
    type: 'file',
    class: 'visually-hidden',
    multiple: (element.max_files ?? 10) > 1,
    accept: element.filetypes?.map((type) => `.${type}`).join(','),
    'aria-labelledby': spot.label?.id,
    'aria-describedby': spot.describedBy,
    'data-action': element.action_id,
    onchange: async () => {
      for (const file of [...input.files].slice(0, (element.max_files ?? 10) - files.length)) await add(file);
      input.value = '';
    },
  });
  show();
  return h('div', { class: 'file-input' }, h('label', { class: 'button' }, icon('file'), t('chooseFile'), input), list);

  async function add(file) {
    try {
      const answer = await perform('upload', { name: file.name, base64: await base64Of(file) });
      files = [...files, answer.file];
    } catch (error) {
      toast(error.message);
    }
    changed();
  }

  function changed() {
    spot.host.enter(spot.blockId, element.action_id, { type: element.type, files });
    show();
  }

  function show() {
    fill(
      list,
      files.map((file) =>
        h(
          'li',
          { class: 'chip' },
          h('span', {}, file.name),
          h(
            'button',
            {
              type: 'button',
              class: 'chip-x',
              'aria-label': t('remove', { name: file.name }),
              onclick: () => {
                files = files.filter((each) => each.id !== file.id);
                changed();
              },
            },
            icon('close'),
          ),
        ),
      ),
    );
  }
}

function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
