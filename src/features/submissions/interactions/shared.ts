/** What every answer of this feature needs. */
import { textsOf } from '../../../answers.ts';
import { type Call, type Reply, show } from '../../../chat/call.ts';
import type { Option } from '../../../chat/form.ts';
import { sentence } from '../../../chat/message.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { searchRegister } from '../../people/operations/find.ts';
import { describePerson } from '../../people/views/register.ts';

export function said(call: Call, refused: Refused): Reply {
  return show(sentence(textsOf(call).refusal(refused)));
}

/** Beside its field when it has one. */
export function atField(call: Call, refused: Refused): Reply {
  if (!refused.field) return said(call, refused);
  return { kind: 'field-errors', errors: { [refused.field]: textsOf(call).refusal(refused) } };
}

/** Who of the register may answer for the authority. */
export async function answererOptions(call: Call, committee: CommitteeId, typed: string): Promise<readonly Option[]> {
  const people = await searchRegister(call, { committee, typed, limit: 20 });
  const t = textsOf(call);
  return people.map((person) => ({ value: person.id, label: describePerson(t, person).slice(0, 75) }));
}
