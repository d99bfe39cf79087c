/** Who an account is, kept up to date with the platform. */
import { inTransaction } from '../../../database/in-transaction.ts';
import type { Act, Saving, StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId, MemberId, PersonId, WorkspaceId } from '../../../kernel/ids.ts';
import { type Speech, speechFor } from '../../../kernel/speech.ts';
import { isStale, localeFrom, whyLeftOut, zoneFrom } from '../rules.ts';
import * as store from '../store.ts';
import type { AccountFacts, AccountSource, LeftOut, Member } from '../types.ts';
import { clockworkAct } from './workspaces.ts';

/**
 * Everything known about who acts; null when the bot is not installed in that workspace. An account that is new, or
 * was last asked for a day ago, is asked for at the platform; when the platform does not answer, what is known stands
 * (a new account is then nobody special: no admin, and an outsider until the platform says otherwise).
 */
export async function identify(
  deps: { store: StoreHandle; accounts: AccountSource; now: Date },
  origin: { platform: string; team: string; user: string; channel?: { readonly id: string } | null },
  saving: Saving,
): Promise<Omit<Act, 'requestId' | 'saving'> | null> {
  const found = await store.findAccount(deps.store, origin);
  if (!found) return null;
  let member: Member | null = found.member;
  if (!found.member || isStale(found.member.checkedAt, deps.now)) {
    const facts = await deps.accounts(origin.platform, origin.team, origin.user).catch(() => null);
    if (facts || !member) {
      const act = clockworkAct(deps.store, found.workspace, deps.now);
      member = await inTransaction({ ...act, saving: { ...saving } }, (tx) =>
        store.upsertMember(tx, found.workspace.id, origin.user, {
          ...accountRow(facts, origin.user),
          // Unanswered: ask again at the next act.
          checkedAt: facts ? deps.now : store.neverChecked,
        }),
      );
    }
  }
  if (!member) return null;
  const locale = member.locale ?? found.workspace.locale;
  return {
    store: deps.store,
    workspace: found.workspace.id,
    member: member.id,
    person: member.person,
    isWorkspaceAdmin: member.isAdmin && member.isActive,
    isOutsider: member.isOutsider,
    locale,
    zone: member.zone ?? found.workspace.zone,
    speech: locale === 'vi' ? await speechIn(found.workspace.id, member.person) : 'general',
    now: deps.now,
  };

  async function speechIn(workspace: WorkspaceId, person: PersonId | null): Promise<Speech> {
    const channel = origin.channel?.id ?? null;
    return speechFor(await store.findTones(deps.store, { workspace, person, channel }, deps.now));
  }
}

/** What the platform says of an account now, written down: from an event, or from the nightly reconciliation. */
export async function refreshAccount(act: Act, user: string, facts: AccountFacts | null): Promise<Member> {
  return inTransaction(act, (tx) =>
    store.upsertMember(tx, act.workspace, user, {
      ...accountRow(
        facts ?? {
          ...{ name: user, locale: null, zone: null, isAdmin: false },
          ...{ isOutsider: false, isGuest: false, isBot: false, isActive: false },
        },
        user,
      ),
      checkedAt: act.now,
    }),
  );
}

/** The account that acts; null for the clockwork. */
export async function ownAccount(act: Act): Promise<Member | null> {
  return act.member ? store.findMember(act.store, act.workspace, act.member) : null;
}

/** Where a person can be reached in chat; null when they have no account. */
export async function accountOfPerson(act: Act, person: PersonId): Promise<Member | null> {
  return store.findMemberOfPerson(act.store, act.workspace, person);
}

/** The accounts of these people, in one statement. Who has none is not in the answer. */
export async function accountsOfPersons(
  act: Act,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Member>> {
  const members = await store.findMembersOfPersons(act.store, act.workspace, persons);
  return new Map(members.flatMap((member) => (member.person ? [[member.person, member]] : [])));
}

/**
 * Of the accounts in a channel those to be offered as members of its committee, and those that are not, with the reason.
 * Whoever is one of these people already is in neither list.
 */
export async function offerAccounts(
  act: Act,
  there: readonly { readonly user: string; readonly account: AccountFacts | null }[],
  members: readonly PersonId[],
): Promise<{ offered: readonly string[]; leftOut: readonly LeftOut[] }> {
  const users = there.map(({ user }) => user);
  const known = await store.findMembers(act.store, act.workspace, users);
  const isMember = (user: string) =>
    known.some((account) => account.user === user && members.some((person) => person === account.person));
  const others = there.filter(({ user }) => !isMember(user));
  return {
    offered: others.filter(({ account }) => whyLeftOut(account) === null).map(({ user }) => user),
    leftOut: others.flatMap(({ user, account }) => {
      const why = whyLeftOut(account);
      return why ? [{ user, name: account?.name ?? null, why }] : [];
    }),
  };
}

/**
 * Accounts with a row each, in the order given, read from the platform where it has not told about them yet. A bot, a
 * closed account and one that it did not tell about in time are left out: asking again later is safe. Guests and people
 * from elsewhere, chosen by hand, are taken in and named in `outsiders`.
 */
export async function takeInAccounts(
  act: Act,
  accounts: AccountSource,
  team: { platform: string; id: string },
  users: readonly string[],
): Promise<{ members: readonly Member[]; outsiders: readonly Member[]; leftOut: readonly LeftOut[] }> {
  const known = (await store.findMembers(act.store, act.workspace, users)).filter(({ isKnown }) => isKnown);
  const missing = users.filter((user) => !known.some((member) => member.user === user));
  const asked = await Promise.all(
    missing.map(async (user) => ({ user, facts: await accounts(team.platform, team.id, user).catch(() => null) })),
  );
  const read = new Map(known.map((member) => [member.user, member]));
  const leftOut: LeftOut[] = known
    .filter(({ isActive }) => !isActive)
    .map(({ user, displayName }) => ({ user, name: displayName, why: 'closed' }));
  const news: { user: string; facts: AccountFacts }[] = [];
  for (const { user, facts } of asked) {
    const why = whyLeftOut(facts);
    if (facts && (why === null || why === 'guest' || why === 'elsewhere')) news.push({ user, facts });
    else if (why) leftOut.push({ user, name: facts?.name ?? null, why });
  }
  // Not the act itself: if that fails, its repeat must not count as saved.
  const aside = { ...act, requestId: null, saving: { ...act.saving } };
  const taken = await inTransaction(aside, (tx) =>
    store.upsertMembers(
      tx,
      act.workspace,
      news.map(({ user, facts }) => ({ user, ...accountRow(facts, user), checkedAt: act.now })),
    ),
  );
  for (const member of taken) read.set(member.user, member);
  const members = users.flatMap((user) => read.get(user) ?? []).filter(({ isActive }) => isActive);
  return { members, outsiders: members.filter(({ isOutsider }) => isOutsider), leftOut };
}

/** Which committee the account means outside the committees' channels; null until one was chosen. */
export async function chosenCommittee(act: Act): Promise<CommitteeId | null> {
  return act.member ? store.findChosenCommittee(act.store, act.member) : null;
}

/** Remembers it for the account. Whether the person belongs to it is checked each time it is used. */
export async function chooseCommittee(act: Act, committee: CommitteeId): Promise<void> {
  if (act.member) await store.chooseCommittee(act.store, act.member, committee);
}

/** Inside a transaction: the accounts as they are now, and nobody else links them to a person until the end. */
export async function holdAccounts(act: Act, members: readonly Member[]): Promise<readonly Member[]> {
  return store.holdMembers(
    act.store,
    act.workspace,
    members.map(({ id }) => id),
  );
}

/** The accounts are held by the caller. */
export async function linkAccounts(
  act: Act,
  links: readonly { readonly member: MemberId; readonly person: PersonId }[],
): Promise<void> {
  await store.linkPersons(act.store, links);
}

function accountRow(facts: AccountFacts | null, user: string) {
  return {
    displayName: facts?.name ?? user,
    locale: localeFrom(facts?.locale ?? null),
    zone: zoneFrom(facts?.zone ?? null),
    isAdmin: facts?.isAdmin ?? false,
    isOutsider: facts?.isOutsider ?? true,
    isActive: facts?.isActive ?? true,
  };
}
