/** What a reviewer presses and sends: agree, comment, change, send, recuse, object. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, redraw, replaceCard, show } from '../../../chat/call.ts';
import type { RawValue, RawValues } from '../../../chat/form.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { foldName } from '../../../i18n/names.ts';
import { asId } from '../../../kernel/ids.ts';
import { agreeWithAll, chooseNominees, keepLine, openAnswer, sendAnswer } from '../operations/answer.ts';
import { ownPossible } from '../operations/conflicts.ts';
import { seeOwnAnswer } from '../operations/look.ts';
import { handDraft } from '../operations/receipt.ts';
import { objectToRecorded, seeRecorded } from '../operations/record.ts';
import { openRecusal, recuseFromNominee } from '../operations/recuse.ts';
import { type ListEntryId, type ReviewAnswerId, type Stance, stances, type Words } from '../types/nouns.ts';
import type { OpenSeat } from '../types/seen.ts';
import { answerMessage } from '../views/answer.ts';
import * as forms from '../views/answer-forms.ts';
import * as buttons from '../views/buttons.ts';
import { recordedCard } from '../views/cards.ts';
import { nomineeName } from '../views/nominees.ts';
import { showPaper } from './anonymous-show.ts';
import { besideText, enteredMessage, nameFor, nextStep, openLine, whose } from './reply.ts';

export const reviewerInteractions: readonly Interaction[] = [
  onPress(buttons.agreeButton, (call, { round }) => openAgree(call, round)),

  onSubmit(forms.agreeForm, async (call, { round }) => {
    const sent = await agreeWithAll(call, whose(round, null));
    if (!sent.ok) return refusal(call, sent);
    return show(sentence(textsOf(call)('reviews.agree.done', { count: sent.value.lines })));
  }),

  onPress(buttons.commentButton, (call, { round, person }) => openPick(call, round, person)),

  onSubmit(forms.pickForm, async (call, { round, person }, values) => {
    const chosen = await chooseNominees(call, { ...whose(round, person), ...forms.choiceIn(values) });
    return chosen.ok ? nextStep(call, chosen.value) : refusal(call, chosen);
  }),

  onPress(buttons.lineButton, async (call, { round, person, entry }) => {
    const seat = await openAnswer(call, whose(round, person));
    if (!seat.ok) return refusal(call, seat);
    const line = seat.value.draft?.lines.find((candidate) => candidate.entry === entry);
    return line ? openLine(call, seat.value, line) : refusal(call, gone);
  }),

  onSubmit(
    forms.lineForm,
    async (call, state, values) => {
      const { round, person, entry, version } = state;
      const words = wordsIn(values);
      const line = {
        entry: asId<ListEntryId>(entry),
        version,
        stance: values.stance,
        words,
        chairOnly: isTicked(values.chairOnly),
      };
      const kept = await keepLine(call, { ...whose(round, person), ...line });
      if (kept.ok) return nextStep(call, kept.value);
      if (kept.reason === 'review-line-changed') return redrawLine(call, state, values, null);
      return besideText(call, kept, 'text');
    },
    { change: (call, { state, values, requestId }) => redrawLine(call, state, values, requestId) },
  ),

  onPress(buttons.sendButton, async (call, { round, person }) => {
    const taken = person === '' ? null : await openAnswer(call, whose(round, person));
    if (taken?.ok && !taken.value.maySend) return handOver(call, taken.value);
    const sent = await sendAnswer(call, whose(round, person));
    if (!sent.ok) return refusal(call, sent);
    const t = textsOf(call);
    const { seat } = sent.value.seat;
    if (seat.person !== seat.author) return replaceCard(await enteredMessage(call, seat.round, seat.person));
    const { lines, agreedAsList } = sent.value;
    return replaceCard(sentence(t('reviews.answer.done', { count: lines, agreed: agreedAsList })));
  }),

  onPress(buttons.ownButton, async (call, { round }) => {
    const own = await seeOwnAnswer(call, whose(round, null).round);
    return own.ok ? show(answerMessage(textsOf(call), own.value)) : refusal(call, own);
  }),

  onPress(buttons.recuseButton, (call, { round }) => openRecuse(call, round)),

  onSubmit(
    forms.recuseForm,
    async (call, { round }, { entry, reason }) => {
      const said = await recuseFromNominee(call, { ...whose(round, null), entry: asId(entry), reason });
      return said.ok ? show(sentence(textsOf(call)('reviews.recuse.done'))) : refusal(call, said);
    },
    {
      options: async (call, { state, typed }) => {
        const seat = await openRecusal(call, whose(state.round, null));
        if (!seat.ok) return [];
        const t = textsOf(call);
        const fitting = seat.value.asked.filter((entry) => foldName(nomineeName(t, entry)).includes(foldName(typed)));
        return fitting.slice(0, 50).map((entry) => ({ value: entry.id, label: nomineeName(t, entry) }));
      },
    },
  ),

  onPress(buttons.seeRecordedButton, async (call, { round, answer }) => {
    const found = await seeRecorded(call, asId<ReviewAnswerId>(answer), asId(round));
    if (!found.ok) return refusal(call, found);
    const { round: shown, answer: recorded } = found.value;
    return show(answerMessage(textsOf(call), { round: shown, answer: recorded, draft: null, responses: new Map() }));
  }),

  onPress(buttons.objectButton, async (call, { round, answer }) => {
    const said = await objectToRecorded(call, { round: asId(round), answer: asId<ReviewAnswerId>(answer) });
    if (!said.ok) return refusal(call, said);
    const found = await seeRecorded(call, asId<ReviewAnswerId>(answer), asId(round));
    return found.ok
      ? replaceCard(recordedCard(textsOf(call), found.value.round, found.value.answer))
      : refusal(call, found);
  }),
];

/** A deputy who only prepares: the member looks and sends. */
async function handOver(call: Call, { round, seat }: OpenSeat): Promise<Reply> {
  const handed = await handDraft(call, { round: round.id, person: seat.person });
  return handed.ok ? replaceCard(sentence(textsOf(call)('receipt.handed'))) : refusal(call, handed);
}

export async function openAgree(call: Call, round: string): Promise<Reply> {
  const seat = await openAnswer(call, whose(round, null));
  if (!seat.ok) return refusal(call, seat);
  if (seat.value.asked.length === 0) return refusal(call, nothingAsked);
  return openForm(forms.agreeView(textsOf(call), seat.value));
}

export async function openPick(call: Call, round: string, person: string): Promise<Reply> {
  const seat = await openAnswer(call, whose(round, person));
  if (!seat.ok && seat.reason === 'review-is-anonymous') return showPaper(call, round);
  if (!seat.ok) return refusal(call, seat);
  if (seat.value.asked.length === 0) return refusal(call, nothingAsked);
  return openForm(forms.pickView(textsOf(call), seat.value, await nameFor(call, seat.value)));
}

export async function openRecuse(call: Call, round: string): Promise<Reply> {
  const seat = await openRecusal(call, whose(round, null));
  if (!seat.ok) return refusal(call, seat);
  if (seat.value.asked.length === 0) return refusal(call, nothingAsked);
  const { viewer, asked } = seat.value;
  const nominees = asked.map(({ person }) => person);
  return openForm(forms.recuseView(textsOf(call), seat.value, await ownPossible(call, viewer, nominees)));
}

const gone = { ok: false, reason: 'review-entry-unknown', facts: {} } as const;
const nothingAsked = { ok: false, reason: 'review-nothing-asked', facts: {} } as const;

/**
 * With what was typed so far. `requestId` null: the form was sent, and another window of the same person had kept this
 * line; both are shown, and the form now carries the newer version.
 */
async function redrawLine(
  call: Call,
  state: { round: string; person: string | null; entry: string; version: number },
  values: RawValues | Readonly<Record<string, unknown>>,
  requestId: string | null,
): Promise<Reply> {
  const seat = await openAnswer(call, whose(state.round, state.person));
  if (!seat.ok) return refusal(call, seat);
  const entry = seat.value.asked.find(({ id }) => id === state.entry);
  const line = seat.value.draft?.lines.find((candidate) => candidate.entry === state.entry);
  if (!entry || !line) return refusal(call, gone);
  const raw = values as RawValues;
  const drawing = {
    entry,
    version: requestId === null ? line.version : state.version,
    stance: stanceIn(raw.stance),
    words: wordsIn(raw),
    chairOnly: isTicked(raw.chairOnly),
    byAspect: isTicked(raw.byAspect),
    ...(requestId === null ? { meanwhile: line } : { requestId }),
  };
  return redraw(forms.lineView(textsOf(call), seat.value as OpenSeat, drawing));
}

function wordsIn(values: Readonly<Record<string, RawValue | undefined>>): Words {
  const text = (value: RawValue | undefined) => (typeof value === 'string' ? value : null);
  return {
    text: text(values.text),
    aspects: {
      quality: text(values.quality),
      capacity: text(values.capacity),
      prestige: text(values.prestige),
      prospects: text(values.prospects),
    },
  };
}

function isTicked(value: RawValue | undefined): boolean {
  return [value ?? []].flat().includes('yes');
}

function stanceIn(value: RawValue | undefined): Stance | null {
  return stances.find((stance) => stance === value) ?? null;
}
