/** What the interactions of a sitting share: the card, options of people and items, answers to forms. */
import { said, textsOf } from '../../../answers.ts';
import { type Call, nothing, type Reply, replaceCard, show } from '../../../chat/call.ts';
import type { Option } from '../../../chat/form.ts';
import { type Message, sentence } from '../../../chat/message.ts';
import { foldName } from '../../../i18n/names.ts';
import { type Texts, texts } from '../../../i18n/texts.ts';
import type { Act } from '../../../kernel/act.ts';
import type { ConferenceId } from '../../../kernel/ids.ts';
import type { Outcome, Refused } from '../../../kernel/outcome.ts';
import { speechOf } from '../../../kernel/speech.ts';
import { listRounds } from '../../ballots/operations/look.ts';
import { findSeen } from '../../conferences/operations/look.ts';
import { type SittingSight, seeRunning } from '../operations/look.ts';
import { panelMessage } from '../views/panel.ts';
import { itemText } from '../views/words.ts';

/** On the committee's clock: what is recorded, and the time fields of the forms, are in it. */
export function textsFor(act: Pick<Act, 'locale'>, { committee }: Pick<SittingSight, 'committee'>): Texts {
  return texts(act.locale, committee.zone, speechOf(committee.profile));
}

/** Beside its field when it has one, so that nothing typed is lost; its times are those of the form. */
async function atField(call: Call, conference: ConferenceId, refused: Refused): Promise<Reply> {
  const found = await findSeen(call, conference);
  const t = found.ok ? textsFor(call, found.value) : textsOf(call);
  if (!refused.field) return show(sentence(t.refusal(refused)));
  return { kind: 'field-errors', errors: { [refused.field]: t.refusal(refused) } };
}

/** The card from which it is run, with the votes that stand prepared for it. */
export async function panelOf(act: Act, sight: SittingSight): Promise<Message> {
  const listed = await listRounds(act, sight.committee.id, sight.conference.id);
  const rounds = listed.ok ? listed.value.rounds.map(({ round }) => round) : [];
  const votes = rounds.filter(({ state }) => state === 'prepared').toReversed();
  return panelMessage(textsFor(act, sight), sight, votes);
}

/** After a button of the card: the card itself is worded again, at once. */
export async function pressed(call: Call, conference: ConferenceId, done: Outcome<unknown>): Promise<Reply> {
  if (!done.ok) return atField(call, conference, done);
  const seen = await seeRunning(call, conference);
  return seen.ok ? replaceCard(await panelOf(call, seen.value)) : said(call, seen);
}

/** After a form it closes, and the card changes in its place by itself. */
export async function entered(call: Call, conference: ConferenceId, done: Outcome<unknown>): Promise<Reply> {
  return done.ok ? nothing : atField(call, conference, done);
}

export async function withSight(
  call: Call,
  conference: ConferenceId,
  answer: (sight: SittingSight, t: Texts) => Reply,
): Promise<Reply> {
  const seen = await seeRunning(call, conference);
  return seen.ok ? answer(seen.value, textsFor(call, seen.value)) : said(call, seen);
}

export function seatOptions(sight: Pick<SittingSight, 'seats'>, typed: string): readonly Option[] {
  const words = foldName(typed).split(' ').filter(Boolean);
  return sight.seats
    .filter((seat) => words.every((word) => foldName(seat.fullName).includes(word)))
    .slice(0, 100)
    .map(seatOption);
}

export function seatOption(seat: SittingSight['seats'][number]): Option {
  const note = seat.post ? { note: seat.post.slice(0, 75) } : {};
  return { value: seat.person, label: seat.fullName.slice(0, 75) || '—', ...note };
}

export function itemOptions(t: Texts, sight: Pick<SittingSight, 'items' | 'lists'>): readonly Option[] {
  return sight.items.slice(0, 100).map((item, index) => ({
    value: item.id,
    label: `${index + 1}. ${itemText(t, item, sight.lists)}`.slice(0, 75),
  }));
}
