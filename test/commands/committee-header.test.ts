/** Outside a committee's channel every answer says which committee it is about, with the way to another one. */
import type { Input, Reply } from '../../src/chat/call.ts';
import type { Block, Button } from '../../src/chat/message.ts';
import { setUpCommittee } from '../../src/features/committees/operations/set-up.ts';
import { makePlan } from '../../src/features/plans/operations/make.ts';
import { conflictsButton } from '../../src/features/reviews/views/conflict-forms.ts';
import { type Act, freshSaving } from '../../src/kernel/act.ts';
import { newId } from '../../src/kernel/ids.ts';
import { plain } from '../../src/kernel/rich.ts';
import { mouthOf } from '../security/bot.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { createWorld } from '../support/worlds.ts';

const { handle } = await createTestDatabase();
const channel = 'C0SECOND';

async function scene(committees: 1 | 2) {
  const world = await createWorld(handle);
  const act: Act = { ...world.clerk, saving: freshSaving() };
  const also = { name: 'Second Board', profile: 'general', locale: 'en', zone: 'UTC' } as const;
  const own = `${channel}-${newId().slice(0, 4)}`;
  const secondOne = committees === 2 ? await setUpCommittee(act, { ...also, channel: own }) : null;
  const second = secondOne?.ok ? secondOne.value.id : '';
  const position = { title: 'Chair', seats: 1, level: null, isCommittee: false, rank: 1 };
  await makePlan(
    { ...act, saving: freshSaving() },
    {
      ...{ committee: world.committee, title: 'Board 2026', unit: 'Board', track: 'board' },
      ...{ termFrom: '2026-06', termTo: '2029-06', congress: null, positions: [position], names: null },
    },
  );
  const direct = mouthOf(act, null, handle);
  const inChannel = mouthOf(act, own, handle);
  return { world, second, direct, inChannel };
}

function line(text: string): Input {
  const [name = '', ...rest] = text.split(' ');
  return { kind: 'command', name, text: rest.join(' ') };
}

function press(button: Button): Input {
  return { kind: 'button', action: button.action, data: button.data, in: 'message' };
}

function blocksOf(reply: Reply): readonly Block[] {
  if (reply.kind === 'form' || reply.kind === 'redraw') return reply.form.header ? [reply.form.header] : [];
  return reply.kind === 'show' || reply.kind === 'replace' ? reply.message.blocks : [];
}

function headersOf(reply: Reply): readonly Block[] {
  return blocksOf(reply).filter(
    (block) => 'text' in block && typeof block.text !== 'string' && plain(block.text).startsWith('Committee: '),
  );
}

function buttonOf(reply: Reply, label: string): Button {
  const all = blocksOf(reply).flatMap((block) =>
    block.kind === 'buttons' || block.kind === 'row' ? block.buttons : [],
  );
  const found = all.find((button) => button.label === label);
  if (!found) throw new Error(`no button ${label} among ${all.map((button) => button.label)}`);
  return found;
}

const lines = [
  'plan',
  'plan new',
  'plan people',
  'review',
  'candidates',
  'deadline',
  'conference',
  'vote',
  'propose',
  'committee',
  'committee members',
  'committee settings',
  'quorate audit',
];

test.each(lines)('/%s: the committee and the way to another one stand on top, once', async (typed) => {
  const { direct } = await scene(2);
  const asked = await direct.answer(line(typed));
  const answer = await direct.answer(press(buttonOf(asked, 'Nominating Committee')));

  const again = await direct.answer(line(typed));

  for (const reply of [answer, again]) {
    expect(headersOf(reply)).toHaveLength(1);
    expect(headersOf(reply)[0]).toMatchObject({ kind: 'row', buttons: [{ label: 'Another committee' }] });
    expect(plain((headersOf(reply)[0] as Extract<Block, { kind: 'row' }>).text)).toBe(
      'Committee: Nominating Committee',
    );
  }
});

test('another committee is chosen once and stays chosen', async () => {
  const { direct } = await scene(2);
  const asked = await direct.answer(line('plan'));
  const first = await direct.answer(press(buttonOf(asked, 'Nominating Committee')));

  const offered = await direct.answer(press(buttonOf(first, 'Another committee')));
  const other = await direct.answer(press(buttonOf(offered, 'Second Board')));
  const later = await direct.answer(line('deadline'));

  for (const reply of [other, later]) {
    expect(plain((headersOf(reply)[0] as Extract<Block, { kind: 'row' }>).text)).toBe('Committee: Second Board');
  }
});

test('whoever belongs to one committee only is not offered another', async () => {
  const { direct } = await scene(1);

  expect(headersOf(await direct.answer(line('plan')))).toMatchObject([{ kind: 'text' }]);
});

test.each([...lines, 'conference poll', 'deadline board', 'deadline rules', 'review conflicts'])(
  '/%s in the committee’s own channel does not say which committee it is',
  async (typed) => {
    const { inChannel } = await scene(2);

    expect(headersOf(await inChannel.answer(line(typed)))).toEqual([]);
  },
);

test('an answer to a button says it everywhere but in the channel of that committee', async () => {
  const { world, second, direct, inChannel } = await scene(2);
  const conflictsOf = (committee: string) => press(conflictsButton.draw('Again', { committee, page: '1' }));

  const inMessages = await direct.answer(conflictsOf(world.committee));
  const inOwnChannel = await inChannel.answer(conflictsOf(second));
  const inAnotherChannel = await inChannel.answer(conflictsOf(world.committee));

  for (const elsewhere of [inMessages, inAnotherChannel]) {
    expect(headersOf(elsewhere).map((block) => block.kind === 'text' && plain(block.text))).toEqual([
      'Committee: Nominating Committee',
    ]);
  }
  expect(headersOf(inOwnChannel)).toEqual([]);
});
