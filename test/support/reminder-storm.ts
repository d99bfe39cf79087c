/**
 * Very many reminders due in one minute, in many committees of several workspaces, two instances, one killed half-way:
 * what a loopback platform then got. The test plays it small, the bench as large as it gets.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { client } from '../../src/database/client.ts';
import type { Pacing } from '../../src/delivery/limits.ts';
import { send } from '../../src/delivery/send.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';
import {
  type CommitteeId,
  type DeadlineId,
  type MemberId,
  newId,
  type PersonId,
  type WorkspaceId,
} from '../../src/kernel/ids.ts';
import { enqueue } from '../../src/queue/enqueue.ts';

export interface StormSize {
  readonly workspaces: number;
  readonly committees: number;
  /** Reminders in each committee. */
  readonly people: number;
  /** Cards to a channel of each workspace, for their order. */
  readonly channelCards: number;
}

export interface StormOptions {
  readonly size: StormSize;
  readonly pacing: Pacing;
  /** How long the platform takes to answer. */
  readonly answersAfterMs: number;
  readonly settleMs: number;
  readonly limitMs: number;
  /** False: both instances live. */
  readonly kills: boolean;
}

export interface StormResult {
  readonly reminders: number;
  /** From the moment they are due to the last post. */
  readonly tookMs: number;
  readonly isComplete: boolean;
  readonly twice: number;
  readonly killedAt: number | null;
  /** Cards of a channel that came before one that was said earlier. */
  readonly outOfOrder: number;
  /** The least milliseconds between two posts into one workspace, and the most posts of one workspace in a minute. */
  readonly leastGapMs: number;
  readonly mostAMinute: number;
  /** From being due to the moment that its reminder had been decided, for the last one. */
  readonly decidedMs: number;
}

interface Posted {
  readonly to: string;
  readonly text: string;
  readonly key: string;
  readonly at: number;
}

export async function playStorm(store: StoreHandle, url: string, options: StormOptions): Promise<StormResult> {
  const { size } = options;
  const posted: Posted[] = [];
  const teams = new Map<string, WorkspaceId>();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const card = JSON.parse(body) as Omit<Posted, 'at'>;
    if (request.url === '/post') {
      posted.push({ ...card, at: performance.now() });
      await new Promise((resolve) => setTimeout(resolve, options.answersAfterMs));
      response.end(JSON.stringify({ ts: String(posted.length) }));
      return;
    }
    const found = posted.findIndex(({ key }) => key === card.key);
    response.end(JSON.stringify(found < 0 ? null : { ts: String(found + 1) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const children: ChildProcess[] = [];
  try {
    const dueAt = new Date(Date.now() + 2_000);
    const prepared = await prepare(store, size, dueAt, teams);
    const { port } = server.address() as AddressInfo;
    for (let count = 0; count < 2; count += 1) children.push(startInstance(url, port, options));
    // On the clock of `performance`, like the posts.
    const due = performance.now() + (dueAt.getTime() - Date.now());
    const expected = prepared.reminders + size.workspaces * size.channelCards;
    const deadline = performance.now() + options.limitMs;
    let killedAt: number | null = null;
    while (new Set(posted.map(({ key }) => key)).size < expected && performance.now() < deadline) {
      if (options.kills && killedAt === null && posted.length >= expected / 2) {
        killedAt = posted.length;
        children[0]?.kill('SIGKILL');
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const keys = posted.map(({ key }) => key);
    const [decided] = await client(store).$queryRaw<readonly { last: Date | null }[]>`
      SELECT max("handledAt") AS last FROM reminder`;
    return {
      reminders: prepared.reminders,
      tookMs: (posted.at(-1)?.at ?? due) - due,
      isComplete: new Set(keys).size === expected,
      twice: keys.length - new Set(keys).size,
      killedAt,
      outOfOrder: outOfOrder(posted),
      ...pace(posted, teams),
      decidedMs: (decided?.last?.getTime() ?? 0) - dueAt.getTime(),
    };
  } finally {
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function startInstance(url: string, port: number, { pacing, settleMs }: StormOptions): ChildProcess {
  const hooks = fileURLToPath(new URL('../../scripts/typescript.mjs', import.meta.url));
  const program = fileURLToPath(new URL('reminder-instance.ts', import.meta.url));
  const given = JSON.stringify({ pacing, settleMs });
  return spawn(
    process.execPath,
    ['--disable-warning=DeprecationWarning', '--import', hooks, program, url, `http://127.0.0.1:${port}`, given],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
}

/** Straight into the tables: laying out ten thousand reminders is not what is looked at here. */
async function prepare(
  store: StoreHandle,
  size: StormSize,
  dueAt: Date,
  teams: Map<string, WorkspaceId>,
): Promise<{ readonly reminders: number }> {
  const createdAt = new Date(dueAt.getTime() - 7 * 86_400_000);
  const date = dueAt.toISOString().slice(0, 10);
  // Every hour is a working hour: what is looked at is how many, not when.
  const settings = { workingWeekdays: [1, 2, 3, 4, 5, 6, 7], workingHours: [['00:00', '23:59']] };
  let reminders = 0;
  for (let team = 0; team < size.workspaces; team += 1) {
    const workspace = newId<WorkspaceId>();
    const platformId = `T${team}`;
    await client(store).workspace.create({
      data: {
        ...{ id: workspace, platform: 'loopback', platformId, name: platformId, locale: 'en', zone: 'UTC', createdAt },
      },
    });
    for (let nth = 0; nth < size.committees; nth += 1) {
      const committee = newId<CommitteeId>();
      const channelId = `C${team}-${nth}`;
      teams.set(channelId, workspace);
      await client(store).committee.create({
        data: {
          ...{ id: committee, workspaceId: workspace, channelId, name: channelId, profile: 'general', locale: 'en' },
          ...{ zone: 'UTC', country: 'XX', settings, createdAt, confirmedAt: createdAt },
        },
      });
      const people = Array.from({ length: size.people }, (_, index) => {
        const account = `U${team}-${nth}-${index}`;
        teams.set(account, workspace);
        return { id: newId<PersonId>(), account };
      });
      await client(store).person.createMany({
        data: people.map(({ id, account }) => ({
          ...{ id, workspaceId: workspace, fullName: account, searchName: account, source: 'form', createdAt },
        })),
      });
      await client(store).member.createMany({
        data: people.map(({ id, account }) => ({
          ...{ id: newId<MemberId>(), workspaceId: workspace, platformId: account, displayName: account },
          ...{ personId: id, checkedAt: createdAt },
        })),
      });
      await client(store).membership.createMany({
        data: people.map(({ id }, rank) => ({
          ...{ id: newId(), committeeId: committee, personId: id, roles: ['member'], votes: true, rank },
          validFrom: createdAt,
        })),
      });
      const deadline = newId<DeadlineId>();
      await client(store).deadline.create({
        data: {
          ...{ id: deadline, committeeId: committee, subjectKind: 'storm', subjectId: newId(), ladder: 'date' },
          ...{ dueAt: new Date(dueAt.getTime() + 3 * 3_600_000), statedDate: date, setAt: createdAt },
          laidOutAt: createdAt,
        },
      });
      await client(store).reminder.createMany({
        data: people.map(({ id }) => ({
          ...{ id: newId(), deadlineId: deadline, personId: id, rung: 'hours-before', mode: 'single', side: 'before' },
          ...{ at: dueAt, version: 1 },
        })),
      });
      reminders += people.length;
      const job = { name: 'reminders-due', payload: { deadline } } as const;
      await enqueue(store, job, { now: new Date(), at: dueAt });
    }
    for (let card = 0; card < size.channelCards; card += 1) {
      const [to, ids] = [{ channel: `C${team}-0` }, { text: String(card) }];
      const key = `storm:${card}`;
      await send(store, { workspace, now: dueAt }, { kind: 'storm.card', ids, to, key, holdUntil: dueAt });
    }
  }
  return { reminders };
}

function outOfOrder(posted: readonly Posted[]): number {
  const last = new Map<string, number>();
  let count = 0;
  for (const { to, text } of posted.filter((card) => card.to.startsWith('C'))) {
    if (Number(text) < (last.get(to) ?? -1)) count += 1;
    last.set(to, Math.max(Number(text), last.get(to) ?? -1));
  }
  return count;
}

function pace(
  posted: readonly Posted[],
  teams: ReadonlyMap<string, WorkspaceId>,
): Pick<StormResult, 'leastGapMs' | 'mostAMinute'> {
  const byTeam = new Map<string, number[]>();
  for (const { to, at } of posted) {
    const team = teams.get(to) ?? to;
    byTeam.set(team, [...(byTeam.get(team) ?? []), at]);
  }
  let [leastGapMs, mostAMinute] = [Number.POSITIVE_INFINITY, 0];
  for (const times of byTeam.values()) {
    times.sort((a, b) => a - b);
    let first = 0;
    for (const [index, at] of times.entries()) {
      if (index > 0) leastGapMs = Math.min(leastGapMs, at - (times[index - 1] ?? 0));
      while (at - (times[first] ?? at) >= 60_000) first += 1;
      mostAMinute = Math.max(mostAMinute, index - first + 1);
    }
  }
  return { leastGapMs, mostAMinute };
}
