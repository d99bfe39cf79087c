/** The guided first five minutes: the next step of a new committee with its one button, read off what is there. */
import type { Call } from '../../src/chat/call.ts';
import type { Block, Button } from '../../src/chat/message.ts';
import { viewersOf } from '../../src/features/access/operations.ts';
import { memberCounts } from '../../src/features/committees/operations/look.ts';
import type { Committee } from '../../src/features/committees/types.ts';
import { takeOverButton } from '../../src/features/committees/views/cards.ts';
import { scheduleButton } from '../../src/features/conferences/views/buttons.ts';
import { committeesThatHad } from '../../src/features/deadlines/operations/look.ts';
import { plansWithListed } from '../../src/features/nominations/operations/look.ts';
import { firstOpenPlans } from '../../src/features/plans/operations/look.ts';
import { newPlanButton, planButton, proposeButton } from '../../src/features/plans/views/buttons.ts';
import { committeesWithLists } from '../../src/features/reviews/operations/lists.ts';
import { freezeButton } from '../../src/features/reviews/views/buttons.ts';
import type { Texts } from '../../src/i18n/texts.ts';
import type { PlanId } from '../../src/kernel/ids.ts';

export const steps = ['members', 'plan', 'positions', 'names', 'freeze', 'conference'] as const;
export type Step = (typeof steps)[number];

/**
 * The next step of each of these committees; none once a conference was ever called, and for one that waits for a
 * workspace admin. As many statements for twenty committees as for one: the menu begins with it.
 */
export async function nextSteps(call: Call, t: Texts, committees: readonly Committee[]): Promise<readonly Block[]> {
  const confirmed = committees.filter(({ isConfirmed }) => isConfirmed);
  if (confirmed.length === 0) return [];
  const all = await viewersOf(
    call,
    confirmed.map(({ id }) => id),
  );
  const done = await committeesThatHad(call, all, 'conference');
  const viewers = all.filter(({ committee }) => !done.has(committee));
  if (viewers.length === 0) return [];
  const members = await memberCounts(
    call,
    viewers.map(({ committee }) => committee),
  );
  const plans = await firstOpenPlans(call, viewers);
  const named = await plansWithListed(
    call,
    viewers,
    plans.map(({ id }) => id),
  );
  const frozen = await committeesWithLists(call, viewers);
  return confirmed.flatMap((committee) => {
    if (done.has(committee.id)) return [];
    const plan = plans.find((one) => one.committee === committee.id) ?? null;
    const [step, button] = stepOf(t, committee, {
      members: members.get(committee.id) ?? 0,
      plan,
      hasNames: plan !== null && named.has(plan.id),
      hasList: frozen.has(committee.id),
    });
    return [rowOf(t, committee, step, button)];
  });
}

interface Reached {
  readonly members: number;
  readonly plan: { readonly id: PlanId; readonly positions: number } | null;
  readonly hasNames: boolean;
  readonly hasList: boolean;
}

function stepOf(t: Texts, { id }: Committee, reached: Reached): readonly [Step, Button] {
  const draw = (step: Step) => [t(`quorate.next.buttons.${step}`), { committee: id }] as const;
  const primary = { style: 'primary' } as const;
  if (reached.members < 2) return ['members', takeOverButton.draw(...draw('members'), primary)];
  if (!reached.plan) return ['plan', newPlanButton.draw(...draw('plan'), primary)];
  const ofPlan = { committee: id, plan: reached.plan.id };
  if (reached.plan.positions === 0)
    return ['positions', planButton.draw(t('quorate.next.buttons.positions'), ofPlan, primary)];
  if (!reached.hasNames) return ['names', proposeButton.draw(t('quorate.next.buttons.names'), ofPlan, primary)];
  if (!reached.hasList) return ['freeze', freezeButton.draw(...draw('freeze'), primary)];
  return ['conference', scheduleButton.draw(...draw('conference'), primary)];
}

function rowOf(t: Texts, committee: Committee, step: Step, button: Button): Block {
  const text = t.rich('quorate.next.line', {
    committee: committee.name,
    number: steps.indexOf(step) + 1,
    count: steps.length,
    step: t(`quorate.next.${step}`),
  });
  return { kind: 'row', text, buttons: [button] };
}
