/** What those who run a vote press and send: prepare, open, undo, who has voted, close, void, and what follows. */
import { textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId, type PersonId } from '../../../kernel/ids.ts';
import { refused } from '../../../kernel/outcome.ts';
import { announceResult, decideTie, prepareNext } from '../operations/after.ts';
import { closeRound, voidRound } from '../operations/close.ts';
import { findRound, listRounds, seeStanding } from '../operations/look.ts';
import { discardRound, openRound, undoOpening } from '../operations/open.ts';
import { prepareForm, prepareRound, type RoundForm, seePrepared } from '../operations/prepare.ts';
import { prepareAgain } from '../operations/prepare-again.ts';
import type { BallotRoundId } from '../types/round.ts';
import * as buttons from '../views/buttons.ts';
import * as forms from '../views/forms.ts';
import { menuMessage, openedMessage, previewMessage, standingMessage } from '../views/messages.ts';
import { subjectIn, tellerOptions, wayIn } from './prepare-values.ts';
import { showPreparedAnew, showSealedStanding } from './secret-show.ts';
import { atField, said, showRound } from './shared.ts';

export const runningInteractions: readonly Interaction[] = [
  onPress(buttons.prepareButton, (call, { committee }) => openPrepare(call, asId(committee))),

  onSubmit(
    forms.prepareForm,
    async (call, state, values) => {
      const { rule, place, date, time, opensDate, opensTime, settles, tellers } = values;
      const form: RoundForm = {
        ...{ subject: subjectIn(values), rule, conference: null, item: null },
        ...wayIn(place),
        closes: { date, time: time ?? null },
        opens: opensDate ? { date: opensDate, time: opensTime ?? '08:00' } : null,
        settlesAfter: settles && settles !== 'never' ? Number(settles) : null,
        tellers: (tellers ?? []).map((one) => asId<PersonId>(one)),
      };
      const prepared = await prepareRound(call, { committee: asId(state.committee), form });
      return prepared.ok ? show(previewMessage(textsOf(call), prepared.value)) : atField(call, prepared);
    },
    { options: (call, { state, typed }) => tellerOptions(call, asId(state.committee), typed) },
  ),

  onPress(buttons.previewButton, async (call, { round }) => showPreview(call, asId(round))),

  onPress(buttons.openButton, async (call, { round }) => {
    const opened = await openRound(call, asId<BallotRoundId>(round));
    return opened.ok ? replaceCard(openedMessage(textsOf(call), opened.value)) : said(call, opened);
  }),

  onPress(buttons.undoButton, async (call, { round }) => {
    const undone = await undoOpening(call, asId<BallotRoundId>(round));
    if (!undone.ok) return said(call, undone);
    if (undone.value.id !== round) return showPreparedAnew(call, undone.value.id);
    return replaceCard(sentence(textsOf(call)('votes.undone')));
  }),

  onPress(buttons.discardButton, async (call, { round }) => {
    const gone = await discardRound(call, asId<BallotRoundId>(round));
    return gone.ok ? replaceCard(sentence(textsOf(call)('votes.discarded'))) : said(call, gone);
  }),

  onPress(buttons.standingButton, (call, { round }) => showStanding(call, asId(round))),

  onPress(buttons.closeButton, async (call, { round }) => {
    const closed = await closeRound(call, asId<BallotRoundId>(round));
    return closed.ok ? showRound(call, closed.value.id) : said(call, closed);
  }),

  onPress(buttons.voidButton, (call, { round }) =>
    withRound(call, asId(round), (found) => openForm(forms.voidView(textsOf(call), found.round))),
  ),

  onSubmit(forms.voidForm, async (call, { round }, { why }) => {
    const voided = await voidRound(call, { round: asId(round), why });
    return voided.ok ? show(sentence(textsOf(call)('votes.voided'))) : atField(call, voided);
  }),

  onPress(buttons.againButton, (call, { round }) =>
    withRound(call, asId(round), (found) =>
      openForm(forms.againView(textsOf(call), found.round, found.committee.zone)),
    ),
  ),

  onSubmit(forms.againForm, async (call, { round }, { why, date, time }) => {
    const again = await prepareAgain(call, { round: asId(round), why, closes: { date, time: time ?? null } });
    return again.ok ? show(previewMessage(textsOf(call), again.value)) : atField(call, again);
  }),

  onPress(buttons.nextButton, (call, { round }) =>
    withRound(call, asId(round), (found) => {
      const view = forms.nextView(textsOf(call), found.round, found.committee.zone);
      return view ? openForm(view) : said(call, refused('ballot-nobody-goes-on'));
    }),
  ),

  onSubmit(forms.nextForm, async (call, { round }, { date, time }) => {
    const next = await prepareNext(call, { round: asId(round), closes: { date, time: time ?? null } });
    return next.ok ? show(previewMessage(textsOf(call), next.value)) : atField(call, next);
  }),

  onPress(buttons.decideButton, (call, { round }) =>
    withRound(call, asId(round), (found) => {
      const view = forms.decideView(textsOf(call), found.round);
      return view ? openForm(view) : said(call, refused('ballot-not-tied'));
    }),
  ),

  onSubmit(forms.decideForm, async (call, { round }, { passes }) => {
    const decided = await decideTie(call, { round: asId(round), passes: passes ?? [] });
    return decided.ok ? showRound(call, decided.value.id) : atField(call, decided);
  }),

  onPress(buttons.announceButton, async (call, { round }) => {
    const announced = await announceResult(call, asId<BallotRoundId>(round));
    if (!announced.ok) return said(call, announced);
    return show(sentence(textsOf(call)('votes.result.told', { count: announced.value.told })));
  }),
];

export async function showMenu(call: Call, committee: CommitteeId): Promise<Reply> {
  const listed = await listRounds(call, committee);
  return listed.ok ? show(menuMessage(textsOf(call), listed.value)) : said(call, listed);
}

export async function openPrepare(call: Call, committee: CommitteeId): Promise<Reply> {
  const parts = await prepareForm(call, committee);
  return parts.ok ? openForm(forms.prepareView(textsOf(call), parts.value)) : said(call, parts);
}

export async function showStanding(call: Call, id: BallotRoundId): Promise<Reply> {
  const seen = await seeStanding(call, id);
  if (!seen.ok && seen.reason === 'ballot-is-sealed') return showSealedStanding(call, id);
  return seen.ok ? show(standingMessage(textsOf(call), { ...seen.value, now: call.now })) : said(call, seen);
}

async function showPreview(call: Call, id: BallotRoundId): Promise<Reply> {
  const seen = await seePrepared(call, id);
  if (!seen.ok) return said(call, seen);
  const { state } = seen.value.round;
  if (state !== 'prepared' && state !== 'scheduled') return showRound(call, id);
  return show(previewMessage(textsOf(call), seen.value));
}

type Found = Extract<Awaited<ReturnType<typeof findRound>>, { readonly ok: true }>['value'];

async function withRound(call: Call, id: BallotRoundId, answer: (found: Found) => Reply): Promise<Reply> {
  const found = await findRound(call, id);
  return found.ok ? answer(found.value) : said(call, found);
}
