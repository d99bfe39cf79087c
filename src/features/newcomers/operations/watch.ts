/**
 * The rules run again over the whole register, every night and when a person's data change. Who qualifies for a position
 * of an open plan and did not before is kept with the rule that changed; those who keep the list are told once.
 */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanId, WorkspaceId } from '../../../kernel/ids.ts';
import { clockworkViewer } from '../../access/operations.ts';
import { committeesOfWorkspace } from '../../committees/operations/look.ts';
import { tellKeepersOf } from '../../nominations/operations/tell.ts';
import { peopleByIds, registerAs } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { holdPlan, plansOf } from '../../plans/operations/look.ts';
import { factsFor } from '../../pools/operations/compute.ts';
import { type Against, findingsFor, verdictsOn } from '../../pools/rules.ts';
import { clockworkAct, listWorkspaces } from '../../workspaces/operations/workspaces.ts';
import { arrivalsSince, type Now, peopleWithNews, stillSo } from '../rules.ts';
import * as store from '../store.ts';
import type { Newcomer } from '../types.ts';

/** Every night: all workspaces. */
export async function watchNewcomersEverywhere(handle: StoreHandle, now: Date): Promise<void> {
  for (const { id } of await listWorkspaces(handle)) {
    await watchNewcomersOf(handle, { workspace: id, person: null }, now);
  }
}

/** `person`: only what is said of them; null: of everybody. */
export async function watchNewcomersOf(
  handle: StoreHandle,
  which: { readonly workspace: WorkspaceId; readonly person: PersonId | null },
  now: Date,
): Promise<void> {
  const act = clockworkAct(handle, { id: which.workspace, locale: 'en', zone: 'UTC' }, now);
  for (const { id, zone } of await committeesOfWorkspace(act)) {
    await watchNewcomers({ ...act, zone }, id, which.person);
  }
}

/** For the clockwork, in a number of statements that does not grow with the register. A second run finds nothing new. */
export async function watchNewcomers(act: Act, committee: CommitteeId, person: PersonId | null = null): Promise<void> {
  await inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const everything = clockworkViewer(within, committee);
    const plans = (await plansOf(within, everything)).filter(({ isClosed }) => !isClosed);
    if (plans.length === 0) return;
    const people = person ? await peopleByIds(within, committee, [person]) : await registerAs(within, everything);
    const news: PersonId[] = [];
    for (const { id } of plans) news.push(...(await watchPlan(within, committee, id, { people, only: person })));
    if (news.length > 0) await tellKeepersOf(within, { kind: 'newcomers.found', committee }, news);
  });
}

interface Asked {
  readonly people: readonly Person[];
  readonly only: PersonId | null;
}

/** Returns of whom a rule says something else now: who was only entered in the register is no news. */
async function watchPlan(act: Act, committee: CommitteeId, id: PlanId, asked: Asked): Promise<readonly PersonId[]> {
  const everything = clockworkViewer(act, committee);
  const plan = await holdPlan(act, everything, id);
  if (!plan) return [];
  const before = await store.lastAnswers(act.store, id);
  // The first answers are those of a night: before them there is nothing to compare with.
  if (before.length === 0 && asked.only) return [];
  const now = nowOf(asked.people, await factsFor(act, everything, plan));
  const concerned = <Of extends { readonly person: PersonId }>(all: readonly Of[]) =>
    all.filter(({ person }) => asked.only === null || person === asked.only);
  await store.renewAnswers(act.store, id, peopleWithNews(concerned(before), now.findings), now.findings);

  const open = concerned(await store.openNewcomers(act.store, everything, [id]));
  const gone = open.filter((one) => stillSo(one, now).length < one.positions.length);
  const arrivals = arrivalsSince(before, now).map((arrival) => ({ ...arrival, plan: id, since: act.now }));
  const rest = gone.map((one) => ({ ...one, positions: stillSo(one, now) }));
  if (gone.length > 0) {
    const end = { ended: 'gone', endedAt: act.now, endedBy: null } as const;
    await store.endNewcomers(
      act.store,
      gone.map((one) => one.id),
      end,
    );
  }
  await store.insertNewcomers(act.store, [...arrivals, ...rest.filter(({ positions }) => positions.length > 0)]);
  for (const [kind, which] of [['newcomers.found', arrivals] as const, ['newcomers.gone', gone] as const]) {
    if (which.length === 0) continue;
    const nominees = which.map(({ person }) => person);
    const subject = { kind: 'plan', id } as const;
    await record(act.store, act, { kind, committee, subject, nominees, facts: { rules: rulesIn(which) } });
  }
  return arrivals.filter(({ changed }) => changed.length > 0).map(({ person }) => person);
}

function nowOf(people: readonly Person[], against: Against): Now {
  const known = new Map(people.map((person) => [person.id, person]));
  const standing = new Set(against.entries.map(({ person, position }) => `${person} ${position}`));
  return {
    findings: people.flatMap((person) => findingsFor(person, against)),
    stands: (person, position) => standing.has(`${person} ${position}`),
    verdictsOn(id, at) {
      const person = known.get(id);
      const position = against.plan.positions.find((one) => one.id === at);
      return person && position ? verdictsOn(person, position, against) : [];
    },
  };
}

function rulesIn(which: readonly Pick<Newcomer, 'changed'>[]): readonly string[] {
  return [...new Set(which.flatMap(({ changed }) => changed.map(({ before }) => before.rule)))].sort();
}
