/** When what is held about somebody has come to its end: at the day, by the calendar of the committee, the longest counts. */
import fc from 'fast-check';
import { periodOf } from '../../../src/features/retention/rules/periods.ts';
import { isPostponed, standingOf } from '../../../src/features/retention/rules/standing.ts';
import { type Held, nothingSaid, type Period, type Place, type Said } from '../../../src/features/retention/types.ts';
import { caseKinds, type KeptKind, keptKinds, partKinds } from '../../../src/kernel/held-people.ts';
import { asId } from '../../../src/kernel/ids.ts';
import { dayAfterMonths } from '../../../src/kernel/time.ts';

const hanoi: Place = { id: asId('1'), name: 'Hà Nội', profile: 'vn-party', zone: 'Asia/Ho_Chi_Minh' };
const honolulu: Place = { id: asId('2'), name: 'Honolulu', profile: 'general', zone: 'Pacific/Honolulu' };
const held = (kind: KeptKind, endedOn: string | null, place: Place | null = hanoi): Held => ({ kind, place, endedOn });
const months =
  (periods: Readonly<Partial<Record<KeptKind, number>>>) =>
  (_place: Place | null, kind: KeptKind): Period | null =>
    periods[kind] === undefined ? null : { months: periods[kind], origin: 'workspace' };
const at = (moment: string) => ({ now: new Date(moment), zone: 'UTC' });

describe.each(caseKinds)('%s kept for two months', (kind) => {
  test.each([
    ['the day before the last', '2026-03-14T12:00:00Z', 'kept'],
    ['on the last day', '2026-03-15T12:00:00Z', 'kept'],
    ['a minute before it ends in Hà Nội', '2026-03-15T16:59:00Z', 'kept'],
    ['when it has ended in Hà Nội, though not yet in UTC', '2026-03-15T17:00:00Z', 'over'],
    ['the day after', '2026-03-16T12:00:00Z', 'over'],
  ])('%s', (_when, moment, state) => {
    const standing = standingOf([held(kind, '2026-01-15')], months({ [kind]: 2 }), at(moment));

    expect(standing).toMatchObject({ state, until: '2026-03-15' });
  });
});

test.each(keptKinds)('as long as %s goes on nothing is over, whatever its period', (kind) => {
  const all = [held('memberships', '2020-01-01'), held(kind, null)];

  const standing = standingOf(all, months({ memberships: 0, [kind]: 0 }), at('2026-03-16T12:00:00Z'));

  expect(standing).toEqual({ state: 'goes-on', held: [held(kind, null)] });
});

test.each(caseKinds)('%s without a period is kept until somebody decides', (kind) => {
  const standing = standingOf([held(kind, '1990-01-01')], months({}), at('2026-03-16T12:00:00Z'));

  expect(standing).toEqual({ state: 'not-set', held: [held(kind, '1990-01-01')] });
});

test.each(partKinds)('%s without a period go with the case; with a longer one they keep it', (kind) => {
  const all = [held('not-chosen', '2026-01-01'), held(kind, '2026-01-10')];
  const now = at('2026-02-20T12:00:00Z');

  expect(standingOf(all, months({ 'not-chosen': 1 }), now)).toMatchObject({ state: 'over', until: '2026-02-01' });
  expect(standingOf(all, months({ 'not-chosen': 1, [kind]: 6 }), now)).toMatchObject({
    ...{ state: 'kept', until: '2026-07-10' },
    endings: [{ kind }, { kind: 'not-chosen' }],
  });
});

test('the entry of the register counts only where nothing else says why somebody is held', () => {
  const entry = held('register', '2026-02-01', null);
  const now = at('2026-03-16T12:00:00Z');
  const periods = months({ 'not-chosen': 1, register: 60 });

  expect(standingOf([entry, held('not-chosen', '2026-01-01')], periods, now)).toMatchObject({ state: 'over' });
  expect(standingOf([entry], periods, now)).toMatchObject({ state: 'kept', until: '2031-02-01' });
});

test('of two committees the longer period counts and is named first', () => {
  const all = [held('memberships', '2026-01-15', hanoi), held('memberships', '2026-01-15', honolulu)];
  const periodOfPlace = (place: Place | null): Period => ({ months: place === hanoi ? 6 : 1, origin: 'committee' });

  const standing = standingOf(all, periodOfPlace, at('2026-03-16T12:00:00Z'));

  expect(standing).toMatchObject({
    state: 'kept',
    until: '2026-07-15',
    endings: [{ place: hanoi }, { place: honolulu }],
  });
});

test('where the same day ends last counts: it is not over in Honolulu when it is in Hà Nội', () => {
  const all = [held('memberships', '2026-01-15', hanoi), held('memberships', '2026-01-15', honolulu)];
  const periods = months({ memberships: 2 });

  expect(standingOf(all, periods, at('2026-03-16T09:59:00Z'))).toMatchObject({ state: 'kept' });
  expect(standingOf(all, periods, at('2026-03-16T10:00:00Z'))).toMatchObject({ state: 'over' });
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-03-15', 0, '2026-03-15'],
])('%s and %i months is %s', (day, count, expected) => {
  expect(dayAfterMonths(day, count)).toBe(expected);
});

test('a postponement holds on its last day and no longer', () => {
  const days = ['2026-05-31', '2026-06-01', '2026-06-02'];

  expect(days.map((today) => isPostponed({ until: '2026-06-01' }, today))).toEqual([true, true, false]);
});

test('adding something held never makes it over earlier', () => {
  const day = fc.integer({ min: 0, max: 3_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  const one = fc.record({
    kind: fc.constantFrom(...keptKinds.filter((kind) => kind !== 'register')),
    place: fc.constantFrom(hanoi, honolulu),
    endedOn: fc.option(day),
  });
  const periods = months(Object.fromEntries(keptKinds.map((kind, place) => [kind, place * 3])));

  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), one, day, (all, more, today) => {
      const now = at(`${today}T12:00:00Z`);
      const isOver = (some: readonly Held[]) => standingOf(some, periods, now).state === 'over';
      const isCase = all.some(({ kind }) => (caseKinds as readonly string[]).includes(kind));
      return !isCase || isOver(all) || !isOver([...all, more]);
    }),
  );
});

describe('which period holds', () => {
  const said = (count: number | null): Said => ({
    version: 1,
    periods: new Map([['not-chosen', { kind: 'not-chosen', months: count, reason: 'x', at: new Date(0) }]]),
  });
  test.each([
    ['nobody says anything', null, null, 'general', null],
    ['only the workspace', 24, null, 'general', { months: 24, origin: 'workspace' }],
    ['only the committee', null, 6, 'general', { months: 6, origin: 'committee' }],
    ['the committee is stricter', 24, 6, 'general', { months: 6, origin: 'committee' }],
    ['the workspace became stricter since', 3, 6, 'general', { months: 3, origin: 'workspace' }],
    ['a NomCom: to the end of the term (RFC 8713)', 24, null, 'nomcom', { months: 0, origin: 'rule' }],
    ['a NomCom where nobody says anything', null, null, 'nomcom', { months: 0, origin: 'rule' }],
    ['a Party committee: no number was found', null, null, 'vn-party', null],
  ] as const)('%s', (_name, workspace, committee, profile, expected) => {
    const own = committee === null ? nothingSaid : said(committee);

    expect(periodOf('not-chosen', { workspace: said(workspace), committee: own, profile })).toEqual(expected);
  });

  test.each(keptKinds.filter((kind) => kind !== 'not-chosen'))('%s has no period of the rules in a NomCom', (kind) => {
    expect(periodOf(kind, { workspace: nothingSaid, committee: null, profile: 'nomcom' })).toBeNull();
  });
});
