/** The vote of a step held on an item of a conference: who votes comes from its roll call. */
import { openRound } from '../../../src/features/ballots/operations/open.ts';
import { prepareStepVote, stepVoteForm } from '../../../src/features/procedures/operations/vote.ts';
import { stepVoteView } from '../../../src/features/procedures/views/forms.ts';
import { procedureMessage } from '../../../src/features/procedures/views/procedure.ts';
import { panelOf } from '../../../src/features/sittings/interactions/shared.ts';
import { takeUp } from '../../../src/features/sittings/operations/agenda.ts';
import { seeRunning } from '../../../src/features/sittings/operations/look.ts';
import { openSitting } from '../../../src/features/sittings/operations/opening.ts';
import { beginRollCall, tickPresent } from '../../../src/features/sittings/operations/roll-call.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { at } from '../ballots/running-vote.ts';
import { must, reasonOf, scheduled } from '../conferences/scene.ts';
import { seen, voting, withTwoEntered } from './steps-world.ts';

const { handle } = await createTestDatabase();
const t = texts('en', 'UTC', 'party');

test('it opens while its item is under discussion, for those in the room; the card and the steps of the plan show it', async () => {
  const steps = await withTwoEntered(handle);
  const { scene, procedure } = steps;
  const conference = await scheduled(scene);
  const step = { procedure, step: 'key-officials' };
  const early = must(await stepVoteForm(at(scene.clerk, -20), step));
  must(await beginRollCall(at(scene.clerk, -10), conference));
  const here = [scene.chair.person, ...scene.members.map(({ person }) => person)];
  must(await tickPresent(at(scene.clerk, -1), { conference, time: null, persons: here }));
  must(await openSitting(at(scene.clerk, 1), { conference, time: null }));
  const parts = must(await stepVoteForm(at(scene.clerk, 2), step));
  const item = parts.rooms[0]!.items.at(-1)!.id;
  const tellers = scene.members.map(({ person }) => person);
  const asking = (form: { conference: typeof conference; item: string; minutes: number }) =>
    prepareStepVote(at(scene.clerk, 3), { ...voting(steps), form: { place: 'room', tellers, ...form } });

  const elsewhere = await asking({ conference, item: procedure, minutes: 15 });
  const undated = await prepareStepVote(at(scene.clerk, 3), {
    ...voting(steps),
    form: { place: 'room', tellers, conference: null, closes: null },
  });
  const { round } = must(await asking({ conference, item, minutes: 15 }));
  const waiting = await openRound(at(scene.clerk, 4), round.id);
  const card = textOf(await panelOf(at(scene.clerk, 4), must(await seeRunning(at(scene.clerk, 4), conference))));
  must(await takeUp(at(scene.clerk, 5), { conference, time: null, item }));
  const opened = must(await openRound(at(scene.clerk, 6), round.id)).round;
  const shown = textOf(procedureMessage(t, await seen(steps)));

  expect(textOf(stepVoteView(t, early))).toContain('begin the roll call of that conference first');
  expect(textOf(stepVoteView(t, parts))).toContain('Where it is held');
  expect([elsewhere, undated, waiting].map(reasonOf)).toEqual([
    'item-unknown',
    'procedure-date-missing',
    'item-not-current',
  ]);
  expect(card).toContain('Prepared for item 2: a vote on List no. 1');
  expect(opened.frozen).toMatchObject({ summoned: 4, present: 3 });
  expect(shown).toContain('Vote in the conference “Personnel planning”');
  expect(shown).toContain('Room 2. Open until');
});
