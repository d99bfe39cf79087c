/** Who has not sent a comment yet, of however many rounds at once. */
import type { Act } from '../../../kernel/act.ts';
import { asId, type PersonId, type ReviewRoundId } from '../../../kernel/ids.ts';
import { rolesWithRight } from '../../access/rules.ts';
import { membersOfEach } from '../../committees/operations/look.ts';
import type { Asked } from '../../deadlines/types/duties.ts';
import { answerState, askedAbout } from '../rules/asked.ts';
import * as answers from '../store/answers.ts';
import * as drafts from '../store/drafts.ts';
import * as rounds from '../store/rounds.ts';
import type { Round } from '../types/nouns.ts';
import { everythingOf } from './seat.ts';

/** Those of these rounds that are open, with everything in them: for the clockwork and for counts. */
export async function openWhole(act: Act, ids: readonly string[]): Promise<readonly Round[]> {
  const wanted = ids.map((id) => asId<ReviewRoundId>(id));
  const committees = await rounds.committeesOfRounds(act.store, wanted);
  const eyes = committees.map((committee) => everythingOf(act, { committee }));
  return rounds.listRounds(act.store, eyes, { ids: wanted, states: ['open'] });
}

/** By round, members who may comment, are asked about somebody and have sent nothing; in protocol order. */
export async function stillSilent(act: Act, open: readonly Round[]): Promise<Asked> {
  if (open.length === 0) return new Map();
  const ids = open.map(({ id }) => id);
  const committees = [...new Set(open.map(({ committee }) => committee))];
  const eyes = committees.map((committee) => everythingOf(act, { committee }));
  const members = await membersOfEach(act, committees);
  const participants = await rounds.participantsIn(act.store, ids);
  const sent = await answers.standingAnswersIn(act.store, eyes, ids);
  const begun = await drafts.draftStates(act.store, ids);
  const recusals = await rounds.recusalsIn(act.store, committees, act.now);
  return new Map(
    open.map((round) => {
      const commenting = new Set(
        (members.get(round.committee) ?? [])
          .filter(({ roles }) => roles.some((role) => rolesWithRight['review.comment'].includes(role)))
          .map(({ person }) => person),
      );
      const ofIt = new Map(sent.filter((answer) => answer.round === round.id).map((one) => [one.person, one]));
      const recused = recusals.get(round.committee) ?? [];
      const isSilent = (person: PersonId) => {
        const asked = askedAbout(round.list.entries, person, recused);
        const draft = begun.get(drafts.draftKey(round.id, person)) ?? null;
        const state = answerState(asked, ofIt.get(person) ?? null, draft);
        return state === 'not-answered' || state === 'draft';
      };
      const asked = (participants.get(round.id) ?? []).map(({ person }) => person);
      return [round.id, asked.filter((person) => commenting.has(person) && isSilent(person))] as const;
    }),
  );
}
