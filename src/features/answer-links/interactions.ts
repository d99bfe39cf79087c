/** An address is given in the chat; and what GET and POST /answer/<token> answer, whatever lies behind it. */
import { refusal, textsOf } from '../../answers.ts';
import { type Call, type Reply, show } from '../../chat/call.ts';
import { sentence } from '../../chat/message.ts';
import { type Texts, texts } from '../../i18n/texts.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import { done, type Outcome, type Refused, refused } from '../../kernel/outcome.ts';
import type { Inline, Rich } from '../../kernel/rich.ts';
import { speechOf } from '../../kernel/speech.ts';
import { turnAway } from '../classification/operations/turn-away.ts';
import type { Committee } from '../committees/types.ts';
import { type MadeLink, openLink } from './operations.ts';
import type { AnsweredSubject, Behind, DrawPage, Typed } from './types.ts';
import { linkMessage, saidPage } from './views.ts';

export interface Page {
  readonly status: number;
  readonly html: string;
}

export interface AddressSource {
  /** PUBLIC_URL without a slash at its end; null: this bot cannot be reached from outside. */
  readonly publicUrl: string | null;
}

/** The address, once; where the bot has none, which other ways there are. */
export async function giveAddress(
  call: Call,
  { publicUrl }: AddressSource,
  words: {
    readonly summary: string;
    readonly made: (until: Inline) => Rich;
    readonly keep: string;
    readonly noAddress: string;
  },
  make: () => Promise<Outcome<MadeLink, string>>,
): Promise<Reply> {
  if (publicUrl === null) return show(sentence(words.noAddress));
  const link = await make();
  if (!link.ok) return refusal(call, link);
  const made = words.made(textsOf(call).when(link.value.validUntil));
  return show(linkMessage({ ...words, made }, `${publicUrl}/answer/${link.value.secret}`));
}

interface Opened {
  readonly behind: Behind;
  readonly subject: AnsweredSubject;
  readonly draw: DrawPage;
}

/** Only shows; null: there is no such address. */
export async function showAnswerPage(
  store: StoreHandle,
  now: Date,
  secret: string,
  subjects: readonly AnsweredSubject[],
): Promise<Page | null> {
  const found = await open(store, now, secret, subjects);
  return found.ok ? { status: 200, html: found.value.draw(null, {}) } : gone(found);
}

/** The form of the page, field by field; a mistake shows the page again with everything that was entered. */
export async function takeAnswerPage(
  store: StoreHandle,
  now: Date,
  secret: string,
  typed: Typed,
  subjects: readonly AnsweredSubject[],
): Promise<Page | null> {
  const found = await open(store, now, secret, subjects);
  if (!found.ok) return gone(found);
  const { behind, subject, draw } = found.value;
  const turnedAway = await turnAway(behind.act, Object.values(typed), 'page');
  if (turnedAway) return { status: 422, html: draw(turnedAway.refused, typed) };
  const taken = await subject.take(behind, typed);
  if (taken.ok) {
    const t = wordsFor(behind.committee);
    return { status: 200, html: saidPage(t, t('answerLinks.thanks'), t('answerLinks.done')) };
  }
  // It was good a moment ago: somebody else may have answered since, or what lies behind has ended.
  const again = await open(store, now, secret, subjects);
  return again.ok ? { status: 422, html: again.value.draw(taken, typed) } : gone(again);
}

/** The language in which the committee writes. */
export function wordsFor({ locale, zone, profile }: Committee): Texts {
  return texts(locale, zone, speechOf(profile));
}

async function open(
  store: StoreHandle,
  now: Date,
  secret: string,
  subjects: readonly AnsweredSubject[],
): Promise<Outcome<Opened, string>> {
  const found = await openLink(store, now, secret);
  if (!found.ok) return found;
  const subject = subjects.find(({ kind }) => kind === found.value.subject.kind);
  if (!subject) return refused('link-unknown');
  const page = await subject.page(found.value);
  return page.ok ? done({ behind: found.value, subject, draw: page.value }) : page;
}

/** Nobody is known behind a dead address: it is said in both languages. */
function gone(why: Refused): Page | null {
  if (why.reason === 'link-unknown') return null;
  const [vi, en] = [texts('vi', 'Asia/Ho_Chi_Minh', 'general'), texts('en', 'UTC', 'general')];
  return { status: 410, html: saidPage(vi, 'Quorate', `${vi.refusal(why)} ${en.refusal(why)}`) };
}
