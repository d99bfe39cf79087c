/** What GET and POST /answer/<token> answer: the page, and what becomes of its form. */

import { type Texts, texts } from '../../../i18n/texts.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { asId } from '../../../kernel/ids.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { speechOf } from '../../../kernel/speech.ts';
import { turnAway } from '../../classification/operations/turn-away.ts';
import { answerByLink, type Behind, seeLink } from '../operations/link.ts';
import { type SeatAnswered, seatAnswers } from '../types.ts';
import { answerPage, saidPage, type Typed } from '../views/page.ts';

export interface Page {
  readonly status: number;
  readonly html: string;
}

/** Only shows; null: there is no such address. */
export async function showAnswerPage(store: StoreHandle, now: Date, secret: string): Promise<Page | null> {
  const found = await seeLink(store, now, secret);
  if (!found.ok) return gone(found);
  return { status: 200, html: answerPage(wordsFor(found.value), shownOf(found.value)) };
}

/** The form of the page, field by field; a mistake shows the page again with everything that was entered. */
export async function takeAnswerPage(
  store: StoreHandle,
  now: Date,
  secret: string,
  typed: Typed,
): Promise<Page | null> {
  const found = await seeLink(store, now, secret);
  if (!found.ok) return gone(found);
  const t = wordsFor(found.value);
  const turnedAway = await turnAway(found.value.act, Object.values(typed), 'page');
  if (turnedAway) return { status: 422, html: answerPage(t, shownOf(found.value), turnedAway.refused, typed) };
  const answers = found.value.submission.seats.flatMap(({ id }): SeatAnswered[] => {
    const answer = seatAnswers.find((one) => one === typed[`answer-${id}`]);
    return answer ? [{ seat: asId(id), answer, word: typed[`word-${id}`] ?? null }] : [];
  });
  const [number, dated] = [typed.number?.trim() ?? '', typed.dated?.trim() ?? ''];
  const decision = number === '' && dated === '' ? null : { number, dated };
  const taken = await answerByLink(store, now, secret, { answers, decision });
  if (taken.ok) return { status: 200, html: saidPage(t, t('submissions.page.thanks'), t('submissions.page.done')) };
  if (isGone(taken)) return gone(taken);
  return { status: 422, html: answerPage(t, shownOf(found.value), taken, typed) };
}

function shownOf({ submission, committee }: Behind) {
  return { submission, committee: committee.name };
}

function wordsFor({ committee }: Behind): Texts {
  return texts(committee.locale, committee.zone, speechOf(committee.profile));
}

const goneReasons: readonly string[] = [
  'link-unknown',
  'link-spent',
  'link-expired',
  'submission-not-sent',
  'submission-passed-on',
];

function isGone({ reason }: Refused): boolean {
  return goneReasons.includes(reason);
}

/** Nobody is known behind a dead address: it is said in both languages. */
function gone(refused: Refused): Page | null {
  if (refused.reason === 'link-unknown') return null;
  const [vi, en] = [texts('vi', 'Asia/Ho_Chi_Minh', 'general'), texts('en', 'UTC', 'general')];
  const text = `${vi.refusal(refused)} ${en.refusal(refused)}`;
  return { status: 410, html: saidPage(vi, 'Quorate', text) };
}
