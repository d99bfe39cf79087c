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
import type { CaseReadings } from '../../access/types.ts';
import { caseReadersButton } from '../../nominations/views/buttons.ts';
import { searchRegister } from '../../people/operations/find.ts';
import { seeCaseReaders } from '../operations/case-readers.ts';
import { otherDayButton } from '../views/case-buttons.ts';
import { caseDayForm, caseDayView, chooseCaseMessage, readersMessage } from '../views/case-readers.ts';

type Readings = readonly CaseReadings[];

/** `readings`: of all features that let people read a case without a role. */
export function caseReadersInteractions(readings: Readings): readonly Interaction[] {
  return [
    onPress(caseReadersButton, async (call, { committee, nominee, on }) =>
      said(
        call,
        await readersOf(call, { committee: asId(committee), nominee: asId(nominee), on: on || null }, readings),
      ),
    ),
    onPress(otherDayButton, async (call, at) => openForm(caseDayView(textsOf(call), at))),
    onSubmit(caseDayForm, async (call, { committee, nominee }, { on }) => {
      const at = { committee: asId<CommitteeId>(committee), nominee: asId<PersonId>(nominee), on: on ?? '' };
      const reply = await readersOf(call, at, readings);
      if ('kind' in reply) return reply;
      const text = textsOf(call).refusal(reply);
      return reply.field ? { kind: 'field-errors', errors: { [reply.field]: text } } : show(sentence(text));
    }),
  ];
}

/** The case of whoever is meant by a typed name; anything but the one exact name is chosen. Without a day: today. */
export async function openCaseReaders(
  call: Call,
  { id: committee, zone }: { readonly id: CommitteeId; readonly zone: string },
  typed: string,
  day: string | null,
  readings: Readings,
): Promise<Reply> {
  const on = day === null ? null : readDate(day, dateIn(zone, call.now));
  if (day !== null && on === null) return said(call, refused('as-of-unreadable'));
  const people = await searchRegister(call, { committee, typed, limit: 10 });
  const named = people.filter(({ fullName }) => fullName.toLowerCase() === typed.toLowerCase());
  const [only] = named;
  if (named.length === 1 && only) {
    return said(call, await readersOf(call, { committee, nominee: only.id, on: on?.date ?? null }, readings));
  }
  if (people.length === 0) return show(sentence(textsOf(call)('quorate.audit.nobody')));
  return show(chooseCaseMessage(textsOf(call), committee, people, on?.date ?? ''));
}

async function readersOf(
  call: Call,
  at: { readonly committee: CommitteeId; readonly nominee: PersonId; readonly on: PlainDate | null },
  readings: Readings,
): Promise<Reply | Refused> {
  const seen = await seeCaseReaders(call, at, readings);
  if (!seen.ok) return seen;
  return show(readersMessage(texts(call.locale, seen.value.zone, call.speech), seen.value));
}

function said(call: Call, reply: Reply | Refused): Reply {
  return 'kind' in reply ? reply : show(sentence(textsOf(call).refusal(reply)));
}
