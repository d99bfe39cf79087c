/** What the forms for preparing a vote say, read the same way wherever they are opened. */
import type { Call } from '../../../chat/call.ts';
import type { Option } from '../../../chat/form.ts';
import { asId, type CommitteeId, type NomineeListId, type PositionId } from '../../../kernel/ids.ts';
import { prepareForm, type RoundForm } from '../operations/prepare.ts';

/** One choice for people: by name, in the room, or with more secrecy. */
export function wayIn(place: 'chat' | 'room' | 'secret' | 'unnamed'): Pick<RoundForm, 'place' | 'mode'> {
  return place === 'unnamed' || place === 'secret' ? { place: 'chat', mode: place } : { place };
}

export async function tellerOptions(call: Call, committee: CommitteeId, typed: string): Promise<readonly Option[]> {
  const found = await prepareForm(call, committee);
  if (!found.ok) return [];
  const wanted = typed.trim().toLowerCase();
  return found.value.members
    .filter(({ fullName }) => fullName.toLowerCase().includes(wanted))
    .slice(0, 100)
    .map(({ person, fullName }) => ({ value: person, label: fullName.slice(0, 75) }));
}

export function subjectIn(values: {
  readonly subject: string;
  readonly question?: string | null | undefined;
}): RoundForm['subject'] {
  if (values.subject === 'question') return { kind: 'question', text: values.question ?? '' };
  const [list = '', position] = values.subject.split(':');
  return {
    kind: 'list',
    list: asId<NomineeListId>(list),
    position: position === undefined ? null : asId<PositionId>(position),
  };
}
