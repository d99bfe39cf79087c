/** Who could read a nominee's case on a day: members by their dated roles, and whom something else let read it. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { addDays, dateIn, isPlainDate, momentAt, type PlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise, clockworkViewer, recusalsEver } from '../../access/operations.ts';
import { rightsOf } from '../../access/rules.ts';
import type { CaseReading, CaseReadings, Right, Role, Viewer } from '../../access/types.ts';
import { committeeHeader, membersEver } from '../../committees/operations/look.ts';
import { participantsByIds, peopleByIds } from '../../people/operations/find.ts';
import {
  type CaseReader,
  type CaseReaders,
  caseReadersEver,
  caseRights,
  type PastRecusal,
} from '../rules/case-readers.ts';
import { inOrderOfWays, otherReadersEver } from '../rules/other-readers.ts';
import { touching } from '../rules/spans.ts';

export interface SeenReaders extends CaseReaders {
  readonly committee: CommitteeId;
  readonly nominee: { readonly id: PersonId; readonly fullName: string };
  readonly on: PlainDate;
  readonly zone: string;
  /** Without a role in the committee that reads cases. */
  readonly besides: readonly CaseReading[];
  readonly names: ReadonlyMap<string, string>;
  /** What each role lets its holder do about a case. */
  readonly rightsByRole: ReadonlyMap<Role, readonly Right[]>;
}

/**
 * `readings`: of the features that let people read a case without a role. Right: audit.see. Refusals: person-unknown
 * (also for a case that is closed to the actor), as-of-unreadable, as-of-to-come {on, today}.
 */
export async function seeCaseReaders(
  act: Act,
  at: { readonly committee: CommitteeId; readonly nominee: PersonId; readonly on: PlainDate | null },
  readings: readonly CaseReadings[],
): Promise<Outcome<SeenReaders, AccessRefusal | 'person-unknown' | 'as-of-unreadable' | 'as-of-to-come'>> {
  const viewer = await authorise(act, at.committee, 'audit.see');
  if (!viewer.ok) return viewer;
  const committee = await committeeHeader(act, at.committee);
  if (!committee) return refused('committee-unknown');
  const { zone } = committee;
  const today = dateIn(zone, act.now);
  const on = at.on ?? today;
  if (!isPlainDate(on)) return refused('as-of-unreadable', {}, 'on');
  if (on > today) return refused('as-of-to-come', { on, today }, 'on');
  const isClosed = viewer.value.hiddenNominees.includes(at.nominee);
  const [nominee] = isClosed ? [] : await peopleByIds(act, at.committee, [at.nominee]);
  if (!nominee) return refused('person-unknown');
  const day = { from: momentAt(zone, on, '00:00'), to: momentAt(zone, addDays(on, 1), '00:00') };
  const members = await membersEver(act, viewer.value);
  const recusals = await recusalsEver(act, viewer.value, nominee.id);
  const ever = caseReadersEver(members, recusals, nominee.id);
  const besides = await besidesRoles(act, viewer.value, nominee.id, { readers: ever.readers, recusals, readings });
  const found = {
    readers: touching(day, ever.readers),
    others: touching(day, ever.others),
    besides: touching(day, besides),
  };
  const people = await participantsByIds(act, at.committee, [
    ...new Set([...found.readers, ...found.others, ...found.besides].flatMap(({ person }) => person ?? [])),
  ]);
  const names = new Map(people.map(({ id, fullName }) => [id as string, fullName]));
  const [readers, others] = [inOrder(found.readers, names), inOrder(found.others, names)];
  const roles = [...new Set(readers.flatMap((reader) => reader.roles))];
  return done({
    ...{ committee: at.committee, nominee: { id: nominee.id, fullName: nominee.fullName }, on, zone, readers, others },
    ...{ besides: inOrderOfWays(found.besides, names), names },
    rightsByRole: new Map(roles.map((role) => [role, rightsOf(role).filter((right) => caseRights.includes(right))])),
  });
}

/** Somebody of another committee may be recused there: only that closes what they read there. */
async function besidesRoles(
  act: Act,
  viewer: Viewer,
  nominee: PersonId,
  known: {
    readonly readers: readonly CaseReader[];
    readonly recusals: readonly PastRecusal[];
    readonly readings: readonly CaseReadings[];
  },
): Promise<readonly CaseReading[]> {
  const found: CaseReading[] = [];
  for (const each of known.readings) found.push(...(await each.readingsOf(act, viewer, nominee)));
  const recusals = new Map([[viewer.committee, known.recusals]]);
  for (const committee of new Set(found.map((one) => one.committee))) {
    if (recusals.has(committee)) continue;
    const eyes = clockworkViewer({ ...act, member: null, person: null }, committee);
    recusals.set(committee, await recusalsEver(act, eyes, nominee));
  }
  return otherReadersEver(found, known.readers, ({ committee }) => recusals.get(committee) ?? [], nominee);
}

/** In protocol order, then by name, then by time. */
function inOrder<Of extends CaseReader>(all: readonly Of[], names: ReadonlyMap<string, string>): readonly Of[] {
  const nameOf = ({ person }: Of) => names.get(person) ?? '';
  return [...all].sort(
    (a, b) => a.rank - b.rank || nameOf(a).localeCompare(nameOf(b)) || a.from.getTime() - b.from.getTime(),
  );
}
