/** A small world for tests of operations: a workspace, its people with accounts, a committee with its members. */
import type { Role } from '../../src/features/access/types.ts';
import { addMembers } from '../../src/features/committees/operations/members.ts';
import { setUpCommittee } from '../../src/features/committees/operations/set-up.ts';
import type { Profile } from '../../src/features/committees/types.ts';
import { personOfAccount } from '../../src/features/people/operations/register.ts';
import { refreshAccount } from '../../src/features/workspaces/operations/accounts.ts';
import { clockworkAct, welcomeWorkspace } from '../../src/features/workspaces/operations/workspaces.ts';
import { type Act, freshSaving, type StoreHandle } from '../../src/kernel/act.ts';
import type { CommitteeId, PersonId, WorkspaceId } from '../../src/kernel/ids.ts';
import { newId } from '../../src/kernel/ids.ts';
import { speechOf } from '../../src/kernel/speech.ts';
import { testNow } from './acts.ts';

export interface World {
  readonly workspace: WorkspaceId;
  readonly committee: CommitteeId;
  /** The committee secretary. */
  readonly clerk: Act & { readonly person: PersonId };
  /** The act of the clockwork. */
  readonly clockwork: Act;
  /** Somebody with an account; in the committee when roles are given. */
  person(
    name: string,
    roles?: readonly Role[],
    more?: { votes?: boolean },
  ): Promise<Act & { readonly person: PersonId }>;
}

export async function createWorld(
  store: StoreHandle,
  options: { profile?: Profile; now?: Date; clerkName?: string } = {},
): Promise<World> {
  const now = options.now ?? testNow;
  const team = {
    platform: 'slack',
    id: `T${newId().slice(0, 8)}`,
    name: 'Test',
    locale: 'en',
    zone: 'Asia/Ho_Chi_Minh',
  } as const;
  const workspace = await welcomeWorkspace({ store, now }, team);
  const clockwork = clockworkAct(store, workspace, now);

  async function account(name: string, isAdmin: boolean) {
    const facts = {
      ...{ name, locale: 'en-US', zone: team.zone, isAdmin },
      ...{ isOutsider: false, isGuest: false, isBot: false, isActive: true },
    };
    const member = await refreshAccount(clockwork, `U${newId().slice(0, 8)}`, facts);
    const person = await personOfAccount({ ...clockwork, member: member.id }, member);
    const act: Act & { person: PersonId } = {
      ...clockwork,
      member: member.id,
      person,
      isWorkspaceAdmin: isAdmin,
      speech: speechOf(options.profile ?? 'general'),
      saving: freshSaving(),
    };
    return act;
  }

  const clerk = await account(options.clerkName ?? 'Clara Clerk', true);
  const made = await setUpCommittee(clerk, {
    channel: `C${newId().slice(0, 8)}`,
    name: 'Nominating Committee',
    profile: options.profile ?? 'general',
    locale: 'en',
    zone: team.zone,
  });
  if (!made.ok) throw new Error(made.reason);
  const committee = made.value.id;

  return {
    workspace: workspace.id,
    committee,
    clerk,
    clockwork,
    async person(name, roles = [], more = {}) {
      const act = await account(name, false);
      if (roles.length > 0) {
        const standing = { person: act.person, roles, votes: more.votes ?? true, post: null, rank: null };
        const added = await addMembers({ ...clerk, saving: freshSaving() }, committee, [standing]);
        if (!added.ok) throw new Error(added.reason);
      }
      return act;
    },
  };
}
