/** The statement as JSON for machines: the same that the text says, with keys instead of words. */
import { withheldReasons } from '../../../kernel/held-people.ts';
import { namedKinds, type Statement } from '../types.ts';

export function statementJson({ person, at, memberships, ...held }: Statement): string {
  const file = {
    format: 'quorate.personal-data.1',
    takenAt: at,
    person,
    ...held,
    memberships: memberships.map(({ committeeId: _id, ...membership }) => membership),
    heldBesides: namedKinds,
    withheld: withheldReasons,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
