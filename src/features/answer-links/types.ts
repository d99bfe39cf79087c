/**
 * An *answer link* is an address that somebody without an account was given: whoever has it reads what lies behind and
 * answers it once. What lies behind (a *subject*) belongs to another feature, and is known here by kind and id only.
 */
import type { Act } from '../../kernel/act.ts';
import type { Outcome, Refused } from '../../kernel/outcome.ts';
import type { Committee } from '../committees/types.ts';

export interface LinkSubject {
  readonly kind: string;
  readonly id: string;
}

/** The address was good when it was opened. Only its answer spends it: a preview in somebody's mail does not. */
export interface Behind {
  /** The clockwork's: whoever has the address is nobody of the workspace. */
  readonly act: Act;
  readonly committee: Committee;
  readonly subject: LinkSubject;
  readonly hash: string;
}

/** What was sent, by the names of the fields. */
export type Typed = Readonly<Record<string, string>>;

/** As HTML. `problem` stands above the form; what was chosen and written is still in it. */
export type DrawPage = (problem: Refused | null, typed: Typed) => string;

/** Implemented by each feature that is answered at an address, handed over by features.ts. */
export interface AnsweredSubject {
  readonly kind: string;
  /** In the committee's language. Refused: there is nothing to be answered here any more, and nothing of it is shown. */
  page(behind: Behind): Promise<Outcome<DrawPage, string>>;
  /** Keeps the whole answer and spends the address in one transaction. */
  take(behind: Behind, typed: Typed): Promise<Outcome<void, string>>;
}
