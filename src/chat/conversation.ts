/** What an adapter is given: it hands in what a person did and gets what to answer. Never throws, always answers in time. */
import type { Locale } from '../kernel/act.ts';
import type { Input, Origin, Reply } from './call.ts';
import type { Option } from './form.ts';

export interface Conversation {
  /** Answers within the time limit (about 2 s); whatever is acknowledged in it is committed. */
  answer(origin: Origin, input: Input): Promise<Reply>;
  /** Options of a search field; empty when nothing fits or time ran out. */
  options(
    origin: Origin,
    search: { form: string; state: unknown; field: string; typed: string },
  ): Promise<readonly Option[]>;
  /** The language this account is answered in, as far as is known without asking the database. */
  localeOf(origin: Pick<Origin, 'platform' | 'team' | 'user'>): Locale;
  /** The few sentences that an adapter itself needs. */
  words(locale: Locale, key: AdapterWord): string;
}

export const adapterWords = [
  /** Time ran out while it was being saved. */
  'not-confirmed',
  /** The form could not be opened; a button below tries again. */
  'form-not-opened',
  'try-again',
  /** Title of a view that holds an answer: in a form's place, on top of it, or for a click on Home. */
  'answer-title',
  'close',
  /** Below content that was cut because the platform allows no more. */
  'cut',
  /** In place of a list of options that is empty. */
  'no-options',
  /** The bot does not know this workspace. */
  'unknown-workspace',
  /** Just started: the platform has not yet said which workspace this is. Please repeat in a moment. */
  'starting',
] as const;
export type AdapterWord = (typeof adapterWords)[number];
