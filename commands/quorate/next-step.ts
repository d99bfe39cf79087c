/** The guided first five minutes: the next step of a new committee with its one button, read off what is there. */
import type { Call } from '../../src/chat/call.ts';
import type { Block, Button } from '../../src/chat/message.ts';
import { seeCommittee } from '../../src/features/committees/operations/look.ts';
import type { Committee } from '../../src/features/committees/types.ts';
import { takeOverButton } from '../../src/features/committees/views/cards.ts';
import { scheduleButton } from '../../src/features/conferences/views/buttons.ts';
import { hasHadDeadline } from '../../src/features/deadlines/operations/look.ts';
import { activeCandidates } from '../../src/features/nominations/operations/look.ts';
import { browsePlans } from '../../src/features/plans/operations/look.ts';
import { newPlanButton, planButton, proposeButton } from '../../src/features/plans/views/buttons.ts';
import { listsOf } from '../../src/features/reviews/operations/lists.ts';
import { freezeButton } from '../../src/features/reviews/views/buttons.ts';
import type { Texts } from '../../src/i18n/texts.ts';

export const steps = ['members', 'plan', 'positions', 'names', 'freeze', 'conference'] as const;
export type Step = (typeof steps)[number];

/** Null once a conference was ever called, and for a committee that waits for a workspace admin. */
export async function nextStep(call: Call, t: Texts, committee: Committee): Promise<readonly Block[] | null> {
  const next = committee.isConfirmed ? await findNext(call, t, committee) : null;
  if (!next) return null;
  const [step, button] = next;
  const number = steps.indexOf(step) + 1;
  return [
    {
      kind: 'row',
      text: t.rich('quorate.next.line', {
        committee: committee.name,
        number,
        count: steps.length,
        step: t(`quorate.next.${step}`),
      }),
      buttons: [button],
    },
  ];
}

async function findNext(call: Call, t: Texts, { id }: Committee): Promise<readonly [Step, Button] | null> {
  if (await hasHadDeadline(call, id, 'conference')) return null;
  const draw = (step: Step) => [t(`quorate.next.buttons.${step}`), { committee: id }] as const;
  const primary = { style: 'primary' } as const;
  const seen = await seeCommittee(call, id);
  if (!seen.ok) return null;
  if (seen.value.members.length < 2) return ['members', takeOverButton.draw(...draw('members'), primary)];
  const browsed = await browsePlans(call, id);
  const plan = browsed.ok ? browsed.value.plans.find(({ isClosed }) => !isClosed) : undefined;
  if (!plan) return ['plan', newPlanButton.draw(...draw('plan'), primary)];
  const ofPlan = { committee: id, plan: plan.id };
  if (plan.positions.length === 0)
    return ['positions', planButton.draw(t('quorate.next.buttons.positions'), ofPlan, primary)];
  const listed = await activeCandidates(call, ofPlan);
  if (!listed.ok || listed.value.length === 0)
    return ['names', proposeButton.draw(t('quorate.next.buttons.names'), ofPlan, primary)];
  const lists = await listsOf(call, id);
  if (!lists.ok || lists.value.length === 0) return ['freeze', freezeButton.draw(...draw('freeze'), primary)];
  return ['conference', scheduleButton.draw(...draw('conference'), primary)];
}
