/**
 * The rules run again over everybody who stands in a plan, every night and when a person's data change. Who drops out is
 * proposed for removal with the evidence; who meets the rules again is no longer. Those who keep the list are told once.
 */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, WorkspaceId } from '../../../kernel/ids.ts';
import { dateIn } from '../../../kernel/time.ts';
import { clockworkViewer } from '../../access/operations.ts';
import { committeesOfWorkspace } from '../../committees/operations/look.ts';
import { checkAmong, standingIn } from '../../nominations/operations/check.ts';
import { tellKeepersOf } from '../../nominations/operations/tell.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { holdPlan, plansOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import { clockworkAct, listWorkspaces } from '../../workspaces/operations/workspaces.ts';
import { type Found, foundOn, newsOf } from '../rules/watch.ts';
import * as store from '../store.ts';

/** Every night: all workspaces. */
export async function watchEverything(handle: StoreHandle, now: Date): Promise<void> {
  for (const { id } of await listWorkspaces(handle)) await watchWorkspace(handle, { workspace: id, person: null }, now);
}

/** `person`: only where they stand; null: every committee of the workspace. */
export async function watchWorkspace(
  handle: StoreHandle,
  which: { readonly workspace: WorkspaceId; readonly person: PersonId | null },
  now: Date,
): Promise<void> {
  const act = clockworkAct(handle, { id: which.workspace, locale: 'en', zone: 'UTC' }, now);
  const concerned = which.person ? await store.committeesPlanning(handle, which.workspace, which.person) : null;
  for (const { id, zone } of await committeesOfWorkspace(act)) {
    if (concerned === null || concerned.includes(id)) await watchCommittee({ ...act, zone }, id);
  }
}

/** For the clockwork. A second run the same night finds nothing new. */
export async function watchCommittee(act: Act, committee: CommitteeId): Promise<void> {
  await inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const plans = await plansOf(within, clockworkViewer(within, committee));
    const news: PersonId[] = [];
    for (const plan of plans) {
      if (!plan.isClosed) news.push(...(await watchPlan(within, committee, plan.id)));
    }
    if (news.length > 0) await tellKeepersOf(within, { kind: 'removals.watch', committee }, news);
  });
}

/** Returns of whom there is something new to tell: those who drop out, and those who meet the rules again. */
async function watchPlan(act: Act, committee: CommitteeId, id: Plan['id']): Promise<readonly PersonId[]> {
  const everything = clockworkViewer(act, committee);
  const plan = await holdPlan(act, everything, id);
  if (!plan) return [];
  const { fresh, lapsed } = newsOf(
    await findingsIn(act, plan),
    await store.listRemovals(act.store, everything, { plans: [id] }),
  );
  if (fresh.length > 0) {
    const since = act.now;
    await store.insertRemovals(
      act.store,
      fresh.map(({ entry, reason, evidence }) => {
        const who = { plan: id, entry: entry.id, person: entry.person, position: entry.position };
        return { ...who, source: 'watch', reason, evidence, note: null, since };
      }),
    );
  }
  const ended = { at: act.now, by: null };
  const gone = lapsed.map((one) => one.id);
  if (gone.length > 0) await store.changeRemovals(act.store, gone, 'open', { state: 'lapsed', ended });
  const news = [
    ...fresh.map(({ entry, reason }) => ({ kind: 'removals.found', person: entry.person, reason })),
    ...lapsed.map(({ person, reason }) => ({ kind: 'removals.lapsed', person, reason })),
  ];
  for (const { kind, person, reason } of news) {
    const subject = { kind: 'plan', id } as const;
    await record(act.store, act, { kind, committee, subject, nominee: person, facts: { reason } });
  }
  return news.map(({ person }) => person);
}

async function findingsIn(act: Act, plan: Plan): Promise<readonly Found[]> {
  const standing = await standingIn(act, plan);
  const ids = [...new Set(standing.entries.map(({ person }) => person))];
  const people = new Map((await peopleByIds(act, plan.committee, ids)).map((person) => [person.id, person]));
  const on = dateIn(act.zone, act.now);
  return standing.entries.flatMap((entry) => {
    const position = plan.positions.find((one) => one.id === entry.position);
    const person = people.get(entry.person);
    if (!position || !person) return [];
    const { verdicts } = checkAmong(standing, { plan, position, person }, { on, hidden: [] }).check;
    return foundOn(entry, verdicts) ?? [];
  });
}
