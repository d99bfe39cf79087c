/** A workspace with a committee and people, and a sender that is in no hurry to pace: what delivery tests start from. */
import type { Message } from '../../src/chat/message.ts';
import type { Platform } from '../../src/chat/platform.ts';
import { client } from '../../src/database/client.ts';
import type { Patience } from '../../src/delivery/context.ts';
import type { Renderers } from '../../src/delivery/renderers.ts';
import { send } from '../../src/delivery/send.ts';
import { createSender, type Sender } from '../../src/delivery/sender.ts';
import type { Card, CardTo } from '../../src/delivery/types.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';
import { type MovableClock, stoppedClock } from '../../src/kernel/clock.ts';
import { type CommitteeId, type MemberId, newId, type PersonId, type WorkspaceId } from '../../src/kernel/ids.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { type Locks, openLocks } from '../../src/queue/locks.ts';
import { testNow } from '../support/acts.ts';
import type { TestDatabase } from '../support/test-database.ts';

export const noPacing = { perChannelMs: 0, perWorkspaceMs: 0, redrawMs: 0, askMs: 0 };
export const noPatience: Partial<Patience> = { settleMs: 0, retryMs: 1000 };

export interface World {
  readonly store: StoreHandle;
  readonly workspace: WorkspaceId;
  readonly committee: CommitteeId;
  readonly clock: MovableClock;
  addPerson(account: string | null, more?: Partial<AccountColumns>): Promise<PersonId>;
  giveRole(person: PersonId, ...roles: string[]): Promise<void>;
  say(key: string, to: CardTo, more?: Partial<Card>): Promise<boolean>;
  states(): Promise<Record<string, string>>;
  later(ms: number): void;
}

interface AccountColumns {
  isActive: boolean;
  isOutsider: boolean;
  locale: string;
  zone: string;
}

export async function createWorld(database: TestDatabase, clock = stoppedClock(testNow)): Promise<World> {
  const store = database.handle;
  const workspace = newId<WorkspaceId>();
  const committee = newId<CommitteeId>();
  const createdAt = clock.now();
  await client(store).workspace.create({
    data: {
      id: workspace,
      platform: 'scripted',
      platformId: workspace,
      name: 'Vùng thử',
      locale: 'en',
      zone: 'Asia/Ho_Chi_Minh',
      createdAt,
    },
  });
  await client(store).committee.create({
    data: {
      id: committee,
      workspaceId: workspace,
      channelId: 'C1',
      name: 'Ban thử',
      profile: 'general',
      locale: 'vi',
      zone: 'Asia/Ho_Chi_Minh',
      country: 'VN',
      settings: {},
      createdAt,
    },
  });
  return {
    store,
    workspace,
    committee,
    clock,
    async addPerson(account, more = {}) {
      const person = newId<PersonId>();
      const names = { fullName: 'Người Thử', searchName: 'nguoi thu', source: 'form' };
      await client(store).person.create({ data: { id: person, workspaceId: workspace, ...names, createdAt } });
      if (account) {
        const row = { workspaceId: workspace, platformId: account, displayName: account, personId: person };
        await client(store).member.create({ data: { id: newId<MemberId>(), ...row, checkedAt: createdAt, ...more } });
      }
      return person;
    },
    async giveRole(person, ...roles) {
      const row = { committeeId: committee, personId: person, roles, votes: true, rank: 1, validFrom: new Date(0) };
      await client(store).membership.create({ data: { id: newId(), ...row } });
    },
    say: (key, to, more = {}) =>
      send(
        store,
        { workspace, now: clock.now() },
        { kind: 'test.card', ids: { text: key }, to, committee, key, ...more },
      ),
    async states() {
      const rows = await client(store).delivery.findMany({
        where: { workspaceId: workspace },
        orderBy: { sequence: 'asc' },
      });
      return Object.fromEntries(rows.map((row) => [row.key, row.state]));
    },
    later: (ms) => clock.setTo(new Date(clock.now().getTime() + ms)),
  };
}

export function textMessage(text: string): Message {
  return { summary: text, blocks: [] };
}

/** Words a card by its `text`; says when it is sent again. */
export const plainRenderers: Renderers = {
  'test.card': async ({ ids, isSentAgain }) => textMessage(isSentAgain ? `again: ${ids.text}` : (ids.text ?? '')),
  'undeliverable-notice': async ({ ids }) => textMessage(`not arrived: ${ids.reason}`),
};

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

export function openSender(
  database: TestDatabase,
  world: Pick<World, 'store' | 'clock'>,
  platform: Platform,
  more: {
    renderers?: Renderers;
    patience?: Partial<Patience>;
    pacing?: typeof noPacing;
    onRelease?: () => Promise<void>;
  } = {},
): Sender {
  const locks = openLocks(database.url, silentLog);
  const sender = createSender({
    ...world,
    locks: more.onRelease ? releasingLate(locks, more.onRelease) : locks,
    platform,
    log: silentLog,
    secret: new Uint8Array(32).fill(9),
    renderers: more.renderers ?? plainRenderers,
    pacing: more.pacing ?? noPacing,
    patience: { ...noPatience, ...more.patience },
  });
  opened.push(async () => {
    await sender.stop();
    await locks.close();
  });
  return sender;
}

/** Something happens between the sender's last look and the moment its lock is free. */
function releasingLate(locks: Locks, before: () => Promise<void>): Locks {
  return {
    ...locks,
    async tryLock(name) {
      const held = await locks.tryLock(name);
      return held && { isHeld: held.isHeld, release: () => before().then(held.release) };
    },
  };
}

export async function sendAllDue(sender: Sender, world: Pick<World, 'workspace'>): Promise<void> {
  sender.wake(world.workspace);
  await sender.idle();
}
