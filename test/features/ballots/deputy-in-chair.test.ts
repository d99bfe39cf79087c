/** A deputy leads an item in the chair's place, or holds the chair of the conference: the vote on it is theirs to run. */
import { recuse } from '../../../src/features/access/operations.ts';
import { decideTie } from '../../../src/features/ballots/operations/after.ts';
import { closeRound } from '../../../src/features/ballots/operations/close.ts';
import { openRound } from '../../../src/features/ballots/operations/open.ts';
import { prepareHere, prepareHereForm } from '../../../src/features/ballots/operations/prepare-here.ts';
import { seeRunning } from '../../../src/features/sittings/operations/look.ts';
import * as record from '../../../src/features/sittings/operations/record.ts';
import { panelMessage } from '../../../src/features/sittings/views/panel.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { cards, must, reasonOf, type Somebody } from '../conferences/scene.ts';
import { at, inSession, moves, type RunningVote } from './running-vote.ts';
import { ofQuestion, preparedVote } from './vote-world.ts';

const { handle } = await createTestDatabase();

interface WithDeputy extends RunningVote {
  readonly dan: Somebody;
}

/** Dan, a deputy, is in the room. With `isRecused` the chair is recused from the item under discussion. */
async function withDeputy({ isRecused }: { readonly isRecused: boolean }): Promise<WithDeputy> {
  let dan: Somebody | null = null;
  const running = await inSession(handle, {
    agenda: 'Opening\nThe case of Nora Nominee',
    async prepare(scene) {
      dan = await scene.person('Dan Deputy', ['deputy']);
      const nora = (await scene.person('Nora Nominee')).person;
      const recusal = { committee: scene.committee, person: scene.chair.person, nominee: nora, recordedBy: null };
      if (isRecused) must(await recuse(at(scene.clerk, -60), recusal));
      return {};
    },
    alsoPresent: () => (dan ? [dan.person] : []),
  });
  return { ...running, dan: dan! };
}

function prepare(who: Somebody, { conference, item }: RunningVote, rule = 'majority-present') {
  const { subject, place } = ofQuestion;
  return prepareHere(at(who, 10), { conference, item, minutes: 15, form: { subject, place, rule, tellers: [] } });
}

// The first use of everything takes its time on a loaded machine; no test should be measured by it.
beforeAll(async () => {
  await withDeputy({ isRecused: false });
}, 120_000);

test('an item from which the chair is recused is taken up led by the deputy, and the record says so', async () => {
  const { scene, conference, dan } = await withDeputy({ isRecused: true });

  const seen = must(await seeRunning(at(scene.clerk, 7), conference));
  const chairs = must(await seeRunning(at(scene.chair, 7), conference));

  expect(seen.leader).toBe(dan.person);
  expect(seen.events.find(({ kind }) => kind === 'taken-up')?.person).toBe(dan.person);
  expect(JSON.stringify(panelMessage(texts('en', 'UTC', 'party'), seen))).toContain(
    'Cara Chair; Dan Deputy leads this item',
  );
  // For the chair there is no such item, and so nobody who leads it.
  expect(chairs.leader).toBe(scene.chair.person);
  expect(JSON.stringify(panelMessage(texts('en', 'UTC', 'party'), chairs))).not.toContain('Dan Deputy leads');
});

test('the deputy who leads the item prepares, opens and closes the vote on it, and is told the result', async () => {
  const running = await withDeputy({ isRecused: true });
  const { scene, dan } = running;

  const { round } = must(await prepare(dan, running));
  must(await openRound(at(dan, 11), round.id));
  const closed = await closeRound(at(dan, 14), round.id);

  expect(closed.ok).toBe(true);
  const told = (await cards(scene, 'ballots.closed')).map(({ personId }) => personId);
  expect(new Set(told)).toEqual(new Set([scene.clerk.person, dan.person]));
});

test('whoever is given the chair as a deputy opens a vote in it; control: not before, and not outside the conference', async () => {
  const running = await withDeputy({ isRecused: false });
  const { scene, conference, item, dan } = running;

  const before = await prepareHereForm(at(dan, 6), { conference, item });
  must(await record.handChair(at(scene.chair, 7), { conference, time: null, person: dan.person }));
  const { round } = must(await prepare(dan, running));
  const opened = await openRound(at(dan, 11), round.id);
  const elsewhere = await preparedVote(scene);
  const outside = await openRound(at(dan, 12), elsewhere.id);

  expect(reasonOf(before)).toBe('right-missing');
  expect(opened.ok).toBe(true);
  expect(reasonOf(outside)).toBe('ballot-unknown');
});

test('equal votes are decided by the deputy where the chair is recused, by nobody else', async () => {
  const running = await withDeputy({ isRecused: true });
  const { scene, dan } = running;
  const { round } = must(await prepare(dan, running));
  must(await openRound(at(dan, 11), round.id));
  must(await closeRound(at(scene.clerk, 14), round.id));

  const decisions = [];
  for (const who of [scene.clerk, scene.chair, dan]) {
    decisions.push(reasonOf(await decideTie(at(who, 15), { round: round.id, passes: [] })));
  }

  // Nothing is tied here; what matters is who gets as far as to be told so.
  expect(decisions).toEqual(['ballot-chair-decides', 'ballot-unknown', 'ballot-not-tied']);
});

test('a chair who leaves the room for an item that is under discussion leaves it to the deputy', async () => {
  const running = await withDeputy({ isRecused: false });
  const { scene, conference, dan } = running;

  must(await moves(running, scene.chair.person, 'stepped-out', 8));
  const seen = must(await seeRunning(at(scene.clerk, 9), conference));

  expect(seen.leader).toBe(dan.person);
});
