/** Promise 4: what a recused person sees is what they would see if the case did not exist. Two worlds are compared. */
import { history } from '../../../src/audit/history.ts';
import { client } from '../../../src/database/client.ts';
import { recuse, viewerOf } from '../../../src/features/access/operations.ts';
import { cards } from '../../../src/features/reviews/interactions/cards.ts';
import { openOpening, showLists, showMenu, showProgress } from '../../../src/features/reviews/interactions/clerk.ts';
import { reviewDuties } from '../../../src/features/reviews/interactions/duties.ts';
import { openAgree, openPick, openRecuse } from '../../../src/features/reviews/interactions/reviewer.ts';
import { showSynthesis } from '../../../src/features/reviews/interactions/synthesis.ts';
import { agreeWithAll, chooseNominees, keepLine, sendAnswer } from '../../../src/features/reviews/operations/answer.ts';
import { cardKinds } from '../../../src/features/reviews/operations/cards.ts';
import { closeRound } from '../../../src/features/reviews/operations/close.ts';
import { seeList } from '../../../src/features/reviews/operations/lists.ts';
import { seeOwnAnswer, seeRound } from '../../../src/features/reviews/operations/look.ts';
import { recuseFromNominee } from '../../../src/features/reviews/operations/recuse.ts';
import { seeSynthesis } from '../../../src/features/reviews/operations/synthesis.ts';
import { noWords } from '../../../src/features/reviews/types/nouns.ts';
import { callOf } from '../../support/calls.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createReviewWorld, later, openedRound, type ReviewWorld, type Someone, value } from './review-world.ts';

const { handle } = await createTestDatabase();

interface Scene {
  readonly world: ReviewWorld;
  readonly reader: Someone;
  readonly round: Awaited<ReturnType<typeof openedRound>>['round'];
  readonly views: readonly unknown[];
}

/** `withCase`: the nominee Xavier is on the list, and the reader is recused from him, declared at `when`. */
async function play(withCase: boolean, when: 'before' | 'during'): Promise<Scene> {
  const world = await createReviewWorld(handle, withCase ? ['Ann', 'Xavier', 'Ben'] : ['Ann', 'Ben']);
  const reader = await world.person('Rita Reader', ['clerk', 'chair']);
  const other = await world.person('Olaf Other', ['member']);
  const xavier = world.nominees.find(({ name }) => name === 'Xavier');
  const { committee } = world;
  if (xavier && when === 'before') {
    await recuse(again(reader), { committee, person: reader.person, nominee: xavier.person, recordedBy: null });
  }
  const { round } = await openedRound(world);
  const mine = { round: round.id, person: null };
  if (xavier && when === 'during') {
    const entry = round.list.entries.find(({ person }) => person === xavier.person)!.id;
    await chooseNominees(later(reader), { ...mine, picked: [entry], restAgrees: false });
    value(await recuseFromNominee(later(reader), { ...mine, entry, reason: 'relative' }));
  }

  // Everybody else talks about all nominees, Xavier too.
  const entries = round.list.entries.map(({ id }) => id);
  value(await chooseNominees(later(other), { ...mine, picked: entries, restAgrees: false }));
  for (const entry of entries) {
    const words = { ...noWords, text: 'A word.' };
    value(await keepLine(later(other), { ...mine, entry, version: 1, stance: 'agree-with-comments', words }));
  }
  value(await sendAnswer(later(other), mine));

  const views: unknown[] = [...(await look(world, reader, round))];
  value(await agreeWithAll(again(reader, 5), mine));
  views.push(...(await look(world, reader, round)));
  value(await closeRound(again(reader, 6), round.id));
  views.push(...(await look(world, reader, round)));
  return { world, reader, round, views };
}

async function look(world: ReviewWorld, reader: Someone, round: Scene['round']): Promise<readonly unknown[]> {
  const act = () => again(reader, 7);
  const call = () => callOf(act());
  const viewer = await viewerOf(act(), world.committee);
  const rendered = Object.values(cardKinds)
    .slice(0, 2)
    .map((kind) =>
      cards[kind]!({
        act: act(),
        ids: { round: round.id, version: '1' },
        to: { person: reader.person },
        committee: world.committee,
        isSentAgain: false,
        isRedraw: true,
      }),
    );
  return [
    await showMenu(call(), world.committee),
    await showLists(call(), world.committee),
    await openOpening(call(), world.committee),
    await showProgress(call(), round.id),
    await showSynthesis(call(), round.id),
    await openAgree(call(), round.id),
    await openPick(call(), round.id, ''),
    await openRecuse(call(), round.id),
    await seeRound(act(), round.id),
    await seeOwnAnswer(act(), round.id),
    await seeList(act(), round.list.id),
    await seeSynthesis(act(), round.id),
    await reviewDuties.dutiesOf(act(), [viewer]),
    [...(await reviewDuties.titles!(act(), [round.id])).values()],
    await history(handle, viewer, { kind: 'review-round', id: round.id }),
    (await history(handle, viewer, { kind: 'nominee-list', id: round.list.id })).map(({ kind }) => kind),
    ...(await Promise.all(rendered)),
  ];
}

/** Ids differ between any two worlds: each becomes the number of its first appearance. */
function withoutIds(views: readonly unknown[]): string {
  const seen = new Map<string, string>();
  const text = JSON.stringify(
    views,
    (key, item) => (['nominationVersion', 'serial', 'requestId', 'channel'].includes(key) ? undefined : item),
    1,
  );
  return text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
    if (!seen.has(id)) seen.set(id, `#${seen.size}`);
    return seen.get(id) ?? id;
  });
}

describe.each(['before', 'during'] as const)('recused %s the round', (when) => {
  test('the reader sees in every list, form, card, count and history what they would see without the case', async () => {
    const withCase = await play(true, when);
    const without = await play(false, when);

    const seen = withoutIds(withCase.views);
    expect(seen).not.toContain('Xavier');
    expect(seen.split('\n')).toEqual(withoutIds(without.views).split('\n'));
  });
});

test('control: a reader who is not recused does see the difference', async () => {
  const { world, round } = await play(true, 'before');
  const outsider = await world.person('Nora New', ['clerk']);

  const seen = withoutIds(await look(world, outsider, round));

  expect(seen).toContain('Xavier');
});

test('a list of one nominee, recused from: no round, no duty, no card, not even its name', async () => {
  const world = await createReviewWorld(handle, ['Xavier']);
  const reader = await world.person('Rita Reader', ['clerk', 'chair']);
  const { committee } = world;
  await recuse(again(reader), {
    committee,
    person: reader.person,
    nominee: world.nominees[0]!.person,
    recordedBy: null,
  });
  const { round } = await openedRound(world);

  const call = callOf(later(reader));
  const answers = [
    await agreeWithAll(later(reader), { round: round.id, person: null }),
    await closeRound(again(reader, 3), round.id),
    await seeSynthesis(later(reader), round.id),
    await seeList(later(reader), round.list.id),
  ];

  expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual([
    'review-unknown',
    'review-unknown',
    'review-unknown',
    'list-unknown',
  ]);
  expect(await owingOf(reviewDuties, later(world.clockwork), { kind: 'review-round', id: round.id })).not.toContain(
    reader.person,
  );
  expect(await reviewDuties.titles!(later(reader), [round.id])).toEqual(new Map());
  expect(JSON.stringify(await showMenu(call, committee))).not.toContain('Xavier');
  const posted = await cards[cardKinds.invitation]!({
    act: later(reader),
    ids: { round: round.id },
    to: { person: reader.person },
    committee,
    isSentAgain: false,
    isRedraw: false,
  });
  expect(posted).toBeNull();
});

test('the card is worded again at once, and what was sent about the nominee before is no longer counted', async () => {
  const world = await createReviewWorld(handle, ['Ann', 'Xavier']);
  const reader = await world.person('Rita Reader', ['member']);
  const { round } = await openedRound(world);
  const mine = { round: round.id, person: null };
  await agreeWithAll(later(reader), mine);
  await client(handle).delivery.updateMany({
    where: { kind: cardKinds.invitation, personId: reader.person },
    data: { state: 'sent', address: {}, wantsVersion: 0, intendedAt: reader.now },
  });
  const entry = round.list.entries[1]!.id;

  value(await recuseFromNominee(later(reader), { ...mine, entry, reason: 'same-unit' }));
  const twice = await recuseFromNominee(later(reader), { ...mine, entry, reason: 'same-unit' });

  expect(twice).toMatchObject({ reason: 'review-entry-unknown' });
  const card = await client(handle).delivery.findFirstOrThrow({
    where: { kind: cardKinds.invitation, personId: reader.person },
  });
  expect(card.wantsVersion).toBeGreaterThan(0);
  value(await closeRound(again(world.clerk, 3), round.id));
  const { nominees } = value(await seeSynthesis(again(world.clerk, 3), round.id));
  expect(nominees.map(({ counts }) => [counts.agree, counts.recused, counts.silent])).toEqual([
    [1, 0, 1],
    [0, 1, 1],
  ]);
});

test('a recusal declared after the close does not change the counts', async () => {
  const world = await createReviewWorld(handle, ['Ann']);
  const reader = await world.person('Rita Reader', ['member']);
  const { round } = await openedRound(world);
  await agreeWithAll(later(reader), { round: round.id, person: null });
  value(await closeRound(again(world.clerk, 3), round.id));
  const { committee } = world;

  await recuse(again(reader, 4), {
    committee,
    person: reader.person,
    nominee: world.nominees[0]!.person,
    recordedBy: null,
  });

  const { nominees } = value(await seeSynthesis(again(world.clerk, 5), round.id));
  expect(nominees[0]?.counts).toMatchObject({ agree: 1, recused: 0 });
});
