/** What Slack would say to a drawing: the sandbox's checks, written apart from ours, and what Slack never says but does. */
import { refuseMessage } from '../../src/sandbox/contract/messages.ts';
import type { Bag } from '../../src/sandbox/contract/rules.ts';
import { checkView, viewBytesLimit } from '../../src/sandbox/contract/views.ts';
import { escaped } from '../../src/slack/blocks/cut.ts';

/** Empty when Slack would take it. */
export function problemsWithMessage(message: { text: string; blocks: readonly object[] }): string[] {
  const refusal = refuseMessage(stored({ ...message }), 4_000);
  const table = message.blocks.filter((block) => (block as Bag).type === 'table').length;
  return [
    ...(refusal ? [refusal.error, ...refusal.messages] : []),
    ...(table > 1 ? ['only_one_table_allowed'] : []),
    ...(everyText(message.blocks).join('').length > 11_000 ? ['msg_blocks_too_long'] : []),
    ...pings(message.text),
    ...parsedTexts(message.blocks).flatMap(pings),
  ];
}

export function problemsWithView(view: object, surface: 'modal' | 'home'): string[] {
  const problems: string[] = [];
  checkView(stored({ ...view }), surface, '', (at, problem) => void problems.push(`${problem} ${at}`));
  if (Buffer.byteLength(JSON.stringify(view)) > viewBytesLimit) problems.push('view_too_large');
  if (everyType(view).includes('table')) problems.push('unsupported type: table (messages only)');
  return [...problems, ...parsedTexts(view).flatMap(pings)];
}

/** Markup that would notify somebody or disguise a link. Dates, and people and links that we name ourselves, do not. */
function pings(text: string): string[] {
  const markup = text.match(/<[^>]*>/gu) ?? [];
  const ours = /^<(!date\^\d+\^[^|<>]+\|[^<>]*|@U0ANH|#C0HALL|(https?:|mailto:)[^<>|\s]+\|[^<>|]*)>$/u;
  return markup.filter((each) => !ours.test(each)).map((each) => `markup: ${each}`);
}

/** As Slack keeps it: plain text is escaped, and counted so. Parsed text is escaped by whoever sends it. */
function stored(value: unknown): Bag {
  const walk = (part: unknown, type?: unknown): unknown => {
    if (Array.isArray(part)) return part.map((each) => walk(each));
    if (typeof part !== 'object' || part === null) return part;
    const bag = part as Bag;
    return Object.fromEntries(
      Object.entries(bag).map(([name, each]) => {
        const isPlain = name === 'text' && typeof each === 'string' && bag.type !== 'mrkdwn' && bag.type !== undefined;
        return [name, isPlain ? escaped(each) : walk(each, type)];
      }),
    );
  };
  return walk(value) as Bag;
}

function parsedTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(parsedTexts);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as Bag;
  if (type === 'mrkdwn') return [String(text)];
  return Object.values(value).flatMap(parsedTexts);
}

export function everyText(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(everyText);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'text' && typeof each === 'string' ? [each] : everyText(each),
  );
}

function everyType(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(everyType);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (name === 'type' ? [each] : everyType(each)));
}
