/** What a person sees, as plain text: Slack's blocks to lines, buttons in [brackets], fields with what stands in them. */
import { elementsOf } from '../../src/sandbox/contract/blocks.ts';
import { type Bag, isBag } from '../../src/sandbox/contract/rules.ts';
import type { StoredView, Team } from '../../src/sandbox/types.ts';

/** Options beyond this are counted instead of listed. */
const optionsShown = 12;

export function messageLines(team: Team, message: { text: string; blocks: Bag[] | null; fileIds: string[] }): string[] {
  const lines = message.blocks ? message.blocks.flatMap((block) => blockLines(team, block)) : [message.text];
  const files = message.fileIds.map((id) => `‹${team.files[id]?.name ?? '?'}›`);
  return tidy([...lines, ...files]);
}

/** `isKnown`: the same form was shown before; of its fields only those with something in them are repeated. */
export function viewLines(team: Team, stored: StoredView, isKnown = false): string[] {
  const { view, values } = stored;
  const blocks = (view.blocks as Bag[]).flatMap((block) => {
    const value = values[String(block.block_id)];
    return isKnown && block.type === 'input' ? filledLines(team, block, value) : blockLines(team, block, value);
  });
  const closing = [view.submit, view.close].filter(isBag).map((label) => `[${words(label)}]`);
  const title = isBag(view.title) ? [`▸ ${words(view.title)}`] : [];
  return tidy([...title, ...blocks, ...(closing.length > 0 ? [closing.join(' ')] : [])]);
}

/** What makes a form the same one to a reader: its kind and its fields. */
export function formKey({ view }: StoredView): string {
  const labels = (view.blocks as Bag[]).filter(({ type }) => type === 'input').map(({ label }) => words(label));
  return [view.callback_id, ...labels].join('|');
}

function filledLines(team: Team, block: Bag, values: Record<string, Bag> | undefined): string[] {
  const element = block.element as Bag;
  const shown = fieldValue(team, element, values?.[String(element.action_id)]);
  return shown === '' ? [] : [`${words(block.label)}: ${shown.replaceAll('\n', '\n    ')}`];
}

/** The chosen words of one field, as they stand on the screen. */
export function fieldValue(team: Team, element: Bag, value: Bag | undefined): string {
  if (!value) return '';
  const several = value.selected_options ?? value.selected_users;
  if (Array.isArray(several)) {
    return several.map((each) => (isBag(each) ? words(each.text) : personName(team, each))).join('; ');
  }
  if (isBag(value.selected_option)) return words(value.selected_option.text);
  if (Array.isArray(value.files)) return value.files.map((file) => String((file as Bag).name)).join('; ');
  if (value.selected_user) return personName(team, value.selected_user);
  const plain = value.value ?? value.selected_date ?? value.selected_time ?? '';
  return element.type === 'datepicker' && typeof plain === 'string'
    ? plain.split('-').reverse().join('/')
    : String(plain);
}

function blockLines(team: Team, block: Bag, values?: Record<string, Bag>): string[] {
  switch (block.type) {
    case 'header':
      return [`# ${words(block.text)}`];
    case 'divider':
      return ['---'];
    case 'section':
      return withAccessory(sectionLines(team, block.text), block.accessory);
    case 'context':
      return [`(${(block.elements as Bag[]).map((element) => marked(team, words(element))).join(' ')})`];
    case 'actions':
      return [(block.elements as Bag[]).map(buttonText).join(' ')];
    case 'rich_text':
      return (block.elements as Bag[]).flatMap((part) => richLines(team, part));
    case 'table':
      return (block.rows as Bag[][]).map((row) => row.map((cell) => words(cell)).join(' | '));
    case 'input':
      return inputLines(team, block, values);
    default:
      return [`‹${String(block.type)}›`];
  }
}

function withAccessory(lines: string[], accessory: unknown): string[] {
  if (!isBag(accessory)) return lines;
  const last = lines.at(-1) ?? '';
  return [...lines.slice(0, -1), `${last}  ${buttonText(accessory)}`];
}

function buttonText(element: Bag): string {
  return `[${words(element.text)}]`;
}

function richLines(team: Team, part: Bag): string[] {
  const inner = part.elements as Bag[];
  if (part.type === 'rich_text_list') {
    const first = Number(part.offset ?? 0) + 1;
    return inner.map((item, index) => {
      const mark = part.style === 'ordered' ? `${first + index}.` : '•';
      return `${mark} ${inlineText(team, item.elements as Bag[])}`;
    });
  }
  const lines = inlineText(team, inner).split('\n');
  if (part.type === 'rich_text_quote') return lines.map((line) => `> ${line}`);
  if (part.type === 'rich_text_preformatted') return lines.map((line) => `  ${line}`);
  return lines;
}

function inlineText(team: Team, elements: Bag[]): string {
  return elements
    .map((element) => {
      switch (element.type) {
        case 'user':
          return `@${personName(team, element.user_id)}`;
        case 'channel':
          return `#${team.channels[String(element.channel_id)]?.name ?? '?'}`;
        case 'date':
          return String(element.fallback);
        case 'text':
          return isBag(element.style) && element.style.strike ? `~${String(element.text)}~` : String(element.text);
        default:
          return String(element.text ?? '');
      }
    })
    .join('');
}

function inputLines(team: Team, block: Bag, values?: Record<string, Bag>): string[] {
  const element = block.element as Bag;
  const value = values?.[String(element.action_id)];
  const optional = block.optional === true ? (team.seed.locale === 'vi' ? ' (không bắt buộc)' : ' (optional)') : '';
  const hint = isBag(block.hint) ? [`    ${words(block.hint)}`] : [];
  const options = Array.isArray(element.options) ? (element.options as Bag[]) : [];
  if (element.type === 'checkboxes' || element.type === 'radio_buttons') {
    const chosen = fieldValue(team, element, value).split('; ');
    const marks = options.map((option) => `${chosen.includes(words(option.text)) ? '☑' : '☐'} ${words(option.text)}`);
    return [`${words(block.label)}${optional}:`, ...marks.map((mark) => `    ${mark}`), ...hint];
  }
  const shown = fieldValue(team, element, value).split('\n');
  const list =
    options.length > 0 && options.length <= optionsShown
      ? [`    ▾ ${options.map((option) => words(option.text)).join(' / ')}`]
      : [];
  return [`${words(block.label)}${optional}: ${shown.join('\n    ') || '____'}`, ...list, ...hint];
}

/** The label of a button, an option or a plain text object. */
export function words(text: unknown): string {
  if (!isBag(text)) return '';
  return isBag(text.text) ? words(text.text) : String(text.text ?? text.value ?? '');
}

export function personName(team: Team, id: unknown): string {
  return team.people[String(id)]?.real_name ?? '?';
}

function sectionLines(team: Team, text: unknown): string[] {
  const shown = marked(team, words(text));
  const isMarkdown = isBag(text) && text.type === 'mrkdwn';
  return (isMarkdown ? shown.replace(/\*([^*\n]+)\*/g, '$1') : shown).split('\n');
}

/** Slack's own escapes, read back. */
function marked(team: Team, text: string): string {
  return text
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<@([A-Z0-9]+)>/g, (_, id: string) => `@${personName(team, id)}`)
    .replace(/<#([A-Z0-9]+)>/g, (_, id: string) => `#${team.channels[id]?.name ?? '?'}`)
    .replace(/<[^|>]+\|([^>]*)>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Ids, hashes and secret addresses differ from run to run and tell nobody anything. */
function tidy(lines: string[]): string[] {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) =>
      line
        .replace(/https?:\/\/(localhost|127\.0\.0\.1)\S*/g, '‹…›')
        .replace(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, '‹…›')
        .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{12,}\b/g, '‹…›')
        .trimEnd(),
    );
}

/** Where a button or field stands: found by its handler's name and, in a list, by the words beside it. */
export interface Spot {
  readonly blockId: string;
  readonly actionId: string;
  readonly label: string;
  readonly confirm: Bag | null;
}

/**
 * `action` is "feature.name" of a button, with ":choice" where several differ only in what they carry; `beside` are words
 * of its row. Null: not there.
 */
export function findButton(team: Team, blocks: readonly Bag[], action: string, beside: string | null): Spot | null {
  const [name = '', choice] = action.split(':');
  let above = '';
  for (const block of blocks) {
    const own = blockLines(team, block).join('\n');
    for (const element of elementsOf(block)) {
      const id = String(element.action_id ?? '');
      const carries = choice === undefined || String(element.value).includes(`"${choice}"`);
      const isIt = element.type === 'button' && id.split('#')[0] === name && carries;
      if (!isIt || !(beside === null || own.includes(beside) || above.includes(beside))) continue;
      const confirm = isBag(element.confirm) ? element.confirm : null;
      return { blockId: String(block.block_id), actionId: id, label: words(element.text), confirm };
    }
    above = own;
  }
  return null;
}
