/** Whatever is drawn, Slack takes it; at each limit nothing is lost, above it what is left out is left out visibly. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Field, Form, Input } from '../../src/chat/form.ts';
import type { Block, Message } from '../../src/chat/message.ts';
import type { Rich } from '../../src/kernel/rich.ts';
import { cut, slackLength, split } from '../../src/slack/blocks/cut.ts';
import type { Drawing } from '../../src/slack/blocks/drawing.ts';
import { drawMessage } from '../../src/slack/blocks/message.ts';
import { drawAnswer, drawForm, drawHome } from '../../src/slack/blocks/view.ts';
import { form as anyForm, message as anyMessage, text as anyText } from './arbitrary.ts';
import { everyText, problemsWithMessage, problemsWithView } from './slack-rules.ts';

const drawing: Drawing = { locale: 'en', words: (key) => `[${key}]` };
const place = { channel: { id: 'C0HALL', kind: 'channel' as const, isShared: false }, isFromHome: false };
const runs = { numRuns: 50 };

describe('any message and any form', () => {
  test('Slack takes every message, and nothing in it notifies anybody', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(problemsWithMessage(drawMessage(message, drawing))).toEqual([]);
      }),
      runs,
    );
  });

  test('Slack takes every form as a modal', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(problemsWithView(drawForm(form, place, drawing), 'modal')).toEqual([]);
      }),
      runs,
    );
  });

  test('Slack takes every message as Home and as the answer in a modal', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(problemsWithView(drawHome(message, drawing), 'home')).toEqual([]);
        expect(problemsWithView(drawAnswer(message, place, drawing), 'modal')).toEqual([]);
      }),
      runs,
    );
  });

  test('control: the checks find an unescaped mention, a second table and a text too long', () => {
    const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] };
    const section = { type: 'section', text: { type: 'mrkdwn', text: 'Hello <!channel>' } };

    expect(problemsWithMessage({ text: 'x', blocks: [section] })).toEqual(['markup: <!channel>']);
    expect(problemsWithMessage({ text: '<@U0BINH>', blocks: [] })).toEqual(['markup: <@U0BINH>']);
    expect(problemsWithMessage({ text: 'x', blocks: [table, table] })).toEqual(['only_one_table_allowed']);
    expect(problemsWithMessage({ text: 'x', blocks: [header('&'.repeat(40))] })).not.toEqual([]);
  });
});

describe('cutting and splitting', () => {
  test('a cut text is no longer than the limit, and the same when it was not', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 200 }), (text, max) => {
        const short = cut(text, max);

        expect(slackLength(short)).toBeLessThanOrEqual(max);
        if (slackLength(text) <= max) expect(short).toBe(text);
        else expect(short.endsWith('…')).toBe(true);
      }),
    );
  });

  test('split pieces hold the whole text, each within the limit', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 5, max: 200 }), (text, max) => {
        const pieces = split(text, max);

        expect(pieces.join('').replace(/\n/g, '')).toBe(text.replace(/\n/g, ''));
        for (const piece of pieces) expect(slackLength(piece)).toBeLessThanOrEqual(max);
      }),
    );
  });

  test.each([
    ['a family of emoji', 'abc👩‍👩‍👧‍👦', 8, 'abc…'],
    ['a skin tone', 'abcd👍🏽', 7, 'abcd…'],
    ['an accent', 'abcde\u0302\u0303f', 6, 'abcd…'],
    ['half of a pair', 'abc😀d', 5, 'abc…'],
    ['a word near the end', 'Kính đề nghị đồng chí', 20, 'Kính đề nghị đồng…'],
  ])('%s is not cut in two', (_, text, max, expected) => {
    expect(cut(text, max)).toBe(expected);
  });
});

describe('each limit: kept whole at it, cut visibly above it', () => {
  test.each<[string, number, (text: string) => Message]>([
    ['a line of text', 3_000, (text) => saying({ kind: 'text', text: [text] })],
    ['a quote', 3_000, (text) => saying({ kind: 'quote', text })],
    ['text to copy', 3_000, (text) => saying({ kind: 'copy', text })],
    ['a heading', 150, (text) => saying({ kind: 'heading', text })],
    ['a fact', 2_900, (text) => saying({ kind: 'facts', rows: [['Name', [text]]] })],
  ])('%s goes on in the next block', (_, max, message) => {
    for (const length of [max, max + 1, 8_000]) {
      const drawn = drawMessage(message(words(length)), drawing);

      expect(problemsWithMessage(drawn)).toEqual([]);
      expect(everyText(drawn.blocks).join('').replace(/\s/g, '')).toContain(words(length).replace(/\s/g, ''));
    }
  });

  test.each<[string, number, (text: string) => Message]>([
    ['the label of a button', 75, (label) => saying(buttons({ label }))],
    ['the title of a question', 100, (title) => saying(buttons({ confirm: { ...confirm, title } }))],
    ['the text of a question', 300, (text) => saying(buttons({ confirm: { ...confirm, text } }))],
    ['the yes of a question', 30, (yes) => saying(buttons({ confirm: { ...confirm, yes } }))],
    ['a note', 2_000, (text) => saying({ kind: 'note', text: [text] })],
  ])('%s of a message', (_, max, message) => {
    const texts = (length: number) => everyText(drawMessage(message(words(length)), drawing).blocks);

    expect(texts(max)).toContain(words(max));
    expect(texts(max + 1)).not.toContain(words(max + 1));
    expect(texts(max + 1).some((text) => text.length <= max && text.endsWith('…'))).toBe(true);
  });

  test.each<[string, number, (text: string) => Form]>([
    ['the title', 24, (title) => formOf({}, { title })],
    ['the submit button', 24, (submit) => formOf({}, { submit })],
    ['the cancel button', 24, (cancel) => formOf({}, { cancel })],
    ['a label', 2_000, (label) => formOf({ label })],
    ['a hint', 2_000, (hint) => formOf({ hint })],
    ['a placeholder', 150, (placeholder) => formOf({ input: { type: 'text', placeholder } })],
    ['an option', 75, (label) => formOf({ input: { type: 'select', options: [{ value: 'a', label }] } })],
    [
      'a note of an option',
      75,
      (note) => formOf({ input: { type: 'radio', options: [{ value: 'a', label: 'A', note }] } }),
    ],
  ])('%s of a form', (_, max, form) => {
    const texts = (length: number) => {
      const view = drawForm(form(words(length)), place, drawing);
      expect(problemsWithView(view, 'modal')).toEqual([]);
      return everyText(view);
    };

    expect(texts(max)).toContain(words(max));
    expect(texts(max + 1)).not.toContain(words(max + 1));
    expect(texts(max + 1).some((text) => text.endsWith('…'))).toBe(true);
  });

  test('a message of fifty blocks is whole; of fifty-one, it ends in a note and keeps its buttons', () => {
    const dividers = (count: number): Block[] => Array.from({ length: count }, () => ({ kind: 'divider' }));
    const last = buttons({ label: 'Next page' });

    const whole = drawMessage(saying(...dividers(49), last), drawing).blocks;
    const short = drawMessage(saying(...dividers(50), last), drawing).blocks;

    expect(whole).toHaveLength(50);
    expect(short).toHaveLength(50);
    expect(everyText(short)).toEqual(['[cut]', 'Next page']);
  });

  test('twenty thousand characters are shown as far as Slack lets them, and say so', () => {
    const drawn = drawMessage(saying({ kind: 'text', text: [words(20_000)] }), drawing);

    expect(problemsWithMessage(drawn)).toEqual([]);
    expect(everyText(drawn.blocks).join('').length).toBeGreaterThan(8_000);
    expect(everyText(drawn.blocks).at(-1)).toBe('[cut]');
  });

  test('escaping counts: text of ampersands is split five times as often', () => {
    const drawn = drawMessage(saying({ kind: 'text', text: ['&'.repeat(1_500)] }), drawing);

    expect(drawn.blocks).toHaveLength(3);
    expect(everyText(drawn.blocks).join('')).toBe('&'.repeat(1_500));
  });

  test.each([
    ['20 columns', 20, 10, 'table'],
    ['21 columns', 21, 10, 'rich_text'],
    ['100 rows', 3, 99, 'table'],
    ['101 rows', 3, 100, 'rich_text'],
  ])('a table of %s', (_, columns, rows, type) => {
    const row = Array.from({ length: columns }, () => 'x');
    const drawn = drawMessage(
      saying({ kind: 'table', header: row, rows: Array.from({ length: rows }, () => row) }),
      drawing,
    );

    expect(drawn.blocks[0]?.type).toBe(type);
    expect(problemsWithMessage(drawn)).toEqual([]);
  });

  test.each<[string, number, Input['type'], string, boolean]>([
    ['ten choices', 10, 'radio', 'radio_buttons', false],
    ['eleven choices', 11, 'radio', 'static_select', false],
    ['ten boxes', 10, 'checkboxes', 'checkboxes', false],
    ['eleven boxes', 11, 'checkboxes', 'multi_static_select', false],
    ['a hundred options', 100, 'select', 'static_select', false],
    ['a hundred and one options', 101, 'select', 'static_select', true],
  ])('%s', (_, count, type, element, isCut) => {
    const options = Array.from({ length: count }, (__, index) => ({ value: `v${index}`, label: `Option ${index}` }));
    const view = drawForm(
      formOf({ input: { type, options, initial: type === 'checkboxes' ? ['v3'] : 'v3' } as Input }),
      place,
      drawing,
    );
    const [input] = view.blocks;

    expect(problemsWithView(view, 'modal')).toEqual([]);
    expect(input).toMatchObject({ type: 'input', block_id: 'field:name', element: { type: element } });
    expect(JSON.stringify(input)).toContain('initial_option');
    expect(everyText(view).includes('[cut]')).toBe(isCut);
  });

  test('a menu without options becomes a sentence, because Slack refuses an empty one', () => {
    const view = drawForm(formOf({ label: 'Unit', input: { type: 'select', options: [] } }), place, drawing);

    expect(everyText(view)).toContain('Unit: [no-options]');
    expect(view.blocks.some(({ type }) => type === 'input')).toBe(false);
  });
});

describe('what people typed stays what they typed', () => {
  test('mentions and formatting are shown as letters', () => {
    const typed = '<!channel> <@U0BINH> *bold* <https://evil.example|https://bank.example> &amp;';
    const drawn = drawMessage({ summary: typed, blocks: [{ kind: 'text', text: [typed] }] }, drawing);

    expect(drawn.blocks).toEqual([
      {
        type: 'rich_text',
        block_id: 'b0',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: typed }] }],
      },
    ]);
    expect(drawn.text).toBe(
      '&lt;!channel&gt; &lt;@U0BINH&gt; *bold* &lt;https://evil.example|https://bank.example&gt; &amp;amp;',
    );
  });

  test('a turned writing direction does not reach the reader', () => {
    const drawn = drawMessage(saying({ kind: 'text', text: ['An \u202egnp.exe'] }), drawing);

    expect(everyText(drawn.blocks)).toEqual(['An gnp.exe']);
  });

  test('a moment is shown in the zone of the reader, with our words where that is not possible', () => {
    const at = {
      moment: new Date('2026-11-30T09:30:00Z'),
      fallback: 'Monday 30 November',
      locale: 'en' as const,
      style: 'date-time' as const,
    };
    const [text, note] = drawMessage(
      saying({ kind: 'text', text: [at] }, { kind: 'note', text: ['Until ', at] }),
      drawing,
    ).blocks;

    expect(text).toMatchObject({
      elements: [{ elements: [{ type: 'date', timestamp: 1_796_031_000, fallback: 'Monday 30 November' }] }],
    });
    expect(note).toMatchObject({
      elements: [
        { type: 'plain_text', text: 'Until' },
        { type: 'mrkdwn', text: '<!date^1796031000^{date_long_pretty}, {time}|Monday 30 November>' },
      ],
    });
  });
});

const confirm = { title: 'Sure?', text: 'It is final.', yes: 'Yes', no: 'No' };

function header(text: string): object {
  return { type: 'header', text: { type: 'plain_text', text } };
}

/** Words of nine letters and a space, exactly so long. */
function words(length: number): string {
  return `${'committee '.repeat(Math.ceil(length / 10)).slice(0, length - 1)}x`;
}

function saying(...blocks: Block[]): Message {
  return { summary: 'Summary', blocks };
}

function buttons(look: Partial<Extract<Block, { kind: 'buttons' }>['buttons'][number]>): Block {
  return { kind: 'buttons', buttons: [{ action: 'test.press', label: 'Press', data: { id: 'x' }, ...look }] };
}

function formOf(field: Partial<Field>, form: Partial<Form> = {}): Form {
  const whole: Field = { kind: 'field', name: 'name', label: 'Name', input: { type: 'text' }, ...field };
  return {
    id: 'test.form',
    requestId: '11111111-1111-4111-8111-111111111111',
    title: 'Title',
    submit: 'Save',
    cancel: 'Cancel',
    state: {},
    items: [whole],
    ...form,
  };
}

describe('an entry with its button', () => {
  const open = { action: 'test.open', label: 'Open', data: {} };
  const drawn = (text: Rich) =>
    drawMessage({ summary: 's', blocks: [{ kind: 'row', text, buttons: [open] }] }, drawing);

  test.each<[string, Rich, string]>([
    ['plain words', ['An & <b>'], 'plain_text'],
    ['a bold name before an empty part', [{ bold: 'An' }, '', ': x'], 'mrkdwn'],
    ['a bold name', ['1. ', { bold: 'Nguyễn & Co <!here>' }, ', 02/1977'], 'mrkdwn'],
  ])('%s stand beside the button', (_what, text, type) => {
    const [block] = drawn(text).blocks;

    expect(block).toMatchObject({ type: 'section', text: { type }, accessory: { type: 'button' } });
    expect(JSON.stringify(block)).not.toContain('<!here>');
  });

  test.each<[string, Rich]>([
    ['a typed star', [{ bold: 'An' }, ' *x*']],
    ['a star in the name', [{ bold: 'A*n' }, ' x']],
    ['an emoji code', [{ bold: 'An' }, ' :smile:']],
    ['bold in the middle of a word', ['x', { bold: 'An' }]],
  ])('%s would be read by Slack, so the button stands below', (_what, text) => {
    const types = drawn(text).blocks.map(({ type }) => type);

    expect(types).toEqual(['rich_text', 'actions']);
  });
});
