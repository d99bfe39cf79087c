import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarEntry, writeIcs } from '../../src/documents/ics.ts';
import { zones } from '../kernel/calendars.ts';

describe('a calendar file', () => {
  test('carries identity, version, state, time and place', () => {
    const lines = linesOf(writeIcs([entryOf({ sequence: 3, place: 'Phòng họp số 2, tầng 3' })]));

    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'UID:conference-1@quorate',
        'SEQUENCE:3',
        'STATUS:CONFIRMED',
        'CLASS:PRIVATE',
        'DTSTAMP:20261120T010000Z',
        'DTSTART;TZID=Asia/Ho_Chi_Minh:20261124T083000',
        'DTEND;TZID=Asia/Ho_Chi_Minh:20261124T103000',
        'LOCATION:Phòng họp số 2\\, tầng 3',
      ]),
    );
  });

  test('a cancellation keeps the identity and takes the entry out', () => {
    const lines = linesOf(writeIcs([entryOf({ sequence: 4 })], 'cancel'));

    expect(lines).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'UID:conference-1@quorate', 'SEQUENCE:4', 'STATUS:CANCELLED']),
    );
  });

  test('in a feed a cancelled entry stands beside the others', () => {
    const lines = linesOf(writeIcs([entryOf({}), entryOf({ uid: 'conference-2@quorate', isCancelled: true })]));

    expect(lines.filter((line) => line.startsWith('STATUS'))).toEqual(['STATUS:CONFIRMED', 'STATUS:CANCELLED']);
    expect(lines.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1);
  });

  test('a title cannot smuggle in lines of its own', () => {
    const lines = linesOf(
      writeIcs([entryOf({ title: 'Hội nghị; lần 2, x\r\nBEGIN:VEVENT\nATTENDEE:mailto:a@example.test' })]),
    );

    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('ATTENDEE'))).toBe(false);
    expect(lines).toContainEqual(expect.stringMatching(/^SUMMARY:Hội nghị\\; lần 2\\, x\\nBEGIN/));
  });

  test('long Vietnamese lines are folded at 75 bytes without breaking a letter', () => {
    const title = 'Hội nghị thảo luận, rà soát quy hoạch Ban Chấp hành, Ban Thường vụ nhiệm kỳ 2030–2035 lần thứ hai';
    const text = writeIcs([entryOf({ title })]);

    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(linesOf(text)).toContain(`SUMMARY:${title.replaceAll(',', '\\,')}`);
  });

  test.each([
    ['Europe/London', 'DAYLIGHT', '20260329T010000', '+0000', '+0100'],
    ['Europe/London', 'STANDARD', '20261025T020000', '+0100', '+0000'],
    ['America/New_York', 'DAYLIGHT', '20260308T020000', '-0500', '-0400'],
    ['Australia/Lord_Howe', 'STANDARD', '20260405T020000', '+1100', '+1030'],
  ])('%s: %s begins %s on the clock before it', (zone, kind, start, from, to) => {
    const text = linesOf(writeIcs([entryOf({ zone })])).join('\n');

    expect(text).toContain(`BEGIN:${kind}\nDTSTART:${start}\nTZOFFSETFROM:${from}\nTZOFFSETTO:${to}\nEND:${kind}`);
  });

  test('in every zone and season the file alone gives back the moment', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 4 * 365 * 24 }), (zone, hour) => {
        const startsAt = new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000);
        const lines = linesOf(
          writeIcs([entryOf({ zone, startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) })]),
        );

        expect(momentsOf(lines, zone)).toContain(startsAt.getTime());
      }),
      { numRuns: 200 },
    );
  });
});

/** The possible moments of DTSTART by the zone as the file describes it: two in the hour that is repeated in autumn. */
function momentsOf(lines: readonly string[], zone: string): number[] {
  const local = (text: string) =>
    Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/, '$1-$2-$3T$4:$5:$6Z'));
  const minutes = (text: string) =>
    (text.startsWith('-') ? -1 : 1) * (Number(text.slice(1, 3)) * 60 + Number(text.slice(3, 5)));
  const value = (name: string, from: readonly string[]) =>
    from.find((line) => line.startsWith(`${name}:`))!.slice(name.length + 1);
  const start = lines.find((line) => line.startsWith('DTSTART;TZID=') || /^DTSTART:\d{8}T\d{6}Z$/.test(line))!;
  const wall = local(start.slice(start.indexOf(':') + 1));
  if (start.endsWith('Z')) return [wall];
  expect(start).toContain(`TZID=${zone}:`);
  const observances = lines.flatMap((line, index) => {
    if (line !== 'BEGIN:STANDARD' && line !== 'BEGIN:DAYLIGHT') return [];
    const block = lines.slice(index, index + 5);
    const from = minutes(value('TZOFFSETFROM', block));
    return [{ since: local(value('DTSTART', block)) - from * 60_000, offset: minutes(value('TZOFFSETTO', block)) }];
  });
  return observances
    .map((candidate) => wall - candidate.offset * 60_000)
    .filter((at) => {
      const inForce = observances.filter((candidate) => candidate.since <= at).at(-1);
      return inForce !== undefined && at === wall - inForce.offset * 60_000;
    });
}

function linesOf(text: string): string[] {
  return text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
}

function entryOf(changes: Partial<CalendarEntry>): CalendarEntry {
  return {
    uid: 'conference-1@quorate',
    sequence: 0,
    isCancelled: false,
    title: 'Hội nghị Ban Chấp hành',
    startsAt: new Date('2026-11-24T01:30:00Z'),
    endsAt: new Date('2026-11-24T03:30:00Z'),
    zone: 'Asia/Ho_Chi_Minh',
    place: null,
    isConfidential: false,
    link: null,
    changedAt: new Date('2026-11-20T01:00:00Z'),
    ...changes,
  };
}
