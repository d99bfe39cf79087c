import fc from 'fast-check';
import {
  checkPaper,
  detailsOf,
  lacking,
  monthsAfter,
  standingOf,
  type TypedPaper,
} from '../../../src/features/dossiers/rules.ts';
import type { DossierPaper } from '../../../src/features/dossiers/types.ts';
import { ruleSetByKey } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import { addDays, isPlainDate, monthOf, monthsBetween } from '../../../src/kernel/time.ts';

const today = '2026-03-02';
const none: TypedPaper = { number: null, keptAt: null, remark: null, issuedOn: null, expiresOn: null };
const party = ruleSetByKey('vn-party-qd377', 1).parameters;
const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count));

function paper(more: Partial<DossierPaper>): DossierPaper {
  const ids = { id: 'p', plan: 'plan', person: 'someone' } as never as Pick<DossierPaper, 'id' | 'plan' | 'person'>;
  return { ...ids, ...none, kind: 'cv', isCounted: false, ...more };
}

test.each([
  ['not ticked off', [], 'missing'],
  ['without a last day', [paper({})], 'present'],
  ['on its last day', [paper({ expiresOn: today })], 'present'],
  ['the day after', [paper({ expiresOn: '2026-03-01' })], 'expired'],
  ['another paper', [paper({ kind: 'assets' })], 'missing'],
] as const)('a paper %s', (_, papers, state) => {
  const standing = standingOf(['cv'], papers, today);

  expect(standing.map((one) => one.state)).toEqual([state]);
  expect(lacking(standing)).toHaveLength(state === 'present' ? 0 : 1);
});

test.each([
  [{ issuedOn: '2026-03-03' }, 'dossier-issued-to-come'],
  [{ issuedOn: '2026-03-01', expiresOn: '2026-02-28' }, 'dossier-expires-before-issued'],
  [{ issuedOn: '2026-02-30' }, 'dossier-day-unreadable'],
  [{ expiresOn: 'tomorrow' }, 'dossier-day-unreadable'],
  [{ remark: 'x'.repeat(501) }, 'dossier-words-too-long'],
] as const)('refused: %j', (typed, reason) => {
  expect(checkPaper({ ...none, ...typed }, today)).toMatchObject({ ok: false, reason });
});

test('of today, expired already, and with spaces around its words a paper may be entered', () => {
  const typed = { ...none, number: ' 12-KL ', issuedOn: today, expiresOn: today, keptAt: '  ' };

  expect(checkPaper(typed, today)).toMatchObject({ ok: true, value: { number: '12-KL', keptAt: null } });
  expect(checkPaper({ ...none, expiresOn: '2020-01-01' }, today)).toMatchObject({ ok: true });
});

describe('the last day', () => {
  test('of a CV is six months after its day under Regulation 377, which is not confirmed', () => {
    expect(detailsOf({ ...none, issuedOn: '2026-01-31' }, 'cv', party)).toMatchObject({
      expiresOn: '2026-07-31',
      isCounted: true,
    });
    expect(party.dossierCvMonths).toMatchObject({ value: 6, confidence: 'unconfirmed', source: { article: '35' } });
  });

  test.each([
    ['what stands on the paper wins', { issuedOn: '2026-01-31', expiresOn: '2027-01-01' }, 'cv', '2027-01-01'],
    ['other papers do not expire by themselves', { issuedOn: '2026-01-31' }, 'assets', null],
    ['without a day nothing is counted', {}, 'cv', null],
  ] as const)('%s', (_, typed, kind, expiresOn) => {
    expect(detailsOf({ ...none, ...typed }, kind, party)).toMatchObject({ expiresOn, isCounted: false });
  });

  test('is a day of the calendar, so many months on, and the same day or the last of a shorter month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, months) => {
        const end = monthsAfter(day, months);
        expect(isPlainDate(end)).toBe(true);
        expect(monthsBetween(monthOf(day), monthOf(end))).toBe(months);
        expect(end.slice(-2) === day.slice(-2) || monthOf(addDays(end, 1)) !== monthOf(end)).toBe(true);
      }),
    );
  });
});

test('no paper that was let in expires before it was issued', () => {
  const maybe = fc.option(days, { nil: null });
  fc.assert(
    fc.property(maybe, maybe, fc.constantFrom('cv' as const, 'assets' as const), (issuedOn, expiresOn, kind) => {
      const checked = checkPaper({ ...none, issuedOn, expiresOn }, '2060-01-01');
      if (!checked.ok) return;
      const details = detailsOf(checked.value, kind, party);
      expect(details.expiresOn === null || issuedOn === null || details.expiresOn >= issuedOn).toBe(true);
    }),
  );
});
