/** A measure with a date asks the committee secretary, who records what became of it. */
import type { Act } from '../../../kernel/act.ts';
import { addDays, dateIn } from '../../../kernel/time.ts';
import { eyesIn } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Eyes } from '../../access/types.ts';
import { clerksKeeping } from '../../committees/operations/clerks.ts';
import { deadlinesOf } from '../../deadlines/operations/set.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { participantsByIds } from '../../people/operations/find.ts';
import * as store from '../store/measures.ts';
import { type Measure, measureSubject } from '../types.ts';
import { everyStanding } from './look.ts';

/** How long before its date a measure stands among the duties. */
const noticeDays = 30;

export const measureDuties: Omit<Duties, 'titles'> = {
  subject: measureSubject,
  listedFor: 'people.see',

  async owing(act, ids) {
    const open = await openMeasures(act, ids);
    const keeping = await clerksKeeping(act, [...new Set(open.map(({ committee }) => committee))]);
    return new Map(open.map(({ id, committee, person }) => [id, keeping(committee, person)] as const));
  },

  async dutiesOf(act, viewers) {
    const own = viewers.filter((viewer) => may(viewer, 'plan.edit'));
    const [first] = own;
    if (!first) return [];
    const soon = addDays(dateIn(act.zone, act.now), noticeDays);
    const planned = await store.listMeasures(act.store, own, { state: 'planned' });
    const near = planned.filter(({ dueOn }) => dueOn !== null && dueOn <= soon);
    const due = await stillStanding(act, own, near);
    // Of people whose measures were found open; the register is the workspace's, whichever committee asks it.
    const people = await participantsByIds(
      act,
      first.committee,
      due.map(({ person }) => person),
    );
    const names = new Map(people.map((one) => [one.id, one.fullName]));
    const dates =
      due.length === 0
        ? new Map()
        : await deadlinesOf(
            act,
            measureSubject,
            due.map(({ id }) => id),
          );
    return due.map((measure) => ({
      ...{
        kind: 'development.measure',
        committee: measure.committee,
        subject: { kind: measureSubject, id: measure.id },
      },
      dueAt: dates.get(measure.id)?.dueAt ?? null,
      facts: {
        ...{ name: names.get(measure.person) ?? '', what: measure.what, measure: measure.kind },
        ...{ dueOn: measure.dueOn, version: measure.version },
      },
    }));
  },
};

/** Which of these the acting person may know of. */
export async function visibleOf(act: Act, ids: readonly string[]): Promise<readonly string[]> {
  return (await openMeasures(act, ids)).map(({ id }) => id);
}

/** Planned ones of people who still stand in a plan; seen by a person, not what is closed to them. */
async function openMeasures(act: Act, ids: readonly string[]): Promise<readonly Measure[]> {
  const eyes = await eyesIn(act, await store.homesOf(act.store, act.workspace, ids));
  return stillStanding(act, eyes, await store.listMeasures(act.store, eyes, { ids, state: 'planned' }));
}

async function stillStanding(act: Act, eyes: Eyes, measures: readonly Measure[]): Promise<readonly Measure[]> {
  if (measures.length === 0) return [];
  const standing = await everyStanding(act, eyes);
  const known = new Set(standing.map(({ plan, entry }) => `${plan.committee} ${entry.person}`));
  return measures.filter(({ committee, person }) => known.has(`${committee} ${person}`));
}
