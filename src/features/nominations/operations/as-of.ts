/** A plan with its list on any day, and what changed between two: read from rows that keep what they said before. */
import { recordedOf } from '../../../audit/history.ts';
import type { RecordedEvent } from '../../../audit/types.ts';
import type { Act } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { keptPlan } from '../../plans/operations/as-of.ts';
import { planOf } from '../../plans/operations/look.ts';
import { type Day, dayOf, type PlanAsOf, planAsOf, type StandingEntry } from '../../plans/rules/as-of.ts';
import {
  type Differences,
  differencesOf,
  type PositionDifferences,
  positionDifferences,
} from '../../plans/rules/differences.ts';
import type { KeptPlan, Plan } from '../../plans/types.ts';
import { type CandidateAsOf, candidatesOn } from '../rules.ts';
import { listKept } from '../store/kept.ts';
import type { KeptCandidate } from '../types.ts';
import type { At } from './look.ts';

export type AsOfRefusal = AccessRefusal | 'plan-unknown' | 'committee-unknown' | 'as-of-unreadable' | 'as-of-to-come';

export interface SeenAsOf {
  readonly plan: Plan;
  readonly asOf: PlanAsOf;
  /** Null: candidates of earlier days are for those who keep the list. */
  readonly candidates: readonly CandidateAsOf[] | null;
  /** Titles of all positions that the plan ever had. */
  readonly titles: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, Person>;
  readonly madeOn: PlainDate;
  readonly zone: string;
}

/**
 * Who stood in the plan and who was on its list when the day was over, where the committee is. Right: plan.see; the
 * candidates need candidates.enter. Refusals: plan-unknown, as-of-unreadable, as-of-to-come {on, today}.
 */
export async function seePlanAsOf(
  act: Act,
  at: At & { readonly on: PlainDate },
): Promise<Outcome<SeenAsOf, AsOfRefusal>> {
  const opened = await open(act, at, [at.on]);
  if (!opened.ok) return opened;
  const { viewer, plan, kept, candidates, zone } = opened.value;
  const asOf = planAsOf(kept, dayOf(zone, at.on), zone);
  const listed = may(viewer, 'candidates.enter') ? candidatesOn(candidates, asOf.day) : null;
  const shown = [...asOf.standing, ...asOf.leftUnrecorded, ...asOf.unknown, ...(listed ?? [])];
  return done({
    ...{ plan, asOf, candidates: listed, zone },
    titles: titlesOf(kept),
    people: await peopleOf(act, at, shown),
    madeOn: dateIn(zone, kept.madeAt),
  });
}

export interface PlanDifference {
  readonly positions: PositionDifferences;
  readonly entries: Differences<StandingEntry>;
  readonly candidates: Differences<CandidateAsOf>;
}

export interface SeenChanges {
  readonly plan: Plan;
  readonly from: Day;
  readonly to: Day;
  readonly difference: PlanDifference;
  /** By nomination: what the audit record says of it, the oldest first. */
  readonly recorded: ReadonlyMap<string, readonly RecordedEvent[]>;
  readonly titles: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, Person>;
  readonly zone: string;
  readonly isBeforeMade: boolean;
}

/** Right: candidates.enter. Refusals besides: as-of-out-of-order {from, to}. */
export async function seeChanges(
  act: Act,
  at: At & { readonly from: PlainDate; readonly to: PlainDate },
): Promise<Outcome<SeenChanges, AsOfRefusal | 'as-of-out-of-order'>> {
  const allowed = await authorise(act, at.committee, 'candidates.enter');
  if (!allowed.ok) return allowed;
  const opened = await open(act, at, [at.from, at.to]);
  if (!opened.ok) return opened;
  if (at.from > at.to) return refused('as-of-out-of-order', { from: at.from, to: at.to }, 'to');
  const { viewer, plan, kept, candidates, zone } = opened.value;
  const [before, after] = [at.from, at.to].map((date) => planAsOf(kept, dayOf(zone, date), zone)) as [
    PlanAsOf,
    PlanAsOf,
  ];
  const difference: PlanDifference = {
    positions: positionDifferences(before.positions, after.positions),
    entries: differencesOf(before.standing, after.standing, (a, b) => a.readiness === b.readiness),
    candidates: differencesOf(candidatesOn(candidates, before.day), candidatesOn(candidates, after.day), () => true),
  };
  const nominations = peopleIn(difference.candidates).map(({ id }) => id);
  const recorded = await recordedOf(act.store, viewer, { kind: 'nomination', ids: nominations, before: after.day.end });
  const persons = [...peopleIn(difference.entries), ...peopleIn(difference.candidates)];
  const recorders = [
    ...[...recorded.values()].flat().map(({ person }) => person),
    ...peopleIn(difference.entries).flatMap(({ entry }) => [entry.recordedBy, entry.leftRecordedBy]),
  ];
  return done({
    ...{ plan, from: before.day, to: after.day, difference, recorded, zone },
    titles: titlesOf(kept),
    people: await peopleOf(act, at, [...persons, ...recorders.flatMap((person) => (person ? [{ person }] : []))]),
    isBeforeMade: before.isBeforeMade,
  });
}

async function open(
  act: Act,
  at: At,
  days: readonly PlainDate[],
): Promise<
  Outcome<
    { viewer: Viewer; plan: Plan; kept: KeptPlan; candidates: readonly KeptCandidate[]; zone: string },
    AsOfRefusal
  >
> {
  const viewer = await authorise(act, at.committee, 'plan.see');
  if (!viewer.ok) return viewer;
  const committee = await committeeHeader(act, at.committee);
  if (!committee) return refused('committee-unknown');
  const { zone } = committee;
  const today = dateIn(zone, act.now);
  for (const [index, on] of days.entries()) {
    const field = index === 0 ? 'on' : 'to';
    if (!isPlainDate(on)) return refused('as-of-unreadable', {}, field);
    if (on > today) return refused('as-of-to-come', { on, today }, field);
  }
  const plan = await planOf(act, viewer.value, at.plan);
  const kept = plan ? await keptPlan(act, viewer.value, at.plan) : null;
  if (!plan || !kept) return refused('plan-unknown');
  return done({ viewer: viewer.value, plan, kept, candidates: await listKept(act.store, viewer.value, plan.id), zone });
}

function titlesOf({ positions }: KeptPlan): ReadonlyMap<string, string> {
  return new Map(positions.map(({ id, said }) => [id as string, said.title]));
}

async function peopleOf(act: Act, { committee }: At, all: readonly { readonly person: PersonId }[]) {
  const people = await peopleByIds(act, committee, [...new Set(all.map(({ person }) => person))]);
  return new Map(people.map((person) => [person.id as string, person]));
}

function peopleIn<P>({ added, removed, moved, changed }: Differences<P>): readonly P[] {
  return [...added, ...removed, ...[...moved, ...changed].flatMap(({ from, to }) => [from, to])];
}
