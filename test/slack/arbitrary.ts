/** Any message and any form: emoji, right-to-left text, Slack's markup, control characters, 20,000 characters. */
import fc from 'fast-check';
import type { Field, Form, Input, Option } from '../../src/chat/form.ts';
import type { Block, Button, Message } from '../../src/chat/message.ts';
import type { Inline, Rich } from '../../src/kernel/rich.ts';

const nasty = [
  '<!channel>',
  '<@U0ANH>',
  '<!subteam^S1|x>',
  '<https://evil.example|https://bank.example>',
  '&lt;!here&gt;',
  '&&&&&&&&<<<<<<>>>>>>',
  '*bold* _it_ ~no~ `code` ```block```',
  'مرحبا بالعالم',
  'שלום \u202eevil\u202c',
  'Nguyễn Thị Ngọc Ánh',
  'Nguye\u0302\u0303n',
  '👩‍👩‍👧‍👦🏳️‍🌈👍🏽',
  '漢字かな交じり文',
  '\u0000\u0007\u200b\ud800x\udc00',
  '   ',
  '\n\n\n',
  '',
  ':smile: :channel:',
];

const piece = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 40 }), fc.string());

/** Mostly short, sometimes far beyond every limit. */
export const text = fc.oneof(
  { weight: 6, arbitrary: fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(' ')) },
  {
    weight: 1,
    arbitrary: fc.tuple(piece, fc.integer({ min: 1, max: 20_000 })).map(([p, length]) => filled(p, length)),
  },
);

function filled(of: string, length: number): string {
  return `${of}x `.repeat(Math.ceil(length / (of.length + 2))).slice(0, length);
}

const moment = fc.date({ min: new Date('1960-01-01'), max: new Date('2400-01-01'), noInvalidDate: true });
const inline: fc.Arbitrary<Inline> = fc.oneof(
  text,
  text.map((bold) => ({ bold })),
  text.map((italic) => ({ italic })),
  text.map((struck) => ({ struck })),
  fc.record({
    moment,
    fallback: text,
    locale: fc.constantFrom('vi', 'en'),
    style: fc.constantFrom<'date' | 'date-time' | 'time'>('date', 'date-time', 'time'),
  }),
  fc.constantFrom({ user: 'U0ANH' }, { user: 'not an id' }, { channel: 'C0HALL' }, { channel: '<!here>' }),
  fc.record({ link: fc.oneof(fc.webUrl(), text, fc.constant('https://a.example/|<!channel>')), label: text }),
);
const rich: fc.Arbitrary<Rich> = fc.array(inline, { maxLength: 8 });

const action = fc.constantFrom('review.agree', 'plan.open', 'test.press');
const button: fc.Arbitrary<Button> = fc.record(
  {
    action,
    label: text,
    data: fc.dictionary(fc.constantFrom('a', 'b'), fc.uuid(), { maxKeys: 2 }),
    style: fc.constantFrom<'primary' | 'danger'>('primary', 'danger'),
    confirm: fc.record({ title: text, text, yes: text, no: text }),
    link: fc.oneof(fc.webUrl(), text),
  },
  { requiredKeys: ['action', 'label', 'data'] },
);

const cell = fc.oneof({ weight: 20, arbitrary: piece }, { weight: 1, arbitrary: text });

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text }),
  fc.record({ kind: fc.constant('text' as const), text: rich }),
  fc.record({ kind: fc.constant('quote' as const), text }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(rich, { maxLength: 30 }), ordered: fc.boolean() }),
  fc.record({ kind: fc.constant('facts' as const), rows: fc.array(fc.tuple(text, rich), { maxLength: 20 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    header: fc.array(cell, { maxLength: 24 }),
    rows: fc.oneof(
      fc.array(fc.array(cell, { maxLength: 24 }), { maxLength: 5 }),
      fc.array(fc.array(cell, { maxLength: 3 }), { minLength: 90, maxLength: 110, size: 'max' }),
    ),
  }),
  fc.record({ kind: fc.constant('copy' as const), text }),
  fc.record({ kind: fc.constant('note' as const), text: rich }),
  fc.constant({ kind: 'divider' as const }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 30, size: 'max' }) }),
  fc.record({ kind: fc.constant('row' as const), text: rich, buttons: fc.array(button, { maxLength: 3 }) }),
);

export const message: fc.Arbitrary<Message> = fc.record({
  summary: text,
  blocks: fc.oneof(
    { weight: 3, arbitrary: fc.array(block, { maxLength: 8 }) },
    { weight: 1, arbitrary: fc.array(block, { minLength: 40, maxLength: 70, size: 'max' }) },
  ),
});

const option: fc.Arbitrary<Option> = fc.record(
  { value: fc.oneof(fc.uuid(), fc.constantFrom('', 'a', 'x'.repeat(80))), label: text, note: text },
  { requiredKeys: ['value', 'label'] },
);
const options = fc.array(option, { maxLength: 130, size: 'max' });
const values = fc.array(fc.oneof(fc.uuid(), fc.constant('a')), { maxLength: 3 });
const number = fc.integer({ min: -1_000, max: 1_000 });

const input: fc.Arbitrary<Input> = fc.oneof(
  fc.record(
    {
      type: fc.constant('text' as const),
      multiline: fc.boolean(),
      max: fc.integer({ min: 1, max: 20_000 }),
      initial: text,
      placeholder: text,
    },
    { requiredKeys: ['type'] },
  ),
  fc
    .record({ min: number, size: fc.nat(1_000), initial: number })
    .map(({ min, size, initial }) => ({ type: 'number' as const, min, max: min + size, initial })),
  fc.record({ type: fc.constant('date' as const), initial: fc.constantFrom('2026-11-30', '30/11/2026') }),
  fc.record({ type: fc.constant('time' as const), initial: fc.constantFrom('16:30', 'now') }),
  fc.record(
    { type: fc.constantFrom('select' as const, 'radio' as const), options, initial: fc.constantFrom('a', 'b') },
    { requiredKeys: ['type', 'options'] },
  ),
  fc.record({
    type: fc.constantFrom('multi-select' as const, 'checkboxes' as const),
    options,
    initial: values,
  }),
  fc.record(
    { type: fc.constant('search' as const), initial: option, minChars: fc.nat(3), placeholder: text },
    { requiredKeys: ['type'] },
  ),
  fc.record(
    { type: fc.constant('search-many' as const), initial: options, minChars: fc.nat(3) },
    { requiredKeys: ['type'] },
  ),
  fc.record({ type: fc.constant('user' as const), initial: fc.constantFrom('U0ANH', 'nobody') }),
  fc.record({
    type: fc.constant('users' as const),
    initial: fc.array(fc.constantFrom('U0ANH', '?'), { maxLength: 1 }),
  }),
);

const field: fc.Arbitrary<Omit<Field, 'name'>> = fc.record(
  {
    kind: fc.constant('field' as const),
    label: text,
    hint: text,
    optional: fc.boolean(),
    live: fc.boolean(),
    input,
  },
  { requiredKeys: ['kind', 'label', 'input'] },
);

export const form: fc.Arbitrary<Form> = fc.record({
  id: fc.constant('test.form'),
  requestId: fc.uuid(),
  title: text,
  submit: fc.option(text),
  cancel: text,
  state: fc.dictionary(fc.string({ maxLength: 10 }), fc.uuid(), { maxKeys: 5 }),
  items: fc
    .array(fc.oneof(field, block), { maxLength: 25 })
    .map((items) => items.map((item, index) => ('input' in item ? { ...item, name: `f${index}` } : item))),
});
