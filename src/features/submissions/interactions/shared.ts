/** What every answer of this feature needs. */
import { textsOf } from '../../../answers.ts';
import type { Call } from '../../../chat/call.ts';
import type { Option } from '../../../chat/form.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { searchRegister } from '../../people/operations/find.ts';
import { describePerson } from '../../people/views/register.ts';

/** Who of the register may answer for the authority. */
export async function answererOptions(call: Call, committee: CommitteeId, typed: string): Promise<readonly Option[]> {
  const people = await searchRegister(call, { committee, typed, limit: 20 });
  const t = textsOf(call);
  return people.map((person) => ({ value: person.id, label: describePerson(t, person).slice(0, 75) }));
}
