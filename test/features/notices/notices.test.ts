/** After the decision: the refused are told before the approved where the rule set says so, each once and of themselves only. */
import type { Message } from '../../../src/chat/message.ts';
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { seeResult } from '../../../src/features/notices/operations/look.ts';
import { recordTold, tellResult, undoTelling } from '../../../src/features/notices/operations/tell.ts';
import type { Audience } from '../../../src/features/notices/types.ts';
import { showMenu } from '../../../src/features/submissions/interactions/manage.ts';
import { answerSeats, approveTheRest } from '../../../src/features/submissions/operations/answer.ts';
import { settleSubmission } from '../../../src/features/submissions/operations/settle.ts';
import type { SubmissionId } from '../../../src/features/submissions/types.ts';
import { callOf, formOf, messageOf, press, search, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, cardsOf, type Someone, value } from '../reviews/review-world.ts';
import {
  createSubmissionWorld,
  features,
  found,
  type SubmissionWorld,
  seatOf,
  sent,
} from '../submissions/submission-world.ts';

const { handle } = await createTestDatabase();
const { interactions, cards } = features;

interface Settled extends SubmissionWorld {
  readonly id: SubmissionId;
  /** Not approved, and has an account. */
  readonly ben: Someone;
}

/** Ann and Cleo approved, Ben not; Ben alone has an account. */
async function settled(ruleSet: string | null = null): Promise<Settled> {
  const world = await createSubmissionWorld(handle);
  const account = await world.person('Ben Account');
  const ben = { ...account, person: world.nominees[1]!.person };
  await client(handle).member.updateMany({ where: { personId: account.person }, data: { personId: ben.person } });
  if (ruleSet) await client(handle).plan.update({ where: { id: world.plan }, data: { ruleSet, ruleSetVersion: 1 } });
  const id = await sent(world);
  const seat = seatOf(await found(world.answerer, id), 'Ben').id;
  const refusal = [{ seat, answer: 'not-approved' as const, word: 'Too early.' }];
  value(await answerSeats(again(world.answerer, 3), { submission: id, answers: refusal }));
  value(await approveTheRest(again(world.answerer, 3), id));
  value(await settleSubmission(again(world.clerk, 4), { submission: id, number: '5-QD', dated: '2026-03-02' }));
  return { ...world, id, ben };
}

const tell = ({ clerk, id: submission }: Settled, audience: Audience, minutes: number) =>
  tellResult(again(clerk, minutes), { submission, audience });

const linesOf = async ({ clerk, id }: Settled, who = clerk) =>
  value(await seeResult(again(who, 9), id)).result.lines.map(({ seat, notice }) => [
    seat.shown?.fullName,
    seat.answer,
    notice?.via ?? null,
  ]);

/** The words of somebody's card as `reader` gets them. */
async function wordsOf(world: Settled, kind: string, whose: Someone, reader = whose): Promise<string | null> {
  const row = (await cardsOf(handle, world, kind)).find(({ personId }) => personId === whose.person);
  const message: Message | null | undefined = await cards[kind]?.({
    ...{ ids: (row?.ids ?? {}) as Record<string, string>, to: { person: reader.person }, committee: world.committee },
    ...{ isSentAgain: false, isRedraw: false, act: again(reader, 9) },
  });
  return message ? textOf(message) : null;
}

test('by RFC 8713 nobody hears of the approved before the refused have been told, also not by a card that still waits', async () => {
  const world = await settled('nomcom-rfc8713');
  const early = [await tell(world, 'approved', 5), await tell(world, 'members', 5)];

  value(await tell(world, 'not-approved', 6));
  const inItsMinute = await tell(world, 'members', 6);
  const after = await tell(world, 'members', 8);

  for (const refusal of [...early, inItsMinute]) {
    expect(refusal).toMatchObject({ reason: 'refused-first', facts: { count: 1 } });
  }
  expect(after.ok).toBe(true);
});

test('elsewhere the order is the committee’s own', async () => {
  const world = await settled();

  const members = await tell(world, 'members', 5);

  expect(members.ok).toBe(true);
});

test('each is told once and of themselves only, without the reason that the authority gave', async () => {
  const world = await settled();
  value(await tell(world, 'not-approved', 5));

  const twice = await tell(world, 'not-approved', 7);

  const words = await wordsOf(world, 'notices.own', world.ben);
  expect(twice).toMatchObject({ reason: 'nobody-to-tell' });
  expect(words).toContain('not approved');
  expect(words).toContain('5-QD');
  expect(words).not.toMatch(/Ann|Cleo|Too early/u);
  expect(await wordsOf(world, 'notices.own', world.ben, world.clerk)).toBeNull();
});

test('within its minute it is taken back and nobody was told; later it is not', async () => {
  const world = await settled();
  const { batch } = value(await tell(world, 'not-approved', 5));
  value(await undoTelling(again(world.clerk, 5), { submission: world.id, batch }));
  const between = await linesOf(world);
  const second = value(await tell(world, 'not-approved', 6));
  await client(handle).delivery.updateMany({
    where: { batchId: second.batch },
    data: { state: 'sending', intendedAt: world.clerk.now },
  });

  const late = await undoTelling(again(world.clerk, 8), { submission: world.id, batch: second.batch });

  expect(between).toContainEqual(['Ben', 'not-approved', null]);
  expect(late).toMatchObject({ reason: 'undo-too-late' });
});

test('who has no account is told elsewhere and recorded; a day to come is refused, and the refused come first here too', async () => {
  const world = await settled('nomcom-rfc8713');
  const { seats } = await found(world.clerk, world.id);
  const [ann, ben] = [seats[0]!.id, seats[1]!.id];
  const record = (ids: readonly (typeof ann)[], toldOn = '2026-03-02') =>
    recordTold(again(world.clerk, 6), { submission: world.id, seats: ids, via: 'letter', toldOn });

  const future = await record([ben], '2026-03-03');
  const early = await record([ann]);
  const both = await record([ann, ben]);

  expect(future).toMatchObject({ reason: 'told-later', field: 'toldOn' });
  expect(early).toMatchObject({ reason: 'refused-first', field: 'seats' });
  expect(both).toMatchObject({ ok: true, value: 2 });
  expect(await linesOf(world)).toEqual([
    ['Ann', 'approved', 'letter'],
    ['Ben', 'not-approved', 'letter'],
    ['Cleo', 'approved', null],
  ]);
});

test('a member is told that it is decided, without names; to whom every case in it is closed nothing is said', async () => {
  const world = await settled();
  const [mia, rex] = [await world.person('Mia Member', ['member']), await world.person('Rex Recused', ['member'])];
  for (const { person: nominee } of world.nominees) {
    const who = { committee: world.committee, person: rex.person, nominee, recordedBy: null };
    value(await recuse(again(rex, 5), who));
  }

  value(await tell(world, 'members', 6));

  expect(await wordsOf(world, 'notices.decided', mia)).not.toMatch(/Ann|Ben|Cleo/u);
  expect(await wordsOf(world, 'notices.decided', mia)).toContain('has decided');
  expect(await wordsOf(world, 'notices.decided', rex)).toBeNull();
});

test('only whoever keeps submissions tells, and whoever is recused from a name does not find it there', async () => {
  const world = await settled();
  const member = await world.person('Mia Member', ['member']);
  const second = await world.person('Sue Secretary', ['clerk']);
  const who = { committee: world.committee, person: second.person, nominee: world.ben.person, recordedBy: null };
  value(await recuse(again(second, 5), who));

  const byMember = await tellResult(again(member, 6), { submission: world.id, audience: 'members' });

  expect(byMember).toMatchObject({ reason: 'submission-unknown' });
  expect((await linesOf(world, second)).map(([name]) => name)).toEqual(['Ann', 'Cleo']);
});

test('from the decided submission to the last name, with its buttons and its form', async () => {
  const world = await settled();
  const call = () => callOf(again(world.clerk, 6));
  const menu = messageOf(await showMenu(call(), world.committee));
  const opened = messageOf(await press(interactions, call(), menu, 'Open'));
  const list = messageOf(await press(interactions, call(), opened, 'Tell the result'));
  const told = messageOf(await press(interactions, call(), list, 'Tell 1 not approved'));
  const form = formOf(await press(interactions, call(), told, 'Record who was told'));
  const options = await search(interactions, call(), form, 'seats', '');

  const rest = messageOf(
    await submit(interactions, call(), form, { seats: options, via: 'phone', toldOn: '2026-03-02' }),
  );

  expect(textOf(list)).toContain('no chat account: please tell them and record it');
  expect(textOf(told)).toContain('1 person is told in a minute');
  expect(options).toHaveLength(2);
  expect(textOf(rest)).toContain('Recorded: 2 people were told.');
});
