/** Who of a list is in the register, as far as the acting person may know. */
import type { Act } from '../../../kernel/act.ts';
import { asId, type PersonId } from '../../../kernel/ids.ts';
import { clockworkViewer } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { namesakesOf } from '../../people/operations/import.ts';
import type { Person } from '../../people/types.ts';
import { type Matched, matchPeople } from '../rules/match-people.ts';
import type { Meant } from '../types/development.ts';
import type { ReadList } from '../types/people.ts';

export async function match(act: Act, viewer: Viewer, list: ReadList, meant: Meant = new Map()): Promise<Matched> {
  const names = list.rows.map((row) => row.fullName);
  const ids = list.rows.flatMap(({ key }) => (key === null ? [] : [asId<PersonId>(key)]));
  return matchPeople(list.rows, await namesakesOf(act, viewer, { names, ids }), meant);
}

/**
 * A row about somebody whose case is closed to the actor looks new to them, and must not become a second person: it is
 * left out without a word. The clockwork's eyes are used for this comparison only; nothing of it is shown.
 */
export async function withoutClosedCases(
  act: Act,
  viewer: Viewer,
  { list, meant }: { readonly list: ReadList; readonly meant: Meant },
  seen: Matched,
): Promise<Matched> {
  if (viewer.recusedFrom.length === 0) return seen;
  const clockwork = { ...act, member: null, person: null };
  const all = await match(clockwork, clockworkViewer(clockwork, viewer.committee), list);
  const isClosed = ({ id }: Person) => viewer.recusedFrom.includes(id);
  const closed = new Set([
    ...all.changes.flatMap((change) => (change.kind !== 'new' && isClosed(change.person) ? [change.row.line] : [])),
    // Said to be nobody of those who were shown: that may be the one who was not.
    ...all.unclear.flatMap(({ line, possible }) =>
      meant.get(line) === 'nobody' && possible.some(isClosed) ? [line] : [],
    ),
  ]);
  return { ...seen, changes: seen.changes.filter((change) => !closed.has(change.row.line)) };
}

/** Everybody of the register is recognised, whatever case of theirs is closed to whom. */
export function matchAll(act: Act, viewer: Viewer, list: ReadList): Promise<Matched> {
  const clockwork = { ...act, member: null, person: null };
  return match(clockwork, clockworkViewer(clockwork, viewer.committee), list);
}
