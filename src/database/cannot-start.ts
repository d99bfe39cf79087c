/** The database cannot be used as configured. The message is one sentence for the operator, with the way out of it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
