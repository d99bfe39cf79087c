/** Saying that one is too close to somebody, at any time and before any list is opened; or entering it for a member. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { searchName, tidyName } from '../../../i18n/names.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, declareRelation, recuse } from '../../access/operations.ts';
import type { ConflictKind, Viewer } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { identifyByName, peopleByIds, searchAs } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { checkVia, type ViaRefusal } from './record.ts';
import { followRecusal, leadOf } from './recused.ts';
import { everythingOf } from './seat.ts';

export const nameMax = 200;

export type DeclareRefusal =
  | AccessRefusal
  | ViaRefusal
  | 'conflict-name-needed'
  | 'conflict-name-too-long'
  | 'conflict-not-member';

/** Whom it is about: chosen from the register, or a name that the register may not know yet. */
export interface About {
  readonly nominee: PersonId | null;
  readonly fullName: string | null;
  readonly kind: ConflictKind;
}

/**
 * From now on the person finds this case nowhere, whether or not there is one yet. What is answered does not depend on
 * whether anybody of that name was put forward. Saying it twice is once. Refusals: access (review.comment),
 * conflict-name-needed, conflict-name-too-long {max}.
 */
export async function declareConflict(
  act: Act,
  input: About & { readonly committee: CommitteeId },
): Promise<Outcome<void, DeclareRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, input.committee, 'review.comment');
    if (!viewer.ok || !act.person) return viewer.ok ? refused('not-in-committee') : viewer;
    return declare(here, viewer.value, { ...input, person: act.person, recordedBy: null, via: null });
  });
}

/**
 * The same for a member who has said it otherwise. Refusals: access (conflict.manage), conflict-not-member, of the name,
 * and of the way it came.
 */
export async function recordConflict(
  act: Act,
  input: About & { readonly committee: CommitteeId; readonly person: PersonId; readonly via: Via | null },
): Promise<Outcome<void, DeclareRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, input.committee, 'conflict.manage');
    if (!viewer.ok) return viewer;
    const members = await membersOf(here, input.committee);
    if (!members.some(({ person }) => person === input.person)) return refused('conflict-not-member', {}, 'person');
    const checked = checkVia({ via: input.via, why: null }, false);
    if (!checked.ok) return checked;
    return declare(here, viewer.value, { ...input, recordedBy: act.person });
  });
}

/** Whether the acting person is asked for opinions at all. Refusals: access (review.comment). */
export async function mayDeclare(act: Act, committee: CommitteeId): Promise<Outcome<Viewer, AccessRefusal>> {
  return authorise(act, committee, 'review.comment');
}

/** For the search field of both forms. Nobody without one of the two rights; nobody whose case is closed to the reader. */
export async function searchForConflict(act: Act, committee: CommitteeId, typed: string): Promise<readonly Person[]> {
  const own = await authorise(act, committee, 'review.comment');
  const viewer = own.ok ? own : await authorise(act, committee, 'conflict.manage');
  return viewer.ok ? searchAs(act, viewer.value, typed, 30) : [];
}

async function declare(
  act: Act,
  viewer: Viewer,
  said: About & { readonly person: PersonId; readonly recordedBy: PersonId | null; readonly via: Via | null },
): Promise<Outcome<void, DeclareRefusal>> {
  const { person, kind, recordedBy, via } = said;
  const { committee } = viewer;
  const fullName = tidyName(said.fullName ?? '');
  if (fullName.length > nameMax) return refused('conflict-name-too-long', { max: nameMax }, 'fullName');
  const [chosen] = said.nominee ? await peopleByIds(act, committee, [said.nominee]) : [];
  if (!chosen && fullName === '') return refused('conflict-name-needed', {}, 'nominee');
  const meant = chosen ?? (await exactly(act, viewer, fullName));
  if (meant) {
    const found = { committee, person, nominee: meant.id };
    const before = await leadOf(act, found);
    const declared = await recuse(act, { ...found, kind, recordedBy, via });
    if (declared.ok && declared.value.isNew) await followRecusal(act, found, before);
    return done();
  }
  const relation = { person, fullName, searchName: searchName(fullName), kind, recordedBy };
  if (!(await declareRelation(act, committee, relation))) return done();
  const alike = await searchAs(act, everythingOf(act, { committee }), fullName, 100);
  await record(act.store, act, {
    kind: 'reviews.relation-declared',
    committee,
    subject: { kind: 'person', id: person },
    // Whoever is recused from somebody of that name must not read of it.
    nominees: alike.map(({ id }) => id),
    facts: { person, reason: kind },
    onBehalfOf: recordedBy === null ? null : person,
    via,
  });
  return done();
}

/** A name borne by one person only: with two, somebody has to say which. */
async function exactly(act: Act, viewer: Viewer, fullName: string): Promise<Person | null> {
  const match = await identifyByName(act, viewer, fullName, 5);
  return match.kind === 'exact' ? match.person : null;
}
