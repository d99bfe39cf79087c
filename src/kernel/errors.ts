/** The two errors that are thrown. Expected refusals are not errors: see outcome.ts. */

/** Ours: the person sees a short incident number, the log gets the stack and ids. */
export class Bug extends Error {
  override readonly name = 'Bug';
}

/** The world's: the database or the chat platform did not answer. Worth repeating. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** The same form or click arrived before and was saved then; nothing was done this time. */
export class AlreadySaved extends Error {
  override readonly name = 'AlreadySaved';
}

export function unreachable(value: never): never {
  throw new Bug(`unexpected case ${JSON.stringify(value)}`);
}
