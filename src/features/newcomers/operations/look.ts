/** Who has newly come to qualify, as the acting person may see it, and noted by them. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { byGivenName } from '../../../i18n/names.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { planOf, plansOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import * as store from '../store.ts';
import type { Newcomer, NewcomersSeen } from '../types.ts';

export interface At {
  readonly committee: CommitteeId;
  readonly plan: PlanId;
}

/** Right: candidates.enter, because it says of people in the register what the rules say of them. Refusals: access, plan-unknown. */
export async function seeNewcomers(act: Act, at: At): Promise<Outcome<NewcomersSeen, AccessRefusal | 'plan-unknown'>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const plan = await planOf(act, viewer.value, at.plan);
  if (!plan) return refused('plan-unknown');
  const open = await store.openNewcomers(act.store, viewer.value, [plan.id]);
  const people = await peopleByIds(act, at.committee, [...new Set(open.map(({ person }) => person))]);
  const known = new Map(people.map((person) => [person.id, person]));
  const byName = byGivenName(act.locale);
  const rankOf = ({ positions }: Newcomer) => plan.positions.findIndex(({ id }) => positions.includes(id));
  const lines = open
    .flatMap((newcomer) => {
      const person = known.get(newcomer.person);
      return person ? [{ newcomer, person }] : [];
    })
    .sort(
      (a, b) =>
        b.newcomer.since.getTime() - a.newcomer.since.getTime() ||
        byName(a.person.fullName, b.person.fullName) ||
        (a.person.birthMonth ?? '').localeCompare(b.person.birthMonth ?? '') ||
        (a.person.unit ?? '').localeCompare(b.person.unit ?? '') ||
        rankOf(a.newcomer) - rankOf(b.newcomer),
    );
  return done({ plan, ruleSet: ruleSetOfPlan(plan), lines });
}

/** How many people the reader may see, for a button beside a list; none for who keeps no list. */
export async function countNewcomers(reader: Act, { committee, plan }: At): Promise<number> {
  const viewer = await viewerOf(reader, committee);
  if (!may(viewer, 'candidates.enter')) return 0;
  return peopleIn(await store.openNewcomers(reader.store, viewer, [plan]));
}

/** By open plan, how many people the reader may see. */
export async function newcomerNews(
  reader: Act,
  committee: CommitteeId,
): Promise<readonly { readonly plan: Plan; readonly count: number }[]> {
  const viewer = await viewerOf(reader, committee);
  if (!may(viewer, 'candidates.enter')) return [];
  const plans = (await plansOf(reader, viewer)).filter(({ isClosed }) => !isClosed);
  const open = await store.openNewcomers(
    reader.store,
    viewer,
    plans.map(({ id }) => id),
  );
  return plans.flatMap((plan) => {
    const count = peopleIn(open.filter((one) => one.plan === plan.id));
    return count > 0 ? [{ plan, count }] : [];
  });
}

/**
 * Those whom the actor sees, found until then, are shown no more; one who is closed to the actor stays for others. Right:
 * candidates.enter. Refusals: access, plan-unknown, newcomers-none.
 */
export async function noteNewcomers(
  act: Act,
  at: At & { readonly until: Date },
): Promise<Outcome<{ readonly people: number }, AccessRefusal | 'plan-unknown' | 'newcomers-none'>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), at.committee, 'candidates.enter');
    if (!viewer.ok) return viewer;
    const plan = await planOf(inside(act, tx), viewer.value, at.plan);
    if (!plan) return refused('plan-unknown');
    const seen = (await store.openNewcomers(tx, viewer.value, [plan.id])).filter(({ since }) => since <= at.until);
    const end = { ended: 'noted', endedAt: act.now, endedBy: act.person } as const;
    const ids = seen.map(({ id }) => id);
    if (ids.length === 0 || (await store.endNewcomers(tx, ids, end)) === 0) return refused('newcomers-none');
    await record(tx, act, {
      kind: 'newcomers.noted',
      committee: at.committee,
      subject: { kind: 'plan', id: plan.id },
      nominees: seen.map(({ person }) => person),
      facts: { noted: ids.length },
    });
    await refresh(tx, act, { kind: 'newcomers.found', ids: { committee: at.committee } });
    return done({ people: peopleIn(seen) });
  });
}

function peopleIn(all: readonly { readonly person: string }[]): number {
  return new Set(all.map(({ person }) => person)).size;
}
