/** Who of a plan is made ready how, as the acting person may see it. */
import { byGivenName } from '../../../i18n/names.ts';
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanEntryId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Eyes, Viewer } from '../../access/types.ts';
import { movementsOf } from '../../movements/operations/look.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { entriesOf, planOf, plansOf } from '../../plans/operations/look.ts';
import { listExperiences } from '../store/experiences.ts';
import * as store from '../store/measures.ts';
import type { Developed, Measure, MeasureId, PersonDevelopment, PlanDevelopment, StandsAt } from '../types.ts';

export interface AtEntry {
  readonly committee: CommitteeId;
  readonly entry: PlanEntryId;
}

/** Right: people.see. Refusals: access, plan-unknown. */
export async function seeDevelopment(
  act: Act,
  at: { readonly committee: CommitteeId; readonly plan: PlanId },
): Promise<Outcome<PlanDevelopment, AccessRefusal | 'plan-unknown'>> {
  const viewer = await authorise(act, at.committee, 'people.see');
  if (!viewer.ok) return viewer;
  const plan = await planOf(act, viewer.value, at.plan);
  if (!plan) return refused('plan-unknown');
  const entries = await entriesOf(act, viewer.value, [plan.id]);
  const ids = [...new Set(entries.map(({ person }) => person))];
  const people = new Map((await peopleByIds(act, at.committee, ids)).map((person) => [person.id, person]));
  const measures = await measuresOf(act, viewer.value, ids);
  const byName = byGivenName(act.locale);
  const developed = entries
    .flatMap((entry): Developed[] => {
      const person = people.get(entry.person);
      const position = plan.positions.find(({ id }) => id === entry.position);
      return person && position
        ? [{ entry, person, position, measures: measures.filter((one) => one.person === person.id) }]
        : [];
    })
    .sort(
      (a, b) =>
        a.position.rank - b.position.rank ||
        byName(a.person.fullName, b.person.fullName) ||
        (a.person.birthMonth ?? '').localeCompare(b.person.birthMonth ?? ''),
    );
  const mayEdit = may(viewer.value, 'plan.edit');
  return done({
    committee: at.committee,
    plan,
    people: developed,
    mayEdit: mayEdit && !plan.isClosed,
    today: dateIn(act.zone, act.now),
  });
}

/** One of them. Right: people.see. Refusals: access, development-entry-gone (also one closed to the acting person). */
export async function seePersonDevelopment(
  act: Act,
  at: AtEntry,
): Promise<Outcome<PersonDevelopment, AccessRefusal | 'development-entry-gone'>> {
  const viewer = await authorise(act, at.committee, 'people.see');
  if (!viewer.ok) return viewer;
  const found = await findStanding(act, viewer.value, at.entry);
  const [person] = found ? await peopleByIds(act, at.committee, [found.entry.person]) : [];
  if (!found || !person) return refused('development-entry-gone');
  const { plan, position, entry } = found;
  return done({
    ...{ committee: at.committee, plan, position, entry, person },
    stands: found.stands,
    measures: await measuresOf(act, viewer.value, [person.id]),
    movements: await movementsOf(act, viewer.value, [person.id]),
    experiences: await listExperiences(act.store, viewer.value, [person.id]),
    mayEdit: may(viewer.value, 'plan.edit') && !plan.isClosed,
    today: dateIn(act.zone, act.now),
  });
}

/** Where the person of a measure stands now: for a duty, which knows the measure alone. Right: people.see. */
export async function entryOfMeasure(
  act: Act,
  at: { readonly committee: CommitteeId; readonly measure: MeasureId },
): Promise<Outcome<PlanEntryId, AccessRefusal | 'measure-unknown' | 'development-entry-gone'>> {
  const viewer = await authorise(act, at.committee, 'people.see');
  if (!viewer.ok) return viewer;
  const [measure] = await store.listMeasures(act.store, viewer.value, { ids: [at.measure] });
  if (!measure) return refused('measure-unknown');
  const own = (await everyStanding(act, viewer.value)).filter(({ entry }) => entry.person === measure.person);
  const found = own.find(({ entry }) => entry.id === measure.entry) ?? own[0];
  return found ? done(found.entry.id) : refused('development-entry-gone');
}

/** The measures of these people, the earliest date first. For other features, which have let the viewer in. */
export async function measuresOf(act: Act, viewer: Viewer, people: readonly PersonId[]): Promise<readonly Measure[]> {
  return people.length === 0 ? [] : store.listMeasures(act.store, viewer, { people });
}

/** For the profile of a candidate: where else they stand and what makes them ready. Nothing without people.see. */
export async function standingOfPerson(
  act: Act,
  viewer: Viewer,
  person: PersonId,
): Promise<{ readonly stands: readonly StandsAt[]; readonly measures: readonly Measure[] }> {
  if (!may(viewer, 'people.see')) return { stands: [], measures: [] };
  const stands = (await everyStanding(act, viewer)).filter(({ entry }) => entry.person === person);
  return { stands, measures: await measuresOf(act, viewer, [person]) };
}

/** Where the entry stands, and where else its person does. Null: they no longer stand there, or not for this viewer. */
export async function findStanding(
  act: Act,
  viewer: Viewer,
  id: PlanEntryId,
): Promise<(StandsAt & { readonly stands: readonly StandsAt[] }) | null> {
  const stands = await everyStanding(act, viewer);
  const found = stands.find(({ entry }) => entry.id === id);
  if (!found) return null;
  const own = stands.filter((one) => one.entry.person === found.entry.person && one !== found);
  return { ...found, stands: [found, ...own] };
}

/** Everybody who stands in a plan of the committee, the newest term first. */
export async function everyStanding(act: Act, eyes: Eyes): Promise<readonly StandsAt[]> {
  const plans = await plansOf(act, eyes);
  const entries = await entriesOf(
    act,
    eyes,
    plans.map(({ id }) => id),
  );
  return plans.flatMap((plan) =>
    plan.positions.flatMap((position) =>
      entries.filter((entry) => entry.position === position.id).map((entry) => ({ plan, position, entry })),
    ),
  );
}
