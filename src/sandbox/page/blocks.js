/** Draws Slack's blocks. What cannot be drawn says so instead of vanishing. */
import { h, icon, uid } from './dom.js';
import { drawElement } from './elements.js';
import { markdown } from './markdown.js';
import { plainText, richText, textNodes } from './rich.js';
import { t } from './texts.js';

export function drawBlocks(blocks, host) {
  return blocks.map((block) =>
    h('div', { class: `block ${block.type}`, 'data-block': block.block_id }, draw(block, host)),
  );
}

function draw(block, host) {
  switch (block.type) {
    case 'section':
      return section(block, host);
    case 'header':
      return h('h3', { class: 'block-title' }, textNodes(block.text));
    case 'divider':
      return h('hr');
    case 'context':
      return h('div', { class: 'context-row' }, block.elements.map(contextItem));
    case 'actions':
    case 'context_actions':
      return h(
        'div',
        { class: 'button-row' },
        block.elements.map((element) => drawElement(element, spotOf(block, element, host))),
      );
    case 'input':
      return input(block, host);
    case 'image':
      return picture(block);
    case 'markdown':
      return h('div', { class: 'markdown' }, markdown(block.text));
    case 'rich_text':
      return h('div', { class: 'rich' }, richText(block));
    case 'table':
    case 'data_table':
      return table(block);
    case 'alert':
      return h('div', { class: `alert ${block.level ?? 'default'}`, role: 'note' }, textNodes(block.text));
    case 'card':
      return card(block, host);
    case 'carousel':
      return h(
        'div',
        { class: 'carousel' },
        block.elements.map((each) => card(each, host)),
      );
    case 'container':
      return container(block, host);
    case 'task_card':
      return task(block);
    case 'plan':
      return h('div', { class: 'plan' }, h('strong', {}, block.title), (block.tasks ?? []).map(task));
    default:
      return h('p', { class: 'undrawn' }, `[${block.type}]`);
  }
}

function spotOf(block, element, host, more = {}) {
  const value = host.valueOf(block.block_id, element.action_id);
  return { host, blockId: block.block_id, value, dispatches: true, ...more };
}

function section(block, host) {
  const fields = block.fields
    ? h(
        'div',
        { class: 'fields' },
        block.fields.map((field) => h('div', {}, textNodes(field))),
      )
    : null;
  const accessory = block.accessory
    ? h('div', { class: 'accessory' }, drawElement(block.accessory, spotOf(block, block.accessory, host)))
    : null;
  const words = h(
    'div',
    { class: 'section-words' },
    block.text ? h('div', { class: 'text' }, textNodes(block.text)) : null,
    fields,
  );
  return h('div', { class: 'section-row' }, words, accessory);
}

function contextItem(element) {
  if (element.type === 'image') return h('img', { src: element.image_url, alt: element.alt_text });
  return h('span', {}, textNodes(element));
}

function input(block, host) {
  const labelId = uid('label');
  const hintId = uid('hint');
  const error = host.errorOf?.(block.block_id);
  const describedBy = [block.hint && hintId, error && `${hintId}-error`].filter(Boolean).join(' ') || undefined;
  const spot = spotOf(block, block.element, host, {
    dispatches: block.dispatch_action === true,
    label: { id: labelId, text: block.label.text },
    describedBy,
    isInvalid: Boolean(error),
  });
  return h(
    'div',
    { class: `input-row ${error ? 'has-error' : ''}` },
    h(
      'div',
      { class: 'label', id: labelId },
      plainText(block.label.text),
      block.optional ? h('span', { class: 'muted' }, ` ${t('optional')}`) : null,
    ),
    drawElement(block.element, spot),
    error ? h('div', { class: 'field-error', id: `${hintId}-error` }, icon('warn'), error) : null,
    block.hint ? h('div', { class: 'hint', id: hintId }, plainText(block.hint.text)) : null,
  );
}

function picture(block) {
  const image = h('img', { class: 'picture', src: block.image_url, alt: block.alt_text, loading: 'lazy' });
  return h('figure', {}, block.title ? h('figcaption', {}, plainText(block.title.text)) : null, image);
}

function table(block) {
  const [head = [], ...rows] = block.rows;
  const classOf = (index) => {
    const { align, is_wrapped: isWrapped } = block.column_settings?.[index] ?? {};
    return `${align ?? ''} ${isWrapped ? 'wrapped' : ''}`;
  };
  const cells = (row, tag) =>
    row.map((cell, index) =>
      h(tag, { class: classOf(index), scope: tag === 'th' ? 'col' : undefined }, cellContent(cell)),
    );
  return h(
    'div',
    { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': block.caption ?? undefined },
    h(
      'table',
      {},
      block.caption ? h('caption', {}, block.caption) : null,
      h('thead', {}, h('tr', {}, cells(head, 'th'))),
      h(
        'tbody',
        {},
        rows.map((row) => h('tr', {}, cells(row, 'td'))),
      ),
    ),
  );
}

function cellContent(cell) {
  return cell.type === 'rich_text' ? richText(cell) : cell.text;
}

function card(block, host) {
  return h(
    'div',
    { class: 'card' },
    block.hero_image
      ? h('img', { class: 'picture', src: block.hero_image.image_url, alt: block.hero_image.alt_text })
      : null,
    block.title ? h('strong', {}, textNodes(block.title)) : null,
    block.subtitle ? h('div', { class: 'muted' }, textNodes(block.subtitle)) : null,
    block.body ? h('div', {}, textNodes(block.body)) : null,
    block.actions
      ? h(
          'div',
          { class: 'button-row' },
          block.actions.map((element) => drawElement(element, spotOf(block, element, host))),
        )
      : null,
  );
}

function container(block, host) {
  const title = block.title
    ? plainText(block.title.text)
    : block.rich_text_title
      ? richText(block.rich_text_title)
      : '';
  const content = drawBlocks(block.child_blocks, host);
  if (!block.is_collapsible) return h('div', { class: 'card' }, title ? h('strong', {}, title) : null, content);
  return h('details', { class: 'card', open: !block.default_collapsed }, h('summary', {}, title), content);
}

function task(block) {
  const marks = { pending: '○', in_progress: '◐', complete: '●', error: '✕' };
  return h(
    'div',
    { class: 'task' },
    h('span', { 'aria-hidden': 'true' }, marks[block.status] ?? '○'),
    ' ',
    block.title,
    block.details ? richText(block.details) : null,
  );
}
