/** Small words that all interactions of this feature share: refusals, who is meant, the forms one after the other. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../../chat/call.ts';
import type { Message } from '../../../chat/message.ts';
import { asId, type PersonId, type ReviewRoundId } from '../../../kernel/ids.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { isReachedInChat, nameOfParticipant } from '../operations/look.ts';
import type { WhoseAnswer } from '../operations/seat.ts';
import { type DraftLine, noWords } from '../types/nouns.ts';
import type { OpenSeat } from '../types/seen.ts';
import { draftMessage } from '../views/answer.ts';
import { lineView } from '../views/answer-forms.ts';

/** A form with typed text stays open whatever the refusal: the sentence stands beside the field. */
export function besideText(call: Call, refused: Refused, field: string): Reply {
  return { kind: 'field-errors', errors: { [refused.field ?? field]: textsOf(call).refusal(refused) } };
}

/** From a button or a form: an empty or missing person is oneself. */
export function whose(round: string, person: string | null): WhoseAnswer {
  return { round: asId<ReviewRoundId>(round), person: person ? asId<PersonId>(person) : null };
}

/** Null for one's own answer. */
export async function nameFor(call: Call, seat: OpenSeat): Promise<string | null> {
  if (seat.seat.person === seat.seat.author) return null;
  return nameOfParticipant(call, seat.round.id, seat.seat.person);
}

/** The next chosen nominee that is not filled in, else the draft as a whole with "Send". */
export async function nextStep(call: Call, seat: OpenSeat): Promise<Reply> {
  const open = seat.draft?.lines.find((line) => line.isPicked && line.stance === null && isAsked(seat, line));
  if (open) return openLine(call, seat, open);
  return showDraft(call, seat);
}

export function openLine(call: Call, seat: OpenSeat, line: DraftLine): Reply {
  const entry = seat.asked.find(({ id }) => id === line.entry);
  if (!entry) return refusal(call, { ok: false, reason: 'review-entry-unknown', facts: {} });
  const words = line ?? noWords;
  const byAspect = Object.values(line.aspects).some((text) => text !== null);
  const { version, stance, chairOnly } = line;
  return openForm(lineView(textsOf(call), seat, { entry, version, stance, words, chairOnly, byAspect }));
}

export async function showDraft(call: Call, seat: OpenSeat): Promise<Reply> {
  const { round, asked, draft } = seat;
  const forName = await nameFor(call, seat);
  const person = forName === null ? '' : seat.seat.person;
  const shown = draft ?? { restAgrees: false, via: null, why: null, changedAt: call.now, lines: [] };
  return show(draftMessage(textsOf(call), { round, asked, draft: shown, person, forName, handsOver: !seat.maySend }));
}

function isAsked(seat: OpenSeat, line: DraftLine): boolean {
  return seat.asked.some(({ id }) => id === line.entry);
}

/** What was entered for somebody, and whether they read of it or have to be told. */
export async function enteredMessage(call: Call, round: ReviewRoundId, person: PersonId): Promise<Message> {
  const t = textsOf(call);
  const name = await nameOfParticipant(call, round, person);
  const told = (await isReachedInChat(call, round, person)) ? 'recordedTold' : 'recordedToTell';
  const said = `${t('reviews.answer.recorded', { name })} ${t(`reviews.answer.${told}`)}`;
  return { summary: t('reviews.answer.summary'), blocks: [{ kind: 'text', text: [said] }] };
}
