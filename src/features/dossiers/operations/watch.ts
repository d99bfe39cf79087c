/** Papers that stop counting soon, or have: those who keep the list are told once of each, every night. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { sendAll } from '../../../delivery/send.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { addDays, dateIn, type PlainDate } from '../../../kernel/time.ts';
import { viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { committeesOfWorkspace } from '../../committees/operations/look.ts';
import { candidatesOf } from '../../nominations/operations/look.ts';
import { keepersOfAll } from '../../nominations/operations/tell.ts';
import { plansOf } from '../../plans/operations/look.ts';
import { clockworkAct, listWorkspaces } from '../../workspaces/operations/workspaces.ts';
import { warningDays } from '../rules.ts';
import * as store from '../store.ts';
import type { ExpiringOf } from '../types.ts';

/** Every night: all workspaces. A second run the same night finds nothing to tell. */
export async function watchDossiers(handle: StoreHandle, now: Date): Promise<void> {
  for (const { id } of await listWorkspaces(handle)) {
    const act = clockworkAct(handle, { id, locale: 'en', zone: 'UTC' }, now);
    // A day more than any zone needs; each committee is then asked for its own date.
    const found = await store.listUnwarned(handle, id, addDays(dateIn('UTC', now), warningDays + 1));
    for (const { id: committee, zone } of found.length > 0 ? await committeesOfWorkspace(act) : []) {
      const here = found.filter((one) => one.committee === committee);
      if (here.length > 0) await tellOf({ ...act, zone }, committee, here);
    }
  }
}

async function tellOf(act: Act, committee: CommitteeId, found: readonly store.Expiring[]): Promise<void> {
  await inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const by = lastDay(act);
    const due = found.filter(({ expiresOn }) => expiresOn <= by);
    const isNew =
      due.length > 0 &&
      (await store.markWarned(
        tx,
        due.map(({ id }) => id),
        act.now,
      )) > 0;
    if (!isNew) return;
    const nominees = [...new Set(due.map(({ person }) => person))];
    const to = await keepersOfAll(here, committee, nominees);
    await sendAll(
      tx,
      act,
      to.map((person) => ({
        ...{ kind: 'dossiers.expiring', ids: { committee }, to: { person }, committee, nominees },
        key: `dossiers.expiring:${committee}:${act.now.toISOString()}:${person}`,
      })),
    );
  });
}

/** By plan, what the reader may see of papers of people on the list that have expired or soon will. */
export async function expiringSeenBy(act: Act, committee: CommitteeId): Promise<readonly ExpiringOf[]> {
  const viewer = await viewerOf(act, committee);
  if (!may(viewer, 'candidates.enter')) return [];
  const plans = (await plansOf(act, viewer)).filter(({ isClosed }) => !isClosed);
  const ids = plans.map(({ id }) => id);
  const papers = await store.listPapers(act.store, viewer, { plans: ids, expiresBy: lastDay(act) });
  if (papers.length === 0) return [];
  const listed = await candidatesOf(act, viewer, { plans: ids, states: ['listed'] });
  return plans.flatMap((plan) => {
    const there = new Set<PersonId>(listed.flatMap((one) => (one.plan === plan.id ? [one.person] : [])));
    const own = papers.filter((paper) => paper.plan === plan.id && there.has(paper.person));
    const people = new Set(own.map(({ person }) => person)).size;
    return people > 0 ? [{ plan, papers: own.length, people }] : [];
  });
}

function lastDay(act: Pick<Act, 'zone' | 'now'>): PlainDate {
  return addDays(dateIn(act.zone, act.now), warningDays);
}
