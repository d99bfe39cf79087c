/** Who could read a case on a day: from a candidate's profile, the form, or a typed line. */
import { textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { readDate } from '../../../i18n/read-date.ts';
import { texts } from '../../../i18n/texts.ts';
import { asId, type CommitteeId, type PersonId } from '../../../kernel/ids.ts';
import { type Refused, refused } from '../../../kernel/outcome.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import { caseReadersButton } from '../../nominations/views/buttons.ts';
import { searchRegister } from '../../people/operations/find.ts';
import { seeCaseReaders } from '../operations/case-readers.ts';
import { otherDayButton } from '../views/case-buttons.ts';
import { caseDayForm, caseDayView, chooseCaseMessage, readersMessage } from '../views/case-readers.ts';

export const caseReadersInteractions: readonly Interaction[] = [
  onPress(caseReadersButton, async (call, { committee, nominee, on }) =>
    said(call, await readersOf(call, asId(committee), asId(nominee), on || null)),
  ),
  onPress(otherDayButton, async (call, at) => openForm(caseDayView(textsOf(call), at))),
  onSubmit(caseDayForm, async (call, { committee, nominee }, { on }) => {
    const reply = await readersOf(call, asId(committee), asId(nominee), on ?? '');
    if ('kind' in reply) return reply;
    const text = textsOf(call).refusal(reply);
    return reply.field ? { kind: 'field-errors', errors: { [reply.field]: text } } : show(sentence(text));
  }),
];

/** The case of whoever is meant by a typed name; anything but the one exact name is chosen. Without a day: today. */
export async function openCaseReaders(
  call: Call,
  { id: committee, zone }: { readonly id: CommitteeId; readonly zone: string },
  typed: string,
  day: string | null,
): Promise<Reply> {
  const on = day === null ? null : readDate(day, dateIn(zone, call.now));
  if (day !== null && on === null) return said(call, refused('as-of-unreadable'));
  const people = await searchRegister(call, { committee, typed, limit: 10 });
  const named = people.filter(({ fullName }) => fullName.toLowerCase() === typed.toLowerCase());
  const [only] = named;
  if (named.length === 1 && only) return said(call, await readersOf(call, committee, only.id, on?.date ?? null));
  if (people.length === 0) return show(sentence(textsOf(call)('quorate.audit.nobody')));
  return show(chooseCaseMessage(textsOf(call), committee, people, on?.date ?? ''));
}

async function readersOf(
  call: Call,
  committee: CommitteeId,
  nominee: PersonId,
  on: PlainDate | null,
): Promise<Reply | Refused> {
  const seen = await seeCaseReaders(call, { committee, nominee, on });
  if (!seen.ok) return seen;
  return show(readersMessage(texts(call.locale, seen.value.zone, call.speech), seen.value));
}

function said(call: Call, reply: Reply | Refused): Reply {
  return 'kind' in reply ? reply : show(sentence(textsOf(call).refusal(reply)));
}
