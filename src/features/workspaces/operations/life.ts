/** The life of a workspace: accounts that close or become guests, channels that go. Duties stay; the committee secretary is told once. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { sendAll } from '../../../delivery/send.ts';
import type { Card, CardIds } from '../../../delivery/types.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import { asId, type CommitteeId, type MemberId, type PersonId } from '../../../kernel/ids.ts';
import { noteChannel, releaseChannel } from '../../committees/operations/channel.ts';
import { committeeAt, committeesOf, committeesOfWorkspace, membersOf } from '../../committees/operations/look.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { type AccountChange, accountChange } from '../rules.ts';
import * as store from '../store.ts';
import type { AccountFacts, ChannelLoss, Member } from '../types.ts';
import { accountsOfPersons, refreshAccount } from './accounts.ts';

export const cardKinds = { account: 'workspaces.account', channel: 'workspaces.channel' } as const;

/**
 * What the platform says of an account now; null: there is none. An account that we have no row of is nobody's and left
 * alone. Told again, by a doubled event or the nightly check, nothing happens: the row knows it already.
 */
export async function reconcileAccount(act: Act, user: string, facts: AccountFacts | null): Promise<void> {
  await inTransaction(act, async (tx) => {
    const before = await store.holdAccount(tx, act.workspace, user);
    if (!before) return;
    const after = await refreshAccount(inside(act, tx), user, facts);
    const change = accountChange(before, after);
    if (!change || !after.person) return;
    for (const committee of await committeesOf({ ...inside(act, tx), person: after.person })) {
      await record(tx, act, {
        kind: `workspaces.account-${change}`,
        committee: committee.id,
        subject: { kind: 'person', id: after.person },
        facts: { member: after.id },
      });
      if (change !== 'back') await tellAccount(tx, act, committee.id, after, change);
    }
  });
}

/**
 * The committee of a channel can post there no longer. A channel that is gone for good is given up, so that another can be
 * chosen; an archived one, or one that the bot was removed from, may come back. The committee secretary is told once a
 * problem: archived again after it was open is a new one.
 */
export async function loseChannel(act: Act, channel: string, loss: ChannelLoss): Promise<void> {
  await inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const place = await committeeAt({ ...here, person: null }, channel);
    if (place.kind !== 'one') return;
    const { id } = place.committee;
    if (!(await noteChannel(here, id, loss))) return;
    const ids = { committee: id, channel, loss };
    await tellClerks(tx, act, id, cardKinds.channel, ids, `${channel}:${loss}:${act.now.getTime()}`);
    if (loss === 'gone') await releaseChannel(here, id);
    await record(tx, act, {
      kind: loss === 'gone' ? 'workspaces.channel-gone' : 'workspaces.channel-trouble',
      committee: id,
      subject: { kind: 'committee', id },
      facts: { channel, loss },
    });
  });
}

/** What the platform says of a channel now; null: it tells us of none. A channel that can be posted in again is noted. */
export async function reconcileChannel(
  act: Act,
  channel: string,
  info: { readonly isArchived: boolean; readonly hasBot: boolean } | null,
): Promise<void> {
  if (info?.isArchived) return loseChannel(act, channel, 'archived');
  if (!info?.hasBot) return loseChannel(act, channel, 'bot-removed');
  await inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const place = await committeeAt({ ...here, person: null }, channel);
    if (place.kind !== 'one' || !(await noteChannel(here, place.committee.id, null))) return;
    await record(tx, act, {
      kind: 'workspaces.channel-back',
      committee: place.committee.id,
      subject: { kind: 'committee', id: place.committee.id },
      facts: { channel },
    });
  });
}

/** What the nightly check asks the platform about: members' accounts, and the committees' channels. */
export async function worthChecking(
  act: Act,
): Promise<{ readonly users: readonly string[]; readonly channels: readonly string[] }> {
  const committees = await committeesOfWorkspace(act);
  const persons = new Set<PersonId>();
  for (const { id } of committees) for (const { person } of await membersOf(act, id)) persons.add(person);
  const accounts = await accountsOfPersons(act, [...persons]);
  return {
    users: [...accounts.values()].map(({ user }) => user),
    channels: committees.flatMap(({ channel }) => (channel ? [channel] : [])),
  };
}

/** Whom a card was for, by the ids that it carried, as far as the acting person may see names. Null: a channel, or closed. */
export async function nameOfRecipient(act: Act, committee: CommitteeId, ids: CardIds): Promise<string | null> {
  if (ids.person) {
    const person = asId<PersonId>(ids.person);
    const member = (await membersOf(act, committee)).find((one) => one.person === person);
    return member?.fullName ?? (await peopleByIds(act, committee, [person]))[0]?.fullName ?? null;
  }
  if (!ids.member) return null;
  return (await store.findMember(act.store, act.workspace, asId<MemberId>(ids.member)))?.displayName ?? null;
}

async function tellAccount(
  tx: StoreHandle,
  act: Act,
  committee: CommitteeId,
  account: Member,
  change: AccountChange,
): Promise<void> {
  const ids = { committee, member: account.id, person: account.person ?? '', change };
  // Closed, opened and closed again is told again: the moment belongs to the key.
  await tellClerks(tx, act, committee, cardKinds.account, ids, `${account.id}:${change}:${act.now.getTime()}`);
}

async function tellClerks(
  tx: StoreHandle,
  act: Act,
  committee: CommitteeId,
  kind: string,
  ids: CardIds,
  key: string,
): Promise<void> {
  const clerks = (await membersOf(inside(act, tx), committee)).filter(({ roles }) => roles.includes('clerk'));
  const cards = clerks.map(
    ({ person }): Card => ({ kind, ids, to: { person }, committee, key: `${kind}:${committee}:${key}:${person}` }),
  );
  await sendAll(tx, act, cards);
}
