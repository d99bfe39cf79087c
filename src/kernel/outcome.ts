/** What an operation answers: done with a value, or refused with a reason and the facts that a text needs. */

export type Fact = string | number | boolean | null | Date | readonly string[];
export type Facts = Readonly<Record<string, Fact>>;

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

/** An expected "no". It is data: i18n words it by its reason, in both languages, with the facts filled in. */
export interface Refused<R extends string = string> {
  readonly ok: false;
  readonly reason: R;
  readonly facts: Facts;
  /** The form field that the refusal is about, when it came from a form: shown beside that field. */
  readonly field?: string;
}

export type Outcome<T, R extends string = string> = Done<T> | Refused<R>;

export function done(): Done<void>;
export function done<T>(value: T): Done<T>;
export function done<T>(value?: T): Done<T | undefined> {
  return { ok: true, value };
}

export function refused<R extends string>(reason: R, facts: Facts = {}, field?: string): Refused<R> {
  return field === undefined ? { ok: false, reason, facts } : { ok: false, reason, facts, field };
}
