/** What movements ask of people: suggestions to take up, sides to hear until a date, ends to think of well before them. */
import type { Act } from '../../../kernel/act.ts';
import { asId } from '../../../kernel/ids.ts';
import { addDays, dateIn } from '../../../kernel/time.ts';
import { viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { committeesIn } from '../../access/types.ts';
import { clerksKeeping } from '../../committees/operations/clerks.ts';
import { committeeHeader, committeeHeaders } from '../../committees/operations/look.ts';
import { deadlinesOf } from '../../deadlines/operations/set.ts';
import type { Subject } from '../../deadlines/types/dates.ts';
import type { Duties, Duty } from '../../deadlines/types/duties.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import { runningLeg } from '../rules/legs.ts';
import { mayPersonKnow } from '../rules/person.ts';
import { homesOf, listMovements } from '../store/movements.ts';
import { opinionsOf } from '../store/said.ts';
import { endSubject, type Movement, type Opinion, opinionsSubject, type Side, sides } from '../types.ts';
import { withAllEyes } from './enter.ts';
import { type Names, namesOf } from './look.ts';
import { ownKnown } from './own.ts';

export const opinionDuties: Omit<Duties, 'titles'> = {
  subject: opinionsSubject,
  listedFor: 'movement.see',

  async owing(act, subject) {
    const found = await seenBy(act, subject);
    if (found?.movement.state !== 'planned') return [];
    const { movement } = found;
    const missing = missingSides((await opinionsOf(act.store, [movement.id])).get(movement.id) ?? []);
    if (missing.length === 0) return [];
    const header = await committeeHeader(act, movement.committee);
    const isPersonAsked =
      missing.includes('person') && header && mayPersonKnow(ruleSetInForce(act, header.profile), movement);
    return [
      ...(await clerksKeeping(act, movement.committee, movement.person)),
      ...(isPersonAsked ? [movement.person] : []),
    ];
  },

  async dutiesOf(act, viewers) {
    const own = (await ownKnown(act, viewers)).filter(({ state }) => state === 'planned');
    const managing = viewers.filter((viewer) => may(viewer, 'movement.manage'));
    const seen =
      managing.length > 0 ? await listMovements(act.store, managing, { states: ['suggested', 'planned'] }) : [];
    const asked = seen.filter(({ state, askedAt }) => state === 'planned' && askedAt !== null);
    const ids = [...own, ...asked].map(({ id }) => id);
    const said = ids.length > 0 ? await opinionsOf(act.store, ids) : new Map<Movement['id'], readonly Opinion[]>();
    const dates = ids.length > 0 ? await deadlinesOf(act, opinionsSubject, ids) : new Map();
    const dueOf = (id: string) => dates.get(id)?.dueAt ?? null;
    const open = (movement: Movement) => missingSides(said.get(movement.id) ?? []);
    const suggested = seen.filter(({ state }) => state === 'suggested');
    const hear = asked.filter((movement) => open(movement).length > 0);
    const names = await namesIn(act, [...suggested, ...hear]);
    const duty = (kind: string, movement: Movement, dueAt: Date | null, missing: readonly Side[] = []): Duty => ({
      ...{ kind, committee: movement.committee, subject: { kind: opinionsSubject, id: movement.id }, dueAt },
      facts: { movement: movement.kind, name: names.get(movement.person) ?? '', missing },
    });
    return [
      ...own
        .filter((movement) => open(movement).includes('person'))
        .map((movement) => duty('movements.own', movement, dueOf(movement.id))),
      ...hear.map((movement) => duty('movements.hear', movement, dueOf(movement.id), open(movement))),
      ...suggested.map((movement) => duty('movements.screen', movement, null)),
    ];
  },
};

export const endDuties: Omit<Duties, 'titles'> = {
  subject: endSubject,
  listedFor: 'movement.see',

  async owing(act, subject) {
    const found = await seenBy(act, subject);
    return found && runningLeg(found.movement)
      ? clerksKeeping(act, found.movement.committee, found.movement.person)
      : [];
  },

  async dutiesOf(act, viewers) {
    const managing = viewers.filter((viewer) => may(viewer, 'movement.manage'));
    if (managing.length === 0) return [];
    const running = (await listMovements(act.store, managing, { states: ['approved'] })).filter(runningLeg);
    if (running.length === 0) return [];
    const headers = await committeeHeaders(act, committeesIn(managing));
    const ending = running.filter((movement) => {
      const header = headers.get(movement.committee);
      if (!header) return false;
      const noticeDays = ruleSetInForce(act, header.profile).parameters.movementEndNoticeDays.value;
      const soon = addDays(dateIn(act.zone, act.now), noticeDays);
      return (runningLeg(movement)?.endsOn ?? '9999') <= soon;
    });
    if (ending.length === 0) return [];
    const dates = await deadlinesOf(
      act,
      endSubject,
      ending.map(({ id }) => id),
    );
    const names = await namesIn(act, ending);
    return ending.map((movement) => ({
      ...{ kind: 'movements.end', committee: movement.committee, subject: { kind: endSubject, id: movement.id } },
      dueAt: dates.get(movement.id)?.dueAt ?? null,
      facts: {
        ...{ movement: movement.kind, name: names.get(movement.person) ?? '' },
        endsOn: runningLeg(movement)?.endsOn ?? null,
      },
    }));
  },
};

/** The names of those who are moved; they are the register's, which is the workspace's. */
async function namesIn(act: Act, movements: readonly Movement[]): Promise<Names> {
  const [first] = movements;
  if (!first) return new Map();
  const people = movements.map(({ person }) => person);
  return namesOf(act, first.committee, people);
}

/** Which of these dates belong to movements that the acting person may see. */
export async function visibleOf(act: Act, ids: readonly string[]): Promise<readonly string[]> {
  const committees = new Set((await homesOf(act.store, act.workspace, ids)).map(({ committee }) => committee));
  const found: string[] = [];
  for (const committee of committees) {
    const viewer = await viewerOf(act, committee);
    found.push(...(await listMovements(act.store, viewer, { ids })).map(({ id }) => id as string));
  }
  return found;
}

export function missingSides(said: readonly Opinion[]): readonly Side[] {
  return sides.filter((side) => !said.some((one) => one.side === side && !one.isReplaced));
}

/** Seen by a person: not what is closed to them. */
async function seenBy(act: Act, subject: Subject) {
  const found = await withAllEyes(act, asId(subject.id));
  if (!found || act.member === null) return found;
  const viewer = await viewerOf(act, found.movement.committee);
  return viewer.hiddenNominees.includes(found.movement.person) ? null : found;
}
