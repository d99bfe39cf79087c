/** Binds a committee to its channel, and has it confirmed and its committee secretary appointed by a workspace admin. */
import { record } from '../../../audit/record.ts';
import { isConflict } from '../../../database/conflict.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, send, sendAll } from '../../../delivery/send.ts';
import { tidyName } from '../../../i18n/names.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { personOfAccount } from '../../people/operations/register.ts';
import { ownAccount } from '../../workspaces/operations/accounts.ts';
import type { Member } from '../../workspaces/types.ts';
import { checkSetUp, profileDefaults, rankOfServing, type SetUpRefusal } from '../rules.ts';
import * as store from '../store.ts';
import type { Committee, Membership, Profile } from '../types.ts';
import { standingChanged } from './standing.ts';

export const cardKinds = { appointed: 'committees.appointed', relieved: 'committees.relieved' } as const;

/**
 * Binds a committee to a channel; whoever does it becomes its first committee secretary. A workspace admin's word is
 * enough; anybody else's waits for one (confirmCommittee). Refusals: outsider-may-not, account-unread (the platform has not
 * told who it is), channel-taken {name}, and those of the input.
 */
export async function setUpCommittee(
  act: Act,
  input: { channel: string; name: string; profile: Profile; locale: Act['locale']; zone: string },
): Promise<Outcome<Committee, SetUpRefusal | 'outsider-may-not' | 'account-unread' | 'channel-taken'>> {
  const own = act.isOutsider ? await ownAccount(act) : null;
  if (own && !own.isKnown) return refused('account-unread', {}, 'name');
  if (act.isOutsider) return refused('outsider-may-not');
  const name = tidyName(input.name);
  const checked = checkSetUp({ name, zone: input.zone });
  if (!checked.ok) return checked;
  const defaults = profileDefaults(input.profile);
  const committee = { ...input, name, country: defaults.country, settings: defaults.settings };
  try {
    return await inTransaction(act, async (tx) => {
      const account = await ownAccount(inside(act, tx));
      if (!account) return refused('outsider-may-not');
      const person = await personOfAccount(inside(act, tx), account);
      const confirmedAt = act.isWorkspaceAdmin ? act.now : null;
      const id = await store.insertCommittee(tx, act.workspace, committee, { createdAt: act.now, confirmedAt });
      const first = { person, roles: ['clerk' as const], votes: false, post: null, rank: rankOfServing };
      await store.insertMembership(tx, id, first, act.now);
      await record(tx, act, {
        kind: 'committees.set-up',
        committee: id,
        subject: { kind: 'committee', id },
        facts: { profile: input.profile, clerk: person, confirmed: act.isWorkspaceAdmin },
      });
      if (!act.isWorkspaceAdmin) await askAnAdmin(tx, act, id, input.channel);
      return done({ ...committee, id, isConfirmed: act.isWorkspaceAdmin, version: 1 });
    });
  } catch (error) {
    if (!isConflict(error)) throw error;
    const other = await store.findByChannel(act.store, act.workspace, input.channel);
    return refused('channel-taken', { name: other?.name ?? '' });
  }
}

/** In the channel, because who is an admin is known to the platform and not to us. */
async function askAnAdmin(tx: StoreHandle, act: Act, committee: CommitteeId, channel: string): Promise<void> {
  await send(tx, act, {
    kind: 'committees.waiting',
    ids: { committee },
    to: { channel },
    committee,
    key: `committees.waiting:${committee}`,
  });
}

/** A workspace admin's yes to the first committee secretary, who is told. Refusals: admin-only, committee-unknown. Twice is once. */
export async function confirmCommittee(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<Committee, 'admin-only' | 'committee-unknown'>> {
  if (!act.isWorkspaceAdmin) return refused('admin-only');
  return inTransaction(act, async (tx) => {
    const found = await store.findById(tx, act.workspace, committee);
    if (!found) return refused('committee-unknown');
    if (await store.confirm(tx, committee, act.now)) {
      await refresh(tx, act, { key: `committees.waiting:${committee}` });
      await record(tx, act, {
        kind: 'committees.confirmed',
        committee,
        subject: { kind: 'committee', id: committee },
        facts: {},
      });
      const members = await store.membersOf(tx, committee, act.now);
      const clerks = members.filter(({ roles, person }) => roles.includes('clerk') && person !== act.person);
      await sendAll(
        tx,
        act,
        clerks.map(({ person }) => ({
          ...{ kind: cardKinds.appointed, ids: { committee }, to: { person }, committee },
          key: `${cardKinds.appointed}:${committee}:${person}:first`,
        })),
      );
    }
    return done({ ...found, isConfirmed: true });
  });
}

/**
 * What a workspace admin sees of a committee, a member or not: who its committee secretaries are, so that the role can be
 * given to somebody else when they have left. Nothing of its work. Refusals: admin-only, committee-unknown.
 */
export async function seeAsAdmin(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<{ committee: Committee; clerks: readonly Membership[] }, 'admin-only' | 'committee-unknown'>> {
  if (!act.isWorkspaceAdmin) return refused('admin-only');
  const found = await store.findById(act.store, act.workspace, committee);
  if (!found) return refused('committee-unknown');
  const members = await store.membersOf(act.store, committee, act.now);
  return done({ committee: found, clerks: members.filter(({ roles }) => roles.includes('clerk')) });
}

/**
 * A workspace admin gives the committee secretary's role to somebody, also when nobody holds it any more. With `instead`
 * those who hold it now lose it; whoever held nothing else leaves the committee. All of them are told. Refusals:
 * admin-only, committee-unknown.
 */
export async function appointClerk(
  act: Act,
  committee: CommitteeId,
  account: Member,
  instead = false,
): Promise<Outcome<void, 'admin-only' | 'committee-unknown'>> {
  if (!act.isWorkspaceAdmin) return refused('admin-only');
  return inTransaction(act, async (tx) => {
    const found = await store.findById(tx, act.workspace, committee);
    if (!found) return refused('committee-unknown');
    const person = await personOfAccount(inside(act, tx), account);
    await store.holdMembers(tx, committee);
    const members = await store.membersOf(tx, committee, act.now);
    const old = members.find((member) => member.person === person);
    const isNew = !old?.roles.includes('clerk');
    if (old && isNew) {
      await store.replaceMembership(tx, committee, old, { ...old, roles: [...old.roles, 'clerk'] }, act.now);
    }
    if (!old) {
      const serving = { person, roles: ['clerk' as const], votes: false, post: null, rank: rankOfServing };
      await store.insertMembership(tx, committee, serving, act.now);
    }
    const relieved = members.filter((member) => instead && member.roles.includes('clerk') && member.person !== person);
    for (const member of relieved) await relieve(tx, act, committee, member);
    if (await store.confirm(tx, committee, act.now)) await refresh(tx, act, { key: `committees.waiting:${committee}` });
    await record(tx, act, {
      kind: 'committees.clerk-appointed',
      committee,
      subject: { kind: 'person', id: person },
      facts: { instead },
    });
    await standingChanged(inside(act, tx), committee, [person, ...relieved.map((member) => member.person)]);
    const at = act.now.getTime();
    const told = [
      ...(isNew ? [{ kind: cardKinds.appointed, person }] : []),
      ...relieved.map((member) => ({ kind: cardKinds.relieved, person: member.person })),
    ];
    await sendAll(
      tx,
      act,
      told.map(({ kind, person: to }) => ({
        ...{ kind, ids: { committee }, to: { person: to }, committee },
        key: `${kind}:${committee}:${to}:${at}`,
      })),
    );
    return done();
  });
}

/** The role is taken; with no other role there is no place in the committee left. */
async function relieve(tx: StoreHandle, act: Act, committee: CommitteeId, member: Membership): Promise<void> {
  const roles = member.roles.filter((role) => role !== 'clerk');
  if (roles.length > 0) await store.replaceMembership(tx, committee, member, { ...member, roles }, act.now);
  else await store.endMembership(tx, member.id, act.now);
  await record(tx, act, {
    kind: roles.length > 0 ? 'committees.member-changed' : 'committees.member-ended',
    committee,
    subject: { kind: 'person', id: member.person },
    facts: roles.length > 0 ? { roles, votes: member.votes, rank: member.rank } : {},
  });
}
