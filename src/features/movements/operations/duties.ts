/** What movements ask of people: suggestions to take up, sides to hear until a date, ends to think of well before them. */
import type { Act } from '../../../kernel/act.ts';
import { addDays, dateIn } from '../../../kernel/time.ts';
import { eyesIn } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { committeesIn } from '../../access/types.ts';
import { clerksKeeping } from '../../committees/operations/clerks.ts';
import { committeeHeaders } from '../../committees/operations/look.ts';
import { deadlinesOf } from '../../deadlines/operations/set.ts';
import type { Duties, Duty } from '../../deadlines/types/duties.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import { runningLeg } from '../rules/legs.ts';
import { mayPersonKnow } from '../rules/person.ts';
import { homesOf, listMovements } from '../store/movements.ts';
import { opinionsOf } from '../store/said.ts';
import {
  endSubject,
  type Movement,
  type MovementState,
  type Opinion,
  opinionsSubject,
  type Side,
  sides,
} from '../types.ts';
import { type Names, namesOf } from './look.ts';
import { ownKnown } from './own.ts';

export const opinionDuties: Omit<Duties, 'titles'> = {
  subject: opinionsSubject,
  listedFor: 'movement.see',

  async owing(act, ids) {
    const planned = await seenBy(act, ids, 'planned');
    if (planned.length === 0) return new Map();
    const said = await opinionsOf(
      act.store,
      planned.map(({ id }) => id),
    );
    const committees = [...new Set(planned.map(({ committee }) => committee))];
    const headers = await committeeHeaders(act, committees);
    const keeping = await clerksKeeping(act, committees);
    return new Map(
      planned.map((movement) => {
        const missing = missingSides(said.get(movement.id) ?? []);
        const header = headers.get(movement.committee);
        const mayKnow = header !== undefined && mayPersonKnow(ruleSetInForce(act, header.profile), movement);
        const clerks = missing.length === 0 ? [] : keeping(movement.committee, movement.person);
        return [movement.id, [...clerks, ...(missing.includes('person') && mayKnow ? [movement.person] : [])]] as const;
      }),
    );
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

  async owing(act, ids) {
    const running = (await seenBy(act, ids)).filter(runningLeg);
    const keeping = await clerksKeeping(act, [...new Set(running.map(({ committee }) => committee))]);
    return new Map(running.map(({ id, committee, person }) => [id, keeping(committee, person)] as const));
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
  return (await seenBy(act, ids)).map(({ id }) => id);
}

export function missingSides(said: readonly Opinion[]): readonly Side[] {
  return sides.filter((side) => !said.some((one) => one.side === side && !one.isReplaced));
}

/** Seen by a person: not what is closed to them. */
async function seenBy(act: Act, ids: readonly string[], state?: MovementState): Promise<readonly Movement[]> {
  const homes = await homesOf(act.store, act.workspace, ids);
  const eyes = await eyesIn(act, [...new Set(homes.map(({ committee }) => committee))]);
  return listMovements(act.store, eyes, { ids, ...(state ? { states: [state] } : {}) });
}
