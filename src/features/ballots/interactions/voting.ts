/** What electors press and send: the paper, and for those without an account whoever enters it. */
import { textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { foldName } from '../../../i18n/names.ts';
import { type ViaKind, viaKinds } from '../../../kernel/act.ts';
import { asId, type PersonId } from '../../../kernel/ids.ts';
import { refused } from '../../../kernel/outcome.ts';
import { castPaper, recordPaper } from '../operations/cast.ts';
import { seeOwn, seeStanding } from '../operations/look.ts';
import type { BallotRound, BallotRoundId } from '../types/round.ts';
import * as buttons from '../views/buttons.ts';
import { castMessage } from '../views/messages.ts';
import {
  marksIn,
  paperForm,
  paperView,
  recordedOf,
  recordForm,
  recordOptions,
  recordView,
} from '../views/paper-form.ts';
import { showSealedPaper } from './secret-show.ts';
import { atField, atQuestion, said, showRound } from './shared.ts';

export const votingInteractions: readonly Interaction[] = [
  onPress(buttons.voteButton, (call, { round }) => openPaper(call, asId(round))),
  onPress(buttons.seeButton, (call, { round }) => showRound(call, asId(round))),

  onSubmit(paperForm, async (call, state, values) => {
    const id = asId<BallotRoundId>(state.round);
    let asked: BallotRound | null = null;
    const marks = (round: BallotRound) => {
      asked = round;
      return marksIn(round, values);
    };
    const cast = await castPaper(call, { round: id, marks });
    if (!cast.ok) return atField(call, atQuestion(asked, cast));
    return show(castMessage(textsOf(call), cast.value, null));
  }),

  onPress(buttons.recordButton, (call, { round }) => openRecord(call, asId(round))),

  onSubmit(
    recordForm,
    async (call, state, values) => {
      const id = asId<BallotRoundId>(state.round);
      const seen = await seeStanding(call, id);
      if (!seen.ok) return said(call, seen);
      const { round, electors } = seen.value;
      const chosen = recordedOf(textIn(values.person));
      const person = asId<PersonId>(chosen.person);
      const reference = textIn(values.reference).trim() || null;
      const via = { kind: viaOf(textIn(values.via)), reference, dated: null };
      const paper = { round: id, person, marks: marksIn(round, values), via, byProxy: chosen.byProxy };
      const cast = await recordPaper(call, paper);
      if (!cast.ok) return atField(call, atQuestion(round, cast));
      const name = electors.find((one) => one.person === person)?.fullName ?? '';
      return show(castMessage(textsOf(call), cast.value, name));
    },
    {
      options: async (call, { state, typed }) => {
        const seen = await seeStanding(call, asId<BallotRoundId>(state.round));
        if (!seen.ok) return [];
        const fitting = seen.value.electors.filter(({ fullName }) => foldName(fullName).includes(foldName(typed)));
        return recordOptions(textsOf(call), fitting).slice(0, 100);
      },
    },
  ),
];

/** The paper with what it says now; when none is taken any more, where the vote stands. */
export async function openPaper(call: Call, id: BallotRoundId): Promise<Reply> {
  const own = await seeOwn(call, id);
  if (!own.ok) return said(call, own);
  const { round, isAsked, paper, votable } = own.value;
  if (!votable.ok && (round.state === 'closed' || round.state === 'void')) return showRound(call, id);
  if (!votable.ok) return said(call, votable);
  if (own.value.sealed) return showSealedPaper(call, id);
  if (!isAsked && round.conference) return said(call, refused('ballot-came-later', { at: round.openedAt }));
  if (!isAsked) return said(call, refused('ballot-not-asked'));
  if (round.place !== 'chat' || round.mode !== 'open') return said(call, refused('ballot-not-here'));
  return openForm(paperView(textsOf(call), round, paper));
}

/** Those who have not voted come first: mostly it is one of them. */
export async function openRecord(call: Call, id: BallotRoundId): Promise<Reply> {
  const seen = await seeStanding(call, id);
  if (!seen.ok) return said(call, seen);
  const { round, electors, mayRecord, votable } = seen.value;
  if (!mayRecord) return said(call, refused('right-missing', { right: 'ballot.record', roles: ['clerk', 'teller'] }));
  if (!votable.ok) return said(call, votable);
  const first = electors.filter(({ hasVoted }) => !hasVoted);
  const others = electors.filter(({ hasVoted }) => hasVoted);
  return openForm(recordView(textsOf(call), round, [...first, ...others]));
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function viaOf(text: string): ViaKind {
  return viaKinds.find((kind) => kind === text && kind !== 'chat') ?? 'paper';
}
