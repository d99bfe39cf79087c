/** Whom a form's search field offers from the register. */
import { textsOf } from '../../../answers.ts';
import type { Call } from '../../../chat/call.ts';
import type { Option } from '../../../chat/form.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { browseRegister } from '../operations/find.ts';
import { describePerson } from '../views/register.ts';

/** Two of one name are told apart by what stands beside it. */
export async function registerOptions(call: Call, committee: CommitteeId, typed: string): Promise<readonly Option[]> {
  if (typed.trim() === '') return [];
  const found = await browseRegister(call, { committee, typed, page: 1, size: 20 });
  if (!found.ok) return [];
  const t = textsOf(call);
  return found.value.people.map((person) => {
    const note = [describePerson(t, person), person.hasAccount ? t('people.merge.hasAccount') : ''];
    return {
      value: person.id,
      label: person.fullName.slice(0, 75),
      note: note.filter(Boolean).join(' · ').slice(0, 75),
    };
  });
}
