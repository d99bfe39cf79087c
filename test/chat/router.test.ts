import { z } from 'zod';
import { type Call, type Input, nothing, type Origin, replaceCard, show } from '../../src/chat/call.ts';
import { defineButton, defineForm } from '../../src/chat/form.ts';
import { type Interaction, onPress, onSubmit } from '../../src/chat/interaction.ts';
import { sentence } from '../../src/chat/message.ts';
import { createRouter, type RouterCount, type RouterParts } from '../../src/chat/router.ts';
import { AlreadySaved, Unavailable } from '../../src/kernel/errors.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { routerWords } from '../../src/router-words.ts';
import { testAct } from '../support/acts.ts';

const origin: Origin = { platform: 'slack', team: 'T1', user: 'U1', channel: null, requestId: 'r1' };
const form = defineForm({
  id: 'test.form',
  state: z.object({ id: z.string() }),
  values: z.object({ text: z.string() }),
});
const button = defineButton('test.button', z.object({ id: z.string() }));
const submission: Input = { kind: 'submission', form: 'test.form', state: { id: '1' }, values: { text: 'hello' } };
const press: Extract<Input, { kind: 'button' }> = {
  kind: 'button',
  action: 'test.button',
  data: { id: '1' },
  in: 'message',
};
const command: Input = { kind: 'command', name: 'propose', text: 'Anna; Chair' };

function routerWith(interactions: readonly Interaction[], parts: Partial<RouterParts> = {}) {
  const counted: RouterCount[] = [];
  const router = createRouter({
    runLine: async () => nothing,
    interactions,
    home: async () => sentence('home'),
    cardReplaced: async () => {},
    identify: async () => testAct({} as never),
    door: async () => null,
    words: routerWords,
    defaultLocale: 'en',
    log: silentLog,
    budgetMs: 60,
    count: (what) => counted.push(what),
    ...parts,
  });
  return { router, counted };
}

function never(): Promise<never> {
  return new Promise(() => {});
}

describe('when time runs out', () => {
  test.each([
    ['before the transaction', 'not-begun', /Not saved/, true],
    ['inside the transaction', 'open', /Not saved/, true],
    ['during the commit', 'committing', /Not confirmed/, false],
    ['after the commit', 'committed', /^Saved/, false],
  ] as const)(
    '%s the answer says so, and only what is not on its way is rolled back',
    async (_when, state, words, isAbandoned) => {
      let seen: Call | undefined;
      const { router } = routerWith([
        onPress(button, (call) => {
          seen = call;
          call.saving.state = state;
          return never();
        }),
      ]);

      const reply = await router.answer(origin, press);

      expect(reply).toMatchObject({ kind: 'show', message: { summary: expect.stringMatching(words) } });
      expect(seen?.saving.abandoned).toBe(isAbandoned);
    },
  );

  test('a form stays open with the sentence at its first field', async () => {
    const { router } = routerWith([onSubmit(form, never)]);

    const reply = await router.answer(origin, submission);

    expect(reply).toMatchObject({ kind: 'field-errors', errors: { text: expect.stringMatching(/Not saved/) } });
  });

  test('a typed line is repeated in the answer', async () => {
    const { router } = routerWith([], { runLine: never });

    const reply = await router.answer(origin, command);

    expect(JSON.stringify(reply)).toContain('/propose Anna; Chair');
  });
});

test.each([
  ['conferences.content', /type \/conference and press “Continue”/],
  ['test.other', /type \/quorate/],
])('what form %s has saved is found where the answer says, when it came too late to show', async (id, words) => {
  const saved = defineForm({ id, state: form.state, values: form.values });
  const { router } = routerWith([
    onSubmit(saved, (call) => {
      call.saving.state = 'committed';
      return never();
    }),
  ]);

  const reply = await router.answer(origin, { ...submission, form: id } as Input);

  expect(reply).toMatchObject({ message: { summary: expect.stringMatching(words) } });
});

describe('when the handler throws', () => {
  test.each([
    ['AlreadySaved', new AlreadySaved('x'), /saved before/, 'repeated'],
    ['Unavailable', new Unavailable('x'), /Not saved/, 'not-saved'],
    ['anything else', new TypeError('secret value'), /this number: \d{6}/, 'bug'],
  ] as const)('%s is answered in words, never with the library message', async (_what, error, words, count) => {
    const { router, counted } = routerWith([onPress(button, () => Promise.reject(error))]);

    const reply = await router.answer(origin, press);

    expect(reply).toMatchObject({ kind: 'show', message: { summary: expect.stringMatching(words) } });
    expect(JSON.stringify(reply)).not.toContain('secret value');
    expect(counted).toEqual([count]);
  });

  test('what is saved is called saved though the answer went wrong', async () => {
    const { router } = routerWith([
      onPress(button, async (call) => {
        call.saving.state = 'committed';
        throw new TypeError('wording');
      }),
    ]);

    const reply = await router.answer(origin, press);

    expect(reply).toMatchObject({ message: { summary: expect.stringMatching(/^Saved, but .*\d{6}/) } });
  });
});

describe('what comes from outside is parsed', () => {
  test.each<[string, Input]>([
    ['an unknown button', { ...press, action: 'test.gone' } as Input],
    ['button data of another shape', { ...press, data: { other: 1 } } as Input],
    ['an unknown form', { ...submission, form: 'test.gone' } as Input],
    ['form state of another shape', { ...submission, state: null } as Input],
  ])('%s is an old card', async (_what, input) => {
    const { router } = routerWith([onPress(button, async () => nothing), onSubmit(form, async () => nothing)]);

    const reply = await router.answer(origin, input);

    expect(reply).toMatchObject({ message: { summary: expect.stringMatching(/out of date/) } });
  });

  test('a wrong value keeps the form open at its field', async () => {
    const { router } = routerWith([onSubmit(form, async () => nothing)]);

    const reply = await router.answer(origin, { ...submission, values: { text: null } } as Input);

    expect(reply).toMatchObject({ kind: 'field-errors', errors: { text: expect.any(String) } });
  });

  test('a workspace that is not known gets words', async () => {
    const { router } = routerWith([], { identify: async () => null });

    const reply = await router.answer(origin, press);

    expect(reply).toMatchObject({ message: { summary: expect.stringMatching(/not set up for this workspace/) } });
  });
});

test('a posted card that gets other words is told before the answer goes; an answer beside it is not', async () => {
  const replaced: unknown[] = [];
  const { router } = routerWith(
    [onPress(button, async (_call, { id }) => (id === '1' ? replaceCard(sentence('done')) : show(sentence('seen'))))],
    {
      cardReplaced: async (_call, at) => void replaced.push(at),
    },
  );

  await router.answer(origin, { ...press, at: { ts: 'beside' }, data: { id: '2' } });
  await router.answer(origin, { ...press, at: null });
  await router.answer(origin, { ...press, at: { ts: 'in place' } });

  expect(replaced).toEqual([{ ts: 'in place' }]);
});

test('a person is answered in their language also while the database is away', async () => {
  let isAway = false;
  const { router } = routerWith([onPress(button, async (call) => show(sentence(call.locale)))], {
    identify: async () => {
      if (isAway) throw new Unavailable('away');
      return testAct({} as never, { locale: 'vi' });
    },
  });

  await router.answer(origin, press);
  isAway = true;
  const reply = await router.answer(origin, press);

  expect(reply).toMatchObject({ message: { summary: expect.stringMatching(/Chưa lưu được/) } });
});

test('two handlers of the same name are refused at start', () => {
  const one = onPress(button, async () => nothing);

  expect(() => routerWith([one, one])).toThrow(/two handlers/);
});
