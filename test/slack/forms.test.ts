/** Forms end to end: what was entered arrives, what stands in the form afterwards, and forms upon forms. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Form } from '../../src/chat/form.ts';
import { inTime } from '../support/eventually.ts';
import { heldBack, nameForm, saying } from './answers.ts';
import { anh, type Bot, channel, startBot, team } from './bot-in-sandbox.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(async () => {
  await bot.stop();
});

describe('forms', () => {
  async function opened(form: Form = nameForm()) {
    bot.script.answer = () => ({ kind: 'form', form });
    const person = bot.sandbox.as(team, anh);
    await person.command(channel, '/plan');
    return { person, view: person.topView() as NonNullable<ReturnType<typeof person.topView>> };
  }

  test('what was entered arrives by field, under the request id and in the channel of the form', async () => {
    const { person, view } = await opened();
    bot.script.answer = () => ({ kind: 'nothing' });

    const outcome = await person.submit(view, {
      Name: 'Nguyễn “An”',
      Born: '1980-05-01',
      Posts: ['Chair', 'Teller'],
      Sex: 'Female',
    });

    expect(outcome).toMatchObject({ ok: true, body: null });
    expect(person.topView()).toBeNull();
    expect(bot.asked.at(-1)).toMatchObject({
      origin: { requestId: 'request-1', channel: { id: channel } },
      input: {
        kind: 'submission',
        form: 'test.name',
        state: { person: 'p1' },
        values: {
          name: 'Nguyễn “An”',
          born: '1980-05-01',
          at: null,
          posts: ['chair', 'teller'],
          sex: 'f',
          whom: null,
          age: null,
        },
      },
    });
  });

  test('a sentence about a field stands at that field; one about a field that is not there, at the first', async () => {
    const { person, view } = await opened();
    bot.script.answer = () => ({ kind: 'field-errors', errors: { born: 'Too young.', unit: 'Choose a unit.' } });

    const outcome = await person.submit(view, { Name: 'An' });

    expect(outcome.errors).toEqual({ 'field:born': 'Too young.', 'field:name': 'Choose a unit.' });
    expect(person.topView()).not.toBeNull();
  });

  test('the answer takes the place of the form', async () => {
    const { person, view } = await opened();
    bot.script.answer = () => ({ kind: 'show', message: saying('An is on the list.') });

    await person.submit(view, { Name: 'An' });

    expect(JSON.stringify(person.topView()?.view.blocks)).toContain('An is on the list.');
    expect(person.topView()?.view.submit).toBeUndefined();
  });

  test('one form follows another', async () => {
    const { person, view } = await opened();
    bot.script.answer = () => ({ kind: 'form', form: { ...nameForm(), title: 'And then?' } });

    await person.submit(view, { Name: 'An' });

    expect(person.topView()?.view.title).toMatchObject({ text: 'And then?' });
    expect(person.openViews()).toHaveLength(1);
  });

  test('a live field redraws the form and keeps what was entered', async () => {
    const { person, view } = await opened();
    bot.script.answer = () => ({ kind: 'redraw', form: { ...nameForm(), title: 'Checked' } });

    await person.fill(view, { Name: 'An', Sex: 'Female' });
    await bot.sandbox.quiet();

    expect(bot.asked.at(-1)?.input).toMatchObject({
      kind: 'change',
      form: 'test.name',
      requestId: 'request-1',
      field: 'sex',
      values: { name: 'An', sex: 'f' },
    });
    expect(person.topView()?.view.title).toMatchObject({ text: 'Checked' });
    bot.script.answer = () => ({ kind: 'nothing' });
    await person.submit(person.topView()?.id ?? '');
    expect(bot.asked.at(-1)?.input).toMatchObject({ values: { name: 'An' } });
  });

  test('what stands on top of a form stays there when the form is redrawn', async () => {
    bot.script.answer = () => ({
      kind: 'form',
      form: { ...nameForm(), header: { kind: 'text', text: ['Committee: Board'] } },
    });
    const person = bot.sandbox.as(team, anh);
    await person.command(channel, '/plan');
    bot.script.answer = () => ({ kind: 'redraw', form: { ...nameForm(), title: 'Checked' } });

    await person.fill(person.topView()?.id ?? '', { Sex: 'Female' });
    await bot.sandbox.quiet();
    await person.fill(person.topView()?.id ?? '', { Sex: 'Male' });
    await bot.sandbox.quiet();

    const view = person.topView()?.view;
    expect(view?.title).toMatchObject({ text: 'Checked' });
    expect(JSON.stringify(view?.blocks).match(/Committee: Board/g)).toHaveLength(1);
  });

  test('a search field is answered with options for what was typed', async () => {
    const { person, view } = await opened();
    bot.script.options = ({ form, state, field, typed }) => [
      { value: 'p9', label: `${form} ${JSON.stringify(state)} ${field} ${typed}` },
    ];

    const options = await person.suggest(view, 'Whom', 'ngu');

    expect(options).toMatchObject([{ value: 'p9', text: { text: 'test.name {"person":"p1"} whom ngu' } }]);
  });

  test('a button inside a form puts another on top, and at three replaces the last', async () => {
    const { person } = await opened();
    for (const title of ['Second', 'Third', 'Fourth']) {
      bot.script.answer = () => ({ kind: 'form', form: { ...nameForm(), title } });
      await person.click(person.topView() as never, 'Look closer');
      await bot.sandbox.quiet();
    }

    const titles = person.openViews().map(({ view }) => (view.title as { text: string }).text);

    expect(titles).toEqual(['Who is it?', 'Second', 'Fourth']);
  });

  test('an answer to a button inside a form stands on top of it, a replacement in its place', async () => {
    const { person } = await opened();
    bot.script.answer = () => ({ kind: 'show', message: saying('A closer look.') });
    await person.click(person.topView() as never, 'Look closer');
    await bot.sandbox.quiet();
    const onTop = person.openViews().length;
    await person.close(person.topView() as never);
    bot.script.answer = () => ({ kind: 'replace', message: saying('Withdrawn.') });

    await person.click(person.topView() as never, 'Look closer');
    await bot.sandbox.quiet();

    expect(onTop).toBe(2);
    expect(person.openViews()).toHaveLength(1);
    expect(JSON.stringify(person.topView()?.view.blocks)).toContain('Withdrawn.');
  });

  test('a redraw gives way to a view that changed meanwhile, a replacement does not', async () => {
    const { person, view } = await opened();
    bot.sandbox.faults.refuse('views.update', 'hash_conflict');
    bot.script.answer = () => ({ kind: 'redraw', form: { ...nameForm(), title: 'Too late' } });
    await person.fill(view, { Sex: 'Female' });
    await bot.sandbox.quiet();
    const afterRedraw = person.topView()?.view.title;
    bot.sandbox.faults.refuse('views.update', 'hash_conflict');
    bot.script.answer = () => ({ kind: 'replace', message: saying('Withdrawn.') });

    await person.click(person.topView() as never, 'Look closer');
    await bot.sandbox.quiet();

    expect(afterRedraw).toMatchObject({ text: 'Who is it?' });
    expect(JSON.stringify(person.topView()?.view.blocks)).toContain('Withdrawn.');
  });

  test('a form that cannot be confirmed in time stays open with what was typed', async () => {
    const { person, view } = await opened();
    const held = heldBack({ kind: 'nothing' });
    bot.script.answer = () => held.reply;

    const outcome = await inTime(() => person.submit(view, { Name: 'An' }));
    held.goOn();

    expect(outcome.ms).toBeLessThan(3_000);
    expect(outcome.errors).toEqual({ 'field:name': '<not-confirmed>' });
    expect(person.topView()).not.toBeNull();
  });
});
