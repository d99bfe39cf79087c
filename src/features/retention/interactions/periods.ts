/** How long things are kept: shown to everybody, set by a workspace admin, made stricter by a committee secretary. */
import { asCard, refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { committeesOf } from '../../committees/operations/look.ts';
import { seePeriods, setPeriod } from '../operations/periods.ts';
import type { PeriodsSeen } from '../types.ts';
import * as views from '../views/periods.ts';

export const periodInteractions: readonly Interaction[] = [
  onPress(views.periodsButton, async (call, { committee }) =>
    asCard(await shown(call, await seePeriods(call, ofSubject(committee)))),
  ),

  onPress(views.changePeriodButton, async (call, { committee }) => {
    const seen = await seePeriods(call, ofSubject(committee));
    return seen.mayChange ? openForm(views.periodView(textsOf(call), seen)) : shown(call, seen);
  }),

  onSubmit(views.periodForm, async (call, { committee, version }, { kind, months, reason }) => {
    const input = { committee: ofSubject(committee), kind, months: months ?? null, reason: reason ?? '', version };
    const set = await setPeriod(call, input);
    return set.ok ? shown(call, set.value) : refusal(call, set);
  }),
];

/** For /quorate. */
export async function showPeriods(call: Call): Promise<Reply> {
  return shown(call, await seePeriods(call, null));
}

async function shown(call: Call, seen: PeriodsSeen): Promise<Reply> {
  return show(views.periodsMessage(textsOf(call), seen, await committeesOf(call)));
}

function ofSubject(committee: string): CommitteeId | null {
  return committee === '' ? null : asId<CommitteeId>(committee);
}
