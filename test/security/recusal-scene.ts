/**
 * What else runs while somebody is recused: a conference with its roll, items, decisions and tasks, one that is over, a
 * look for a date, votes. In both worlds the same; with the case there is besides what concerns it.
 */

import { castPaper } from '../../src/features/ballots/operations/cast.ts';
import { closeRound } from '../../src/features/ballots/operations/close.ts';
import { openRound } from '../../src/features/ballots/operations/open.ts';
import type { RoundForm } from '../../src/features/ballots/operations/prepare.ts';
import { prepareRound } from '../../src/features/ballots/operations/prepare.ts';
import { openSecret } from '../../src/features/ballots/operations/secret-open.ts';
import { type BallotRoundId, motion } from '../../src/features/ballots/types/round.ts';
import { seeAgenda } from '../../src/features/conferences/operations/agenda.ts';
import { announce } from '../../src/features/conferences/operations/announce.ts';
import { draftConference } from '../../src/features/conferences/operations/draft.ts';
import { seeStanding } from '../../src/features/polls/operations/look.ts';
import { answerPoll, createPoll, openPoll } from '../../src/features/polls/operations/poll.ts';
import { createUrns } from '../../src/features/sealing/operations/urns.ts';
import { closeItem, takeUp } from '../../src/features/sittings/operations/agenda.ts';
import { giveSittingTask } from '../../src/features/sittings/operations/give-task.ts';
import { seeSitting } from '../../src/features/sittings/operations/look.ts';
import { openSitting } from '../../src/features/sittings/operations/opening.ts';
import { conclude, recordDecision, recordNote } from '../../src/features/sittings/operations/record.ts';
import { beginRollCall, tickPresent } from '../../src/features/sittings/operations/roll-call.ts';
import { freshSaving } from '../../src/kernel/act.ts';
import type { ConferenceId, NomineeListId } from '../../src/kernel/ids.ts';
import { at, must, type Parts, type Somebody } from './scene.ts';

const minutes = (count: number) => count * 60_000;

export interface Running {
  readonly called: readonly ConferenceId[];
  readonly lists: readonly NomineeListId[];
}

/** Before the recusal: two conferences are called for this morning, a date is looked for, a vote runs and one is over. */
export async function beginEverything({ clerk, chair, ann, committee, lists, xavier }: Parts): Promise<Running> {
  const called: ConferenceId[] = [];
  for (const title of ['Deliberation in camera, today', 'Deliberation in camera, at its end']) {
    const agenda = ['1. Item of the agenda', ...(xavier ? ['2. The matter of Xavier Xenon'] : [])].join('\n');
    const form = { title, date: '2026-03-02', time: '09:16', minutes: 60, place: 'Room under the stairs' };
    const content = { ...form, chair: chair.person, agenda, lists: [], replyBy: null, asksAgain: false };
    const conference = must(await draftConference(at(clerk, minutes(9)), { committee, form: content }));
    const { version } = must(await seeAgenda(at(clerk, minutes(9)), conference)).conference;
    must(await announce(at(clerk, minutes(9)), { conference, version }));
    called.push(conference);
  }
  const form = { title: 'Deliberation in camera, when', place: 'Room under the stairs', minutes: 60 };
  const dates = [
    { date: '2026-03-18', time: '09:00' },
    { date: '2026-03-19', time: '09:00' },
  ] as const;
  const poll = must(
    await createPoll(at(clerk, minutes(9)), {
      committee,
      form: { ...form, closes: '2026-03-12', lists, dates },
    }),
  );
  must(await openPoll(at(clerk, minutes(9)), poll));
  const [first] = must(await seeStanding(at(clerk, minutes(10)), poll)).poll.options;
  if (first) must(await answerPoll(at(ann, minutes(11)), { poll, option: first.id, answer: 'yes' }));
  // Not at one moment: which of them stands first in the list would be chance, and another one in every world.
  await vote(minutes(9), { subject: { kind: 'question', text: 'A spoken word?' } });
  const over = await vote(minutes(10), { subject: { kind: 'question', text: 'An unsent word?' } });
  const marks = { [motion]: { kind: 'yes-no' as const, answers: { [motion]: 'yes' as const } } };
  must(await castPaper(at(ann, minutes(11)), { round: over, marks }));
  must(await closeRound(at(clerk, minutes(11)), over));
  return { called, lists };

  async function vote(after: number, changes: Pick<RoundForm, 'subject'>): Promise<BallotRoundId> {
    return openedVote(at(clerk, after), committee, changes);
  }
}

/** After it, by those who are not recused: the conferences are held, and a case is voted on, also on sealed papers. */
export async function goOn(parts: Parts, { called, lists }: Running): Promise<void> {
  const { clerk, chair, ann, reader, committee, xavier } = parts;
  for (const [index, conference] of called.entries()) {
    const { seats } = must(await beginRollCall(at(clerk, minutes(13)), conference));
    const present = { conference, time: null, persons: seats.map(({ person }) => person) };
    must(await tickPresent(at(clerk, minutes(14)), present));
    must(await openSitting(at(clerk, minutes(16.5)), { conference, time: null }));
    const { items } = must(await seeSitting(at(clerk, minutes(17)), conference));
    for (const item of items) {
      const here = { conference, time: null, item: item.id };
      const now = minutes(17 + item.place);
      must(await takeUp(at(clerk, now), here));
      must(await recordNote(at(clerk, now), { ...here, text: `A spoken word: ${item.text}` }));
      const hands = { for: 2, against: 0, abstain: 0 };
      const decision = { text: `An unsent word: ${item.text}`, mover: null, outcome: 'adopted' as const, hands };
      must(await recordDecision(at(clerk, now), { ...here, ...decision }));
      const task = { conference, item: item.id, text: `Reasons: ${item.text}`, dueOn: '2026-03-20' as const };
      must(await giveSittingTask(at(clerk, now), { ...task, owner: reader.person }));
      // The last one, about the case where there is one, is under discussion at the end.
      if (item.place === 0) must(await closeItem(at(clerk, now), { conference, time: null }));
    }
    if (index > 0) must(await conclude(at(clerk, minutes(19)), { conference, time: null }));
  }
  if (!xavier) return;
  for (const list of lists) {
    const now = at(clerk, minutes(9));
    await openedVote(now, committee, { subject: { kind: 'list', list, position: null } });
    await openedVote(now, committee, { subject: { kind: 'list', list, position: null }, mode: 'unnamed' });
    const room = { subject: { kind: 'list', list, position: null }, place: 'room' } as const;
    await openedVote(now, committee, { ...room, tellers: [ann.person, chair.person] });
  }
}

async function openedVote(
  clerk: Somebody,
  committee: Parts['committee'],
  changes: Partial<RoundForm> & Pick<RoundForm, 'subject'>,
): Promise<BallotRoundId> {
  const form: RoundForm = {
    ...{ rule: 'simple-majority', place: 'chat', closes: { date: '2026-03-24', time: null }, opens: null },
    ...{ settlesAfter: null, tellers: [], conference: null, item: null },
    ...changes,
  };
  const { round } = must(await prepareRound({ ...clerk, saving: freshSaving() }, { committee, form }));
  const opening = { ...clerk, saving: freshSaving() };
  if (form.mode) must(await openSecret(opening, createUrns(new Uint8Array(32).fill(7)), round.id));
  else must(await openRound(opening, round.id));
  return round.id;
}
