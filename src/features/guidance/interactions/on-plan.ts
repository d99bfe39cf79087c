/** What happens when a committee's own guidance is put on a plan that was there already, or taken off one. */
import { asCard, refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import type { Block } from '../../../chat/message.ts';
import { asId } from '../../../kernel/ids.ts';
import { changePlanGuidance, previewPlanGuidance, seePlanGuidance } from '../operations/on-plan.ts';
import type { GuidanceWanted } from '../types.ts';
import * as buttons from '../views/buttons.ts';
import { onPlanForm, onPlanView, planGuidanceMessage, previewMessage } from '../views/on-plan.ts';

export const onPlanInteractions: readonly Interaction[] = [
  onPress(buttons.planGuidanceButton, async (call, at) => asCard(await showPlanGuidance(call, at))),

  onPress(buttons.previewButton, async (call, { page, ...at }) => {
    const seen = await previewPlanGuidance(call, wantedOf(at));
    return seen.ok ? replaceCard(previewMessage(textsOf(call), seen.value, Number(page) || 1)) : refusal(call, seen);
  }),

  onPress(buttons.confirmButton, async (call, at) => {
    const seen = await previewPlanGuidance(call, wantedOf(at));
    return seen.ok ? openForm(onPlanView(textsOf(call), seen.value)) : refusal(call, seen);
  }),

  onSubmit(onPlanForm, async (call, { version, ...state }, { reason }) => {
    const changed = await changePlanGuidance(call, { ...wantedOf(state), version, reason: reason ?? '' });
    if (!changed.ok) return refusal(call, changed);
    const text = textsOf(call).rich(`planGuidance.done.${state.kind}`, { number: changed.value.number });
    return showPlanGuidance(call, state, [{ kind: 'text', text }]);
  }),
];

async function showPlanGuidance(
  call: Call,
  { committee, plan }: { readonly committee: string; readonly plan: string },
  said: readonly Block[] = [],
): Promise<Reply> {
  const seen = await seePlanGuidance(call, { committee: asId(committee), plan: asId(plan) });
  return seen.ok ? show(planGuidanceMessage(textsOf(call), seen.value, said)) : refusal(call, seen);
}

function wantedOf(at: {
  readonly committee: string;
  readonly plan: string;
  readonly guidance: string;
  readonly kind: GuidanceWanted['kind'];
}): GuidanceWanted {
  return { committee: asId(at.committee), plan: asId(at.plan), guidance: asId(at.guidance), kind: at.kind };
}
