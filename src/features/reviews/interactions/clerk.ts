/** What the committee secretary and the chair press and send: freeze, open, undo, progress, close, enter, synthesis. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { foldName } from '../../../i18n/names.ts';
import type { Via } from '../../../kernel/act.ts';
import { asId, type CommitteeId, type NomineeListId, type ReviewRoundId } from '../../../kernel/ids.ts';
import type { Plan } from '../../plans/types.ts';
import { agreeWithAll } from '../operations/answer.ts';
import { seeListWithNewer } from '../operations/change-list.ts';
import { closeRound } from '../operations/close.ts';
import { freezeList, listsOf, plansToReview } from '../operations/lists.ts';
import { nameOfParticipant, seeProgress, seeRounds } from '../operations/look.ts';
import { openRound, prepareRound, undoOpening } from '../operations/open.ts';
import { startRecording } from '../operations/record.ts';
import { pickView } from '../views/answer-forms.ts';
import * as buttons from '../views/buttons.ts';
import * as forms from '../views/clerk-forms.ts';
import * as messages from '../views/messages.ts';
import { visibilityIn } from '../views/visibility.ts';
import { showSealedProgress } from './anonymous-show.ts';
import { enteredMessage, whose } from './reply.ts';

export const clerkInteractions: readonly Interaction[] = [
  onPress(buttons.openFormButton, (call, { committee }) => openOpening(call, asId(committee))),

  onSubmit(forms.openForm, async (call, state, values) => {
    const { plan, date, time, why, closesDate, closesTime } = values;
    const committee = asId<CommitteeId>(state.committee);
    const prepared = await prepareRound(call, {
      committee,
      plan: asId(plan),
      stated: { date, time },
      closes: closesDate ? { date: closesDate, time: closesTime ?? null } : null,
      why,
      ...visibilityIn(values),
    });
    return prepared.ok ? show(messages.previewMessage(textsOf(call), prepared.value)) : refusal(call, prepared);
  }),

  onPress(buttons.confirmOpenButton, async (call, { round }) => {
    const opened = await openRound(call, asId<ReviewRoundId>(round));
    return opened.ok ? replaceCard(messages.openedMessage(textsOf(call), opened.value)) : refusal(call, opened);
  }),

  onPress(buttons.undoOpenButton, async (call, { round }) => {
    const undone = await undoOpening(call, asId<ReviewRoundId>(round));
    return undone.ok ? replaceCard(sentence(textsOf(call)('reviews.open.undone'))) : refusal(call, undone);
  }),

  onPress(buttons.progressButton, (call, { round }) => showProgress(call, asId(round))),

  onPress(buttons.closeButton, async (call, { round }) => {
    const closed = await closeRound(call, asId<ReviewRoundId>(round));
    return closed.ok ? replaceCard(sentence(textsOf(call)('reviews.progress.done'))) : refusal(call, closed);
  }),

  onPress(buttons.recordButton, async (call, { round, person }) => {
    const found = await seeProgress(call, asId<ReviewRoundId>(round));
    if (!found.ok) return refusal(call, found);
    return openForm(forms.recordView(textsOf(call), found.value.round, found.value.rows, person || null));
  }),

  onSubmit(
    forms.recordForm,
    async (call, { round }, values) => {
      const via: Via = { kind: values.via, reference: values.reference, dated: values.dated };
      const input = { ...whose(round, values.person), via, why: values.why ?? null };
      const t = textsOf(call);
      const name = await nameOfParticipant(call, input.round, asId(values.person));
      if (values.how === 'all') {
        const sent = await agreeWithAll(call, input);
        if (!sent.ok) return refusal(call, sent);
        return show(await enteredMessage(call, input.round, asId(values.person)));
      }
      const begun = await startRecording(call, input);
      return begun.ok ? openForm(pickView(t, begun.value, name)) : refusal(call, begun);
    },
    {
      options: async (call, { state, typed }) => {
        const found = await seeProgress(call, asId<ReviewRoundId>(state.round));
        if (!found.ok) return [];
        const fitting = found.value.rows.filter(({ fullName }) => foldName(fullName).includes(foldName(typed)));
        return fitting.slice(0, 50).map(({ person, fullName }) => ({ value: person, label: fullName }));
      },
    },
  ),

  onPress(buttons.listButton, async (call, { list }) => {
    const found = await seeListWithNewer(call, asId<NomineeListId>(list));
    if (!found.ok) return refusal(call, found);
    return show(messages.listMessage(textsOf(call), found.value.list, found.value.newer));
  }),

  onPress(buttons.listsButton, (call, { committee }) => showLists(call, asId(committee))),

  onPress(buttons.freezeButton, async (call, { committee }) =>
    withPlans(call, asId(committee), (plans) => openForm(forms.freezeView(textsOf(call), asId(committee), plans))),
  ),

  onSubmit(forms.freezeForm, async (call, { committee }, { plan }) => {
    const frozen = await freezeList(call, { committee: asId(committee), plan: asId(plan) });
    return frozen.ok ? show(messages.frozenMessage(textsOf(call), frozen.value)) : refusal(call, frozen);
  }),
];

/** `/review` alone: what there is for this person, by their rights. */
export async function showMenu(call: Call, committee: CommitteeId): Promise<Reply> {
  const found = await seeRounds(call, committee);
  return found.ok ? show(messages.menuMessage(textsOf(call), committee, found.value)) : refusal(call, found);
}

export async function openOpening(call: Call, committee: CommitteeId): Promise<Reply> {
  return withPlans(call, committee, (plans) => openForm(forms.openView(textsOf(call), committee, plans)));
}

export async function showProgress(call: Call, round: ReviewRoundId): Promise<Reply> {
  const found = await seeProgress(call, round);
  if (!found.ok && found.reason === 'review-is-anonymous') return showSealedProgress(call, round);
  return found.ok ? show(messages.progressMessage(textsOf(call), found.value)) : refusal(call, found);
}

export async function showLists(call: Call, committee: CommitteeId): Promise<Reply> {
  const found = await listsOf(call, committee);
  if (!found.ok) return refusal(call, found);
  const mayFreeze = (await plansToReview(call, committee)).ok;
  return show(messages.listsMessage(textsOf(call), committee, found.value, mayFreeze));
}

async function withPlans(call: Call, committee: CommitteeId, run: (plans: readonly Plan[]) => Reply): Promise<Reply> {
  const plans = await plansToReview(call, committee);
  if (!plans.ok) return refusal(call, plans);
  return plans.value.length === 0 ? show(sentence(textsOf(call)('reviews.open.noPlans'))) : run(plans.value);
}
