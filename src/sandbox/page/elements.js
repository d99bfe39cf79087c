/** Buttons, menus and fields: each draws itself and says what was chosen in Slack's form. */
import { bare, choose } from './choice.js';
import { fromLocalInput, toLocalInput } from './dates.js';
import { h, icon, uid } from './dom.js';
import { fileInput, textInput } from './inputs.js';
import { openMenu } from './popover.js';
import { textNodes } from './rich.js';
import { selectElement } from './selects.js';
import { t } from './texts.js';

/**
 * `spot` says where the element stands: `{ host, blockId, dispatches, label, describedBy, isInvalid }`.
 * `host.enter` remembers a value, `host.use` tells the bot.
 */
export function drawElement(element, spot) {
  switch (element.type) {
    case 'button':
      return button(element, spot);
    case 'workflow_button':
    case 'icon_button':
      return button({ ...element, style: element.style }, spot);
    case 'overflow':
      return overflow(element, spot);
    case 'feedback_buttons':
      return h(
        'span',
        { class: 'button-row' },
        feedback(element, 'positive_button', spot),
        feedback(element, 'negative_button', spot),
      );
    case 'image':
      return h('img', { class: 'thumb', src: element.image_url, alt: element.alt_text, loading: 'lazy' });
    case 'checkboxes':
      return choices(element, spot, 'checkbox');
    case 'radio_buttons':
      return choices(element, spot, 'radio');
    case 'datepicker':
      return native(element, spot, 'date', 'selected_date');
    case 'timepicker':
      return native(element, spot, 'time', 'selected_time');
    case 'datetimepicker':
      return moment(element, spot);
    case 'file_input':
      return fileInput(element, spot);
    default:
      return element.type.endsWith('_select') ? selectElement(element, spot) : textInput(element, spot);
  }
}

function button(element, spot) {
  const node = h(
    element.url ? 'a' : 'button',
    {
      class: `button ${element.style ?? ''}`,
      type: element.url ? undefined : 'button',
      href: element.url,
      target: element.url ? '_blank' : undefined,
      rel: element.url ? 'noopener noreferrer' : undefined,
      'aria-label': element.accessibility_label,
      'data-action': element.action_id,
      onclick: () => press(node, () => choose(element, spot, {})),
    },
    textNodes(element.text),
  );
  return node;
}

function feedback(element, name, spot) {
  const side = element[name];
  const node = h(
    'button',
    { class: 'button', type: 'button', 'aria-label': side.accessibility_label },
    textNodes(side.text),
  );
  node.addEventListener('click', () =>
    press(node, () => choose(element, spot, { value: side.value, text: side.text })),
  );
  return node;
}

/** A second click while the first is under way does nothing. */
async function press(node, run) {
  if (node.getAttribute('aria-busy') === 'true') return;
  node.setAttribute('aria-busy', 'true');
  try {
    await run();
  } finally {
    node.removeAttribute('aria-busy');
  }
}

function overflow(element, spot) {
  const anchor = h(
    'button',
    {
      type: 'button',
      class: 'button icon-only',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'aria-label': t('moreActions'),
      'data-action': element.action_id,
      onclick: () =>
        openMenu(
          anchor,
          element.options.map((option) => ({
            text: textNodes(option.text),
            hint: option.description?.text,
            href: option.url,
            run: () => choose(element, spot, { selected_option: bare(option) }),
          })),
          t('moreActions'),
        ),
    },
    icon('more'),
  );
  return anchor;
}

function choices(element, spot, kind) {
  const field = kind === 'checkbox' ? 'selected_options' : 'selected_option';
  const value = spot.value?.[field];
  const isOn = (option) => [value].flat().some((each) => each?.value === option.value);
  const name = uid('choice');
  const box = h('div', {
    class: 'choices',
    role: kind === 'radio' ? 'radiogroup' : 'group',
    'aria-labelledby': spot.label?.id,
    'aria-describedby': spot.describedBy,
    'data-action': element.action_id,
  });
  const inputs = element.options.map((option) => {
    const input = h('input', {
      type: kind,
      name,
      checked: isOn(option),
      'aria-invalid': spot.isInvalid ? 'true' : undefined,
    });
    input.addEventListener('change', changed);
    const words = h(
      'span',
      { class: 'choice-words' },
      h('span', {}, textNodes(option.text)),
      option.description ? h('small', {}, textNodes(option.description)) : null,
    );
    box.append(h('label', { class: 'choice' }, input, words));
    return input;
  });
  function changed() {
    const on = element.options.filter((_option, index) => inputs[index].checked).map(bare);
    choose(element, spot, { [field]: kind === 'radio' ? (on[0] ?? null) : on });
  }
  return box;
}

function native(element, spot, type, field) {
  const input = h('input', {
    class: 'field',
    type,
    value: spot.value?.[field] ?? '',
    'aria-labelledby': spot.label?.id,
    'aria-label': spot.label?.id ? undefined : (element.placeholder?.text ?? type),
    'aria-describedby': spot.describedBy,
    'aria-invalid': spot.isInvalid ? 'true' : undefined,
    'data-action': element.action_id,
    onchange: () => choose(element, spot, { [field]: input.value || null }),
  });
  return input;
}

function moment(element, spot) {
  const seconds = spot.value?.selected_date_time;
  const input = h('input', {
    class: 'field',
    type: 'datetime-local',
    value: seconds ? toLocalInput(new Date(seconds * 1000)) : '',
    'aria-labelledby': spot.label?.id,
    'aria-describedby': spot.describedBy,
    'aria-invalid': spot.isInvalid ? 'true' : undefined,
    'data-action': element.action_id,
    onchange: () => {
      const at = fromLocalInput(input.value);
      choose(element, spot, { selected_date_time: at ? Math.floor(at.getTime() / 1000) : null });
    },
  });
  return input;
}
