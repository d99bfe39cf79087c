/** Slack's limits, each with a value that just passes and one that just does not. */

import { checkBlocks, type Surface } from '../../src/sandbox/contract/blocks.ts';
import { problemsOf, refuseMessage, textLimit, updateTextLimit } from '../../src/sandbox/contract/messages.ts';
import type { Bag } from '../../src/sandbox/contract/rules.ts';
import { checkView } from '../../src/sandbox/contract/views.ts';
import { input, modal, plain } from './support.ts';

const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const long = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_each, index) => make(index));
const option = (index: number, more: Bag = {}) => ({ text: plain(`Option ${index}`), value: `v${index}`, ...more });
const button = (more: Bag = {}) => ({ type: 'button', action_id: 'a', text: plain('Go'), ...more });
const actions = (...elements: unknown[]) => [{ type: 'actions', elements }];
const section = (more: Bag) => [{ type: 'section', ...more }];
const inputWith = (element: Bag, more: Bag = {}) => [input('b', element, more)];
const raw = (text: string) => ({ type: 'raw_text', text });
const rich = (...parts: unknown[]) => [{ type: 'rich_text', elements: parts }];
const menu = (more: Bag) => ({ type: 'static_select', action_id: 'a', ...more });
const confirm = (more: Bag) => button({ confirm: { text: plain('Sure?'), ...more } });

function problems(blocks: unknown, surface: Surface): string[] {
  return problemsOf((report) => checkBlocks(blocks, '/blocks', surface, report));
}

/** Name, what passes, what does not, and a word of the complaint. */
type Row = [name: string, passes: unknown, fails: unknown, complaint: string];

const inMessages: Row[] = [
  ['50 blocks', many(50, () => ({ type: 'divider' })), many(51, () => ({ type: 'divider' })), 'no more than 50'],
  ['block_id of 255', [{ type: 'divider', block_id: long(255) }], [{ type: 'divider', block_id: long(256) }], '256'],
  [
    'block ids differ',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'b' },
    ],
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
    'block_id already exists',
  ],
  ['a known block', [{ type: 'divider' }], [{ type: 'dividor' }], 'unsupported type: dividor'],
  ['no unknown field', [{ type: 'divider' }], [{ type: 'divider', color: 'red' }], 'additional property: color'],
  [
    'section text of 3000',
    section({ text: mrkdwn(long(3000)) }),
    section({ text: mrkdwn(long(3001)) }),
    '3001 characters',
  ],
  ['section text is there', section({ text: plain('x') }), section({}), 'missing required field: text'],
  ['text is not empty', section({ text: plain('x') }), section({ text: plain('') }), 'more than 0'],
  [
    '10 fields',
    section({ fields: many(10, () => plain('x')) }),
    section({ fields: many(11, () => plain('x')) }),
    'no more than 10',
  ],
  ['field of 2000', section({ fields: [plain(long(2000))] }), section({ fields: [plain(long(2001))] }), '2001'],
  [
    'mrkdwn has no emoji flag',
    section({ text: plain('x') }),
    section({ text: { ...mrkdwn('x'), emoji: true } }),
    'additional property: emoji',
  ],
  ['header of 150', [{ type: 'header', text: plain(long(150)) }], [{ type: 'header', text: plain(long(151)) }], '151'],
  [
    'header is plain',
    [{ type: 'header', text: plain('x') }],
    [{ type: 'header', text: mrkdwn('x') }],
    'unsupported type: mrkdwn',
  ],
  [
    '10 in context',
    [{ type: 'context', elements: many(10, () => mrkdwn('x')) }],
    [{ type: 'context', elements: many(11, () => mrkdwn('x')) }],
    'no more than 10',
  ],
  [
    '25 in actions',
    actions(...many(25, (index) => button({ action_id: `a${index}` }))),
    actions(...many(26, (index) => button({ action_id: `a${index}` }))),
    'no more than 25',
  ],
  [
    'action ids differ in a block',
    actions(button(), button({ action_id: 'b' })),
    actions(button(), button()),
    'action_id already exists',
  ],
  ['action_id of 255', actions(button({ action_id: long(255) })), actions(button({ action_id: long(256) })), '256'],
  [
    'no text field in actions',
    actions(button()),
    actions({ type: 'plain_text_input', action_id: 'a' }),
    'unsupported type',
  ],
  ['button text of 75', actions(button({ text: plain(long(75)) })), actions(button({ text: plain(long(76)) })), '76'],
  ['button value of 2000', actions(button({ value: long(2000) })), actions(button({ value: long(2001) })), '2001'],
  ['button url of 3000', actions(button({ url: long(3000) })), actions(button({ url: long(3001) })), '3001'],
  ['button style', actions(button({ style: 'primary' })), actions(button({ style: 'green' })), 'enum'],
  [
    'accessibility label of 75',
    actions(button({ accessibility_label: long(75) })),
    actions(button({ accessibility_label: long(76) })),
    '76',
  ],
  [
    'confirm title of 100',
    actions(confirm({ title: plain(long(100)) })),
    actions(confirm({ title: plain(long(101)) })),
    '101',
  ],
  [
    'confirm text of 300',
    actions(confirm({ text: plain(long(300)) })),
    actions(confirm({ text: plain(long(301)) })),
    '301',
  ],
  [
    'confirm button of 30',
    actions(confirm({ deny: plain(long(30)) })),
    actions(confirm({ deny: plain(long(31)) })),
    '31',
  ],
  [
    '5 in overflow',
    actions({ type: 'overflow', options: many(5, option) }),
    actions({ type: 'overflow', options: many(6, option) }),
    'no more than 5',
  ],
  [
    '100 options',
    actions(menu({ options: many(100, (index) => option(index)) })),
    actions(menu({ options: many(101, (index) => option(index)) })),
    'no more than 100',
  ],
  ['some options', actions(menu({ options: [option(1)] })), actions(menu({})), 'missing required field: options'],
  [
    'group label of 75',
    actions(menu({ option_groups: [{ label: plain(long(75)), options: [option(1)] }] })),
    actions(menu({ option_groups: [{ label: plain(long(76)), options: [option(1)] }] })),
    '76',
  ],
  [
    'option text of 75',
    actions(menu({ options: [option(1, { text: plain(long(75)) })] })),
    actions(menu({ options: [option(1, { text: plain(long(76)) })] })),
    '76',
  ],
  [
    'option value of 75',
    actions(menu({ options: [option(1, { value: long(75) })] })),
    actions(menu({ options: [option(1, { value: long(76) })] })),
    '76',
  ],
  [
    'description of 75',
    actions(menu({ options: [option(1, { description: plain(long(75)) })] })),
    actions(menu({ options: [option(1, { description: plain(long(76)) })] })),
    '76',
  ],
  [
    'initial among options',
    actions(menu({ options: [option(1)], initial_option: option(1) })),
    actions(menu({ options: [option(1)], initial_option: option(2) })),
    'must match one of the options',
  ],
  [
    'placeholder of 150',
    actions(menu({ options: [option(1)], placeholder: plain(long(150)) })),
    actions(menu({ options: [option(1)], placeholder: plain(long(151)) })),
    '151',
  ],
  [
    '10 check boxes',
    actions({ type: 'checkboxes', options: many(10, option) }),
    actions({ type: 'checkboxes', options: many(11, option) }),
    'no more than 10',
  ],
  [
    '10 radio buttons',
    actions({ type: 'radio_buttons', options: many(10, option) }),
    actions({ type: 'radio_buttons', options: many(11, option) }),
    'no more than 10',
  ],
  [
    'a date',
    actions({ type: 'datepicker', initial_date: '2026-11-30' }),
    actions({ type: 'datepicker', initial_date: '30/11/2026' }),
    'format',
  ],
  [
    'a time',
    actions({ type: 'timepicker', initial_time: '08:30' }),
    actions({ type: 'timepicker', initial_time: '8:30' }),
    'format',
  ],
  [
    'a moment of ten digits',
    actions({ type: 'datetimepicker', initial_date_time: 1_795_000_000 }),
    actions({ type: 'datetimepicker', initial_date_time: 1_795_000_000_000 }),
    'less than',
  ],
  [
    'image alt of 2000',
    [{ type: 'image', image_url: 'https://x', alt_text: long(2000) }],
    [{ type: 'image', image_url: 'https://x', alt_text: long(2001) }],
    '2001',
  ],
  [
    'image has a source',
    [{ type: 'image', image_url: 'https://x', alt_text: 'x' }],
    [{ type: 'image', alt_text: 'x' }],
    'image_url',
  ],
  [
    'markdown of 12000',
    [{ type: 'markdown', text: long(12_000) }],
    [{ type: 'markdown', text: long(12_001) }],
    '12001',
  ],
  [
    'markdown of 12000 together',
    [
      { type: 'markdown', text: long(6000) },
      { type: 'markdown', text: long(6000) },
    ],
    [
      { type: 'markdown', text: long(6000) },
      { type: 'markdown', text: long(6001) },
    ],
    'together',
  ],
  [
    '100 table rows',
    [{ type: 'table', rows: many(100, () => [raw('x')]) }],
    [{ type: 'table', rows: many(101, () => [raw('x')]) }],
    'no more than 100',
  ],
  [
    '20 table cells',
    [{ type: 'table', rows: [many(20, () => raw('x'))] }],
    [{ type: 'table', rows: [many(21, () => raw('x'))] }],
    'no more than 20',
  ],
  [
    '10000 in a table',
    [{ type: 'table', rows: [[raw(long(5000)), raw(long(5000))]] }],
    [{ type: 'table', rows: [[raw(long(5000)), raw(long(5001))]] }],
    '10001',
  ],
  [
    'rich text indent of 8',
    rich({
      type: 'rich_text_list',
      style: 'bullet',
      indent: 8,
      elements: [{ type: 'rich_text_section', elements: [] }],
    }),
    rich({
      type: 'rich_text_list',
      style: 'bullet',
      indent: 9,
      elements: [{ type: 'rich_text_section', elements: [] }],
    }),
    'less than 9',
  ],
  [
    'only text in preformatted',
    rich({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'x' }] }),
    rich({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }),
    'unsupported type: user',
  ],
];

test.each(inMessages)('message blocks: %s', (_name, passes, fails, complaint) => {
  const accepted = problems(passes, 'message');
  const refused = problems(fails, 'message');

  expect(accepted).toEqual([]);
  expect(refused.join('\n')).toContain(complaint);
  expect(refused[0]).toMatch(/\[json-pointer:\/blocks/);
});

const inModals: Row[] = [
  [
    'label of 2000',
    [{ ...input('b'), label: plain(long(2000)) }],
    [{ ...input('b'), label: plain(long(2001)) }],
    '2001',
  ],
  [
    'hint of 2000',
    inputWith({ type: 'plain_text_input' }, { hint: plain(long(2000)) }),
    inputWith({ type: 'plain_text_input' }, { hint: plain(long(2001)) }),
    '2001',
  ],
  [
    'initial text of 3000',
    inputWith({ type: 'plain_text_input', initial_value: long(3000) }),
    inputWith({ type: 'plain_text_input', initial_value: long(3001) }),
    '3001',
  ],
  [
    'max_length of 3000',
    inputWith({ type: 'plain_text_input', max_length: 3000 }),
    inputWith({ type: 'plain_text_input', max_length: 3001 }),
    '3001',
  ],
  [
    'number says whether decimal',
    inputWith({ type: 'number_input', is_decimal_allowed: false }),
    inputWith({ type: 'number_input' }),
    'is_decimal_allowed',
  ],
  ['no button as input', inputWith({ type: 'datepicker' }), inputWith(button()), 'unsupported type: button'],
  [
    '10 files',
    inputWith({ type: 'file_input', max_files: 10 }),
    inputWith({ type: 'file_input', max_files: 11 }),
    'less than 11',
  ],
  [
    'one focus',
    inputWith({ type: 'datepicker', focus_on_load: true }),
    [input('a', { type: 'datepicker', focus_on_load: true }), input('b', { type: 'datepicker', focus_on_load: true })],
    'focus_on_load',
  ],
  ['alert of 200', [{ type: 'alert', text: plain(long(200)) }], [{ type: 'alert', text: plain(long(201)) }], '201'],
];

test.each(inModals)('modal blocks: %s', (_name, passes, fails, complaint) => {
  expect(problems(passes, 'modal')).toEqual([]);
  expect(problems(fails, 'modal').join('\n')).toContain(complaint);
});

test('an alert is for modals only', () => {
  const alert = [{ type: 'alert', text: plain('x') }];

  expect(problems(alert, 'modal')).toEqual([]);
  expect(problems(alert, 'message').join()).toContain('modals only');
});

const views: Row[] = [
  [
    '100 blocks',
    modal(many(100, () => ({ type: 'divider' }))),
    modal(many(101, () => ({ type: 'divider' }))),
    'no more than 100',
  ],
  ['title of 24', modal(undefined, { title: plain(long(24)) }), modal(undefined, { title: plain(long(25)) }), '25'],
  ['submit of 24', modal(undefined, { submit: plain(long(24)) }), modal(undefined, { submit: plain(long(25)) }), '25'],
  ['close of 24', modal(undefined, { close: plain(long(24)) }), modal(undefined, { close: plain(long(25)) }), '25'],
  [
    'private_metadata of 3000',
    modal(undefined, { private_metadata: long(3000) }),
    modal(undefined, { private_metadata: long(3001) }),
    '3001',
  ],
  [
    'callback_id of 255',
    modal(undefined, { callback_id: long(255) }),
    modal(undefined, { callback_id: long(256) }),
    '256',
  ],
  ['submit beside an input', modal([input('b')]), modal([input('b')], { submit: undefined }), 'submit'],
  ['a title', modal(), modal(undefined, { title: undefined }), 'title'],
];

test.each(views)('views: %s', (_name, passes, fails, complaint) => {
  const check = (view: unknown) => problemsOf((report) => checkView(view as Bag, 'modal', '/view', report));

  expect(check(passes)).toEqual([]);
  expect(check(fails).join('\n')).toContain(complaint);
});

const messages: [name: string, passes: Bag, fails: Bag, error: string][] = [
  ['text of 40000', { text: long(textLimit) }, { text: long(textLimit + 1) }, 'msg_too_long'],
  ['some content', { text: 'x' }, {}, 'no_text'],
  ['blocks are a list of objects', { blocks: [{ type: 'divider' }] }, { blocks: '[{]' }, 'invalid_blocks_format'],
  ['good blocks', { blocks: [{ type: 'divider' }] }, { blocks: [{ type: 'nothing' }] }, 'invalid_blocks'],
  [
    '100 attachments',
    { attachments: many(100, () => ({})) },
    { attachments: many(101, () => ({})) },
    'too_many_attachments',
  ],
  ['markdown_text alone', { markdown_text: 'x' }, { markdown_text: 'x', text: 'x' }, 'markdown_text_conflict'],
  [
    'metadata has a payload',
    { text: 'x', metadata: { event_type: 'card', event_payload: { id: 1 } } },
    { text: 'x', metadata: { event_type: 'card' } },
    'invalid_metadata_format',
  ],
  [
    'metadata is flat',
    { text: 'x', metadata: { event_type: 'c', event_payload: { a: { b: 1 } } } },
    { text: 'x', metadata: { event_type: 'c', event_payload: { a: { b: { c: 1 } } } } },
    'invalid_metadata_schema',
  ],
];

test.each(messages)('messages: %s', (_name, passes, fails, error) => {
  expect(refuseMessage(passes, textLimit)).toBeNull();
  expect(refuseMessage(fails, textLimit)?.error).toBe(error);
});

test('an update may be only a tenth as long as a new message', () => {
  expect(refuseMessage({ text: long(updateTextLimit) }, updateTextLimit)).toBeNull();
  expect(refuseMessage({ text: long(updateTextLimit + 1) }, updateTextLimit)?.error).toBe('msg_too_long');
});
