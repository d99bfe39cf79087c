/** Whoever is away and still asked may have a deputy: the feature gives them the card, where its rules let one stand in. */
import type { Act } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { isAway } from '../../committees/rules.ts';
import type { DeadlineRow } from '../types/dates.ts';
import type { Duties } from '../types/duties.ts';
import { dutiesFor } from './about.ts';

/** Twice is once: the features see to it. A deputy who is away too, or no member any more, stands in for nobody. */
export async function tellDeputies(
  act: Act,
  features: readonly Duties[],
  deadline: Pick<DeadlineRow, 'committee' | 'subject'>,
  asked: readonly PersonId[],
): Promise<void> {
  const { standIn } = dutiesFor(features, deadline.subject);
  if (!standIn) return;
  const members = await membersOf(act, deadline.committee);
  const there = new Set(members.filter((member) => !isAway(member, act.now)).map(({ person }) => person));
  for (const { person, deputy } of members) {
    if (!deputy || there.has(person) || !there.has(deputy) || !asked.includes(person)) continue;
    await standIn(act, deadline.subject, person, deputy);
  }
}
