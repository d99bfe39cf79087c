/** Which committee a call is about, and what is shown of one. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { chosenCommittee } from '../../workspaces/operations/accounts.ts';
import { profileDefaults } from '../rules.ts';
import * as store from '../store.ts';
import type { Committee, CommitteeSettings, Membership } from '../types.ts';

export type Place =
  | { readonly kind: 'one'; readonly committee: Committee; readonly because: 'channel' | 'only' | 'chosen' }
  | { readonly kind: 'choose'; readonly committees: readonly Committee[] }
  /** In a channel without a committee, or nowhere a member. */
  | { readonly kind: 'none' };

/** The committee that a call is about: the channel's, else the person's only one, else the one they chose last, else they have to choose. */
export async function committeeAt(act: Act, channel: string | null): Promise<Place> {
  if (channel) {
    const committee = await store.findByChannel(act.store, act.workspace, channel);
    if (committee) return { kind: 'one', committee, because: 'channel' };
  }
  const committees = await committeesOf(act);
  const [only] = committees;
  if (committees.length === 1 && only) return { kind: 'one', committee: only, because: 'only' };
  const chosen = committees.length > 1 ? await chosenCommittee(act) : null;
  const committee = committees.find(({ id }) => id === chosen);
  if (committee) return { kind: 'one', committee, because: 'chosen' };
  return committees.length === 0 ? { kind: 'none' } : { kind: 'choose', committees };
}

/** All committees that the acting person belongs to, by name. */
export async function committeesOf(act: Act): Promise<readonly Committee[]> {
  return act.person ? store.listOfPerson(act.store, act.workspace, act.person, act.now) : [];
}

/** For the clockwork. */
export async function committeesOfWorkspace(act: Act): Promise<readonly Committee[]> {
  return store.listOfWorkspace(act.store, act.workspace);
}

/** The committee and its members in protocol order, for everyone who belongs to it. */
export async function seeCommittee(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<{ committee: Committee; members: readonly Membership[] }, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'committee.see');
  if (!viewer.ok) return viewer;
  const found = await committeeHeader(act, committee);
  if (!found) return refused('committee-unknown');
  return done({ committee: found, members: await store.listMembers(act.store, viewer.value, act.now) });
}

/** What may be shown to anybody in the workspace: name, language, profile. Null for a committee of another one. */
export async function committeeHeader(act: Act, committee: CommitteeId): Promise<Committee | null> {
  return store.findHeader(act.store, act.workspace, committee);
}

/** The same of several, in one statement. */
export async function committeeHeaders(
  act: Act,
  committees: readonly CommitteeId[],
): Promise<ReadonlyMap<CommitteeId, Committee>> {
  return committees.length === 0 ? new Map() : store.findHeaders(act.store, act.workspace, committees);
}

/**
 * Members in protocol order for another operation that has authorised already, or for the clockwork.
 * Recusals do not matter here: it is the list of members, not of nominees.
 */
export async function membersOf(act: Act, committee: CommitteeId): Promise<readonly Membership[]> {
  return store.membersOf(act.store, committee, act.now);
}

/** Everybody who ever was a member, by the spans of what they were. The viewer has been authorised. */
export async function membersEver(act: Act, viewer: Viewer) {
  return store.membersEver(act.store, viewer);
}

/** The settings that a committee of this profile begins with. */
export function usualSettingsOf({ profile }: Pick<Committee, 'profile'>): CommitteeSettings {
  return profileDefaults(profile).settings;
}

/** The members of several committees in protocol order, in one statement; the caller has authorised, or is the clockwork. */
export async function membersOfEach(
  act: Act,
  committees: readonly CommitteeId[],
): Promise<ReadonlyMap<CommitteeId, readonly Membership[]>> {
  return store.membersOfAll(act.store, committees, act.now);
}

/** The committee secretaries of several committees, in one statement. */
export async function clerksOf(
  act: Act,
  committees: readonly CommitteeId[],
): Promise<ReadonlyMap<CommitteeId, readonly PersonId[]>> {
  const members = await store.membersOfAll(act.store, committees, act.now);
  return new Map(
    [...members].map(([committee, all]) => [
      committee,
      all.filter(({ roles }) => roles.includes('clerk')).map(({ person }) => person),
    ]),
  );
}

/** How many members each of these committees has now, in one statement; without one it is not in the answer. */
export async function memberCounts(
  act: Act,
  committees: readonly CommitteeId[],
): Promise<ReadonlyMap<CommitteeId, number>> {
  const members = await store.membersOfAll(act.store, committees, act.now);
  return new Map([...members].map(([committee, all]) => [committee, all.length]));
}
