/** The pages behind addresses, as the composition root serves them. */
import * as pages from '../../src/features/answer-links/interactions.ts';
import type { Typed } from '../../src/features/answer-links/types.ts';
import { answeredInquiry } from '../../src/features/nominations/interactions/own-unit.ts';
import { answeredSubmission } from '../../src/features/submissions/interactions/page.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';

const subjects = [answeredSubmission, answeredInquiry];

export function showAnswerPage(store: StoreHandle, now: Date, secret: string) {
  return pages.showAnswerPage(store, now, secret, subjects);
}

export function takeAnswerPage(store: StoreHandle, now: Date, secret: string, typed: Typed) {
  return pages.takeAnswerPage(store, now, secret, typed, subjects);
}
