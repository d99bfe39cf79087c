/** The few turns that every interaction of nominations shares. */
import { textsOf } from '../../../answers.ts';
import { type Call, type Reply, show } from '../../../chat/call.ts';
import { sentence } from '../../../chat/message.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { peopleByIds } from '../../people/operations/find.ts';

/** After a press there is no form whose field could show it. */
export function refusalOfPress(call: Call, refused: Refused): Reply {
  return show(sentence(textsOf(call).refusal(refused)));
}

/** The people of an act's cards by name; who is closed to the reader is left out. */
export async function namesOfTold(
  call: Call,
  committee: CommitteeId,
  { told, toTell }: { readonly told: readonly PersonId[]; readonly toTell: readonly PersonId[] },
) {
  const people = await peopleByIds(call, committee, [...told, ...toTell]);
  const namesOf = (ids: readonly PersonId[]) =>
    ids.flatMap((id) => people.find((person) => person.id === id)?.fullName ?? []);
  return { told: namesOf(told), toTell: namesOf(toTell) };
}
