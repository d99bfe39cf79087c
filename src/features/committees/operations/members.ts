/** Who belongs to a committee, in which role, with which vote; and who is away. */
import { record, recordAll } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, MembershipId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Role } from '../../access/types.ts';
import { addPerson, personsOfAccounts } from '../../people/operations/register.ts';
import type { ShortFormRefusal } from '../../people/rules/short-form.ts';
import { emptyShortForm } from '../../people/types.ts';
import type { Member } from '../../workspaces/types.ts';
import { checkMembershipChange, type MembershipRefusal, nextRank, rankOfServing, rankStep } from '../rules.ts';
import * as store from '../store.ts';
import type { Membership } from '../types.ts';
import { standingChanged } from './standing.ts';

export interface NewMember {
  readonly person: PersonId;
  readonly roles: readonly Role[];
  readonly votes: boolean;
  readonly post: string | null;
  /** Null: after everybody. */
  readonly rank: number | null;
}

/**
 * Adds people who are in the register. Somebody who is a member already is left as they are and counted so. Nothing is
 * held for it, however many add people at once: that nobody is a member twice is guarded by the database, and of two who
 * come last at the same moment neither stands before the other.
 */
export async function addMembers(
  act: Act,
  committee: CommitteeId,
  people: readonly NewMember[],
): Promise<Outcome<{ added: number; already: number }, AccessRefusal | MembershipRefusal>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), committee, 'committee.manage');
    if (!viewer.ok) return viewer;
    for (const person of people) {
      const checked = checkMembershipChange([], null, person);
      if (!checked.ok) return checked;
    }
    const members = await store.listMembers(tx, viewer.value, act.now);
    const known = new Set(members.map((member) => member.person));
    let last = nextRank(members.filter((member) => member.rank < rankOfServing));
    const joining: (NewMember & { rank: number })[] = [];
    for (const person of people) {
      if (known.has(person.person)) continue;
      known.add(person.person);
      joining.push({ ...person, rank: person.rank ?? last });
      if (person.rank === null) last += rankStep;
    }
    const joined = await store.insertMemberships(tx, committee, joining, act.now);
    await recordAll(
      tx,
      act,
      joining
        .filter(({ person }) => joined.has(person))
        .map(({ person, roles, votes, rank }) => ({
          kind: 'committees.member-added',
          committee,
          subject: { kind: 'person', id: person },
          facts: { roles: [...roles], votes, rank },
        })),
    );
    await standingChanged(inside(act, tx), committee, [...joined]);
    return done({ added: joined.size, already: people.length - joined.size });
  });
}

/** Somebody without a chat account: joins the register and the committee in one step. */
export async function addNewPerson(
  act: Act,
  committee: CommitteeId,
  fullName: string,
  standing: Omit<NewMember, 'person'>,
): Promise<Outcome<{ added: number; already: number }, AccessRefusal | ShortFormRefusal | MembershipRefusal>> {
  return inTransaction(act, async (tx) => {
    const form = { ...emptyShortForm, fullName };
    const person = await addPerson(inside(act, tx), { committee, form, source: 'form' });
    return person.ok ? addMembers(inside(act, tx), committee, [{ person: person.value, ...standing }]) : person;
  });
}

/** Takes chat accounts over as voting members, in the order given. Their people join the register first. */
export async function takeOverAccounts(
  act: Act,
  committee: CommitteeId,
  accounts: readonly Member[],
): Promise<Outcome<{ added: number; already: number }, AccessRefusal | MembershipRefusal>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), committee, 'committee.manage');
    if (!viewer.ok) return viewer;
    const people = await personsOfAccounts(inside(act, tx), accounts);
    const standing = { roles: ['member'], votes: true, post: null, rank: null } as const;
    return addMembers(
      inside(act, tx),
      committee,
      people.map((person) => ({ person, ...standing })),
    );
  });
}

/**
 * Changes roles, right to vote, post or rank; null ends the membership. The old row stays, dated. Refusals: access,
 * roles-empty, last-clerk, post-too-long, membership-gone (changed by somebody else meanwhile).
 */
export async function changeMembership(
  act: Act,
  committee: CommitteeId,
  id: MembershipId,
  next: Pick<Membership, 'roles' | 'votes' | 'post' | 'rank'> | null,
): Promise<Outcome<Membership, AccessRefusal | MembershipRefusal | 'membership-gone'>> {
  return inTransaction(act, async (tx) => {
    await store.holdMembers(tx, committee);
    const viewer = await authorise(inside(act, tx), committee, 'committee.manage');
    if (!viewer.ok) return viewer;
    const members = await store.listMembers(tx, viewer.value, act.now);
    const old = members.find((member) => member.id === id);
    if (!old) return refused('membership-gone');
    const checked = checkMembershipChange(members, old, next);
    if (!checked.ok) return checked;
    if (next) await store.replaceMembership(tx, committee, old, next, act.now);
    else await store.endMembership(tx, id, act.now);
    await record(tx, act, {
      kind: next ? 'committees.member-changed' : 'committees.member-ended',
      committee,
      subject: { kind: 'person', id: old.person },
      facts: next ? { roles: [...next.roles], votes: next.votes, rank: next.rank } : {},
    });
    await standingChanged(inside(act, tx), committee, [old.person]);
    return done({ ...old, ...next });
  });
}

/** Away from all committees or until further notice (until null), with a deputy or none; `from` null: back again. */
export async function setAway(
  act: Act,
  away: { from: Date | null; until: Date | null; deputy: PersonId | null },
): Promise<
  Outcome<{ committees: number }, 'not-in-committee' | 'deputy-is-self' | 'end-before-start' | 'deputy-not-member'>
> {
  const { person } = act;
  if (!person) return refused('not-in-committee');
  if (away.deputy === person) return refused('deputy-is-self', {}, 'deputy');
  if (away.from && away.until && away.until <= away.from) return refused('end-before-start', {}, 'until');
  return inTransaction(act, async (tx) => {
    const committees = await store.listOfPerson(tx, act.workspace, person, act.now);
    if (committees.length === 0) return refused('not-in-committee');
    const theirs = away.deputy ? await store.listOfPerson(tx, act.workspace, away.deputy, act.now) : [];
    // A deputy stands in only where they are a member themselves.
    const isShared = ({ id }: { id: CommitteeId }) => theirs.some((one) => one.id === id);
    if (away.deputy && !committees.some(isShared)) return refused('deputy-not-member', {}, 'deputy');
    const idsOf = (some: readonly { id: CommitteeId }[]) => some.map(({ id }) => id);
    const without = { ...away, deputy: null };
    await store.setAway(tx, person, idsOf(committees.filter(isShared)), away, act.now);
    await store.setAway(tx, person, idsOf(committees.filter((one) => !isShared(one))), without, act.now);
    // Reminders are laid out anew when it begins: the deputy then gets the cards of what is still asked. And when it is
    // over: somebody whose deputy this person is may be away.
    if (away.from && away.deputy) await replanAt(inside(act, tx), committees.filter(isShared), 'away', away.from);
    const back = away.from ? away.until : act.now;
    if (back) await replanAt(inside(act, tx), committees, 'back', back);
    await record(tx, act, {
      kind: 'committees.away-set',
      subject: { kind: 'person', id: person },
      facts: { from: away.from?.toISOString() ?? null, until: away.until?.toISOString() ?? null, deputy: away.deputy },
    });
    return done({ committees: committees.length });
  });
}

async function replanAt(
  act: Act,
  committees: readonly { readonly id: CommitteeId }[],
  why: 'away' | 'back',
  moment: Date,
): Promise<void> {
  const at = moment > act.now ? moment : act.now;
  for (const { id } of committees) {
    const job = { name: 'settings-changed', payload: { committee: id } } as const;
    await enqueue(act.store, job, { now: act.now, at, key: `${why}:${id}:${act.person}` });
  }
}
