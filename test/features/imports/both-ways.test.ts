/** A list that goes out and comes back in: unchanged it changes nothing, one edited cell changes exactly that. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTable, type TableRow, writeCsv } from '../../../src/documents/csv.ts';
import { writeSheet } from '../../../src/documents/workbook.ts';
import { readWorkbook } from '../../../src/documents/xlsx.ts';
import { readyBySteps } from '../../../src/features/eligibility/rules/rule-sets/readiness.ts';
import { plainSheets, vnSheets } from '../../../src/features/eligibility/rules/rule-sets/sheets.ts';
import { SheetForm } from '../../../src/features/eligibility/types.ts';
import { matchEntries } from '../../../src/features/imports/rules/match-entries.ts';
import { matchPeople } from '../../../src/features/imports/rules/match-people.ts';
import { readRows } from '../../../src/features/imports/rules/read-rows.ts';
import type { Person } from '../../../src/features/people/types.ts';
import { decisionCell, type SheetLine } from '../../../src/features/plans/rules/sheet.ts';
import type { Plan, PlanEntry, Position } from '../../../src/features/plans/types.ts';
import { layOut } from '../../../src/features/plans/views/sheet.ts';
import { tidyName } from '../../../src/i18n/names.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { newId, type PersonId, type PositionId } from '../../../src/kernel/ids.ts';

const today = '2026-03-02';
const forms = [...vnSheets, ...plainSheets].map((form) => SheetForm.parse(form));

interface World {
  readonly register: readonly Person[];
  readonly plan: Plan;
  readonly entries: readonly PlanEntry[];
}

/** Spaces, quotes, signs that begin a formula, delimiters and marks, as people type them. */
const typed = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      '=1+1',
      '@SUM(A1)',
      "'=x",
      '- Phó phòng',
      '+84',
      'a;b',
      'a,"b"',
      'Phó  phòng',
      '007',
      '12',
      'I.',
      'A. NHIỆM KỲ',
    ),
  )
  .filter((text) => tidyName(text) !== '' && !/\p{Cs}/u.test(text));

const name = fc
  .oneof(typed, fc.constantFrom('Nguyễn Văn An', 'Trần Thị Bình', 'NGUYỄN VĂN AN'))
  .map(tidyName)
  .filter((text) => !/^(?:tổng|cộng|tong|cong|total|sum|grand)/iu.test(text));

const person = fc
  .record({
    fullName: name,
    birthMonth: fc.constantFrom(null, '1978-05', '1985-12'),
    sex: fc.constantFrom(null, 'female' as const, 'male' as const),
    unit: fc.option(typed),
    partyPost: fc.option(typed),
    statePost: fc.option(typed),
  })
  .map((one): Person => ({ ...one, ...unused(), id: newId<PersonId>() }));

function unused() {
  return { level: null, version: 1, changedAt: null, changedBy: null, hasAccount: false, disciplines: [] };
}

const decision = fc.record({
  decisionIn: fc.option(fc.constantFrom('123-QĐ/ĐU', '5-QĐ ngày 01/02/2024', '=5-QĐ', '7')),
  enteredOn: fc.constantFrom(null, '2024-02-01', '2024-03-05'),
  readiness: fc.constantFrom(null, 'ready-now', 'three-years-or-more', 'Nguồn  gần'),
});

const world = fc
  .record({
    register: fc.array(person, { minLength: 1, maxLength: 6 }),
    titles: fc.uniqueArray(fc.oneof(typed.map(tidyName), fc.constantFrom('Bí thư', 'Phó Bí thư; phụ trách')), {
      minLength: 1,
      maxLength: 3,
    }),
    decisions: fc.array(decision, { minLength: 12, maxLength: 12 }),
  })
  .map(({ register, titles, decisions }): World => {
    const positions = titles.map((title, rank) => position(title, rank));
    // Everybody at the first position, every second one at the last, too.
    const places = register.flatMap((one, at) => {
      const last = positions.at(-1);
      const first = positions[0]!;
      return at % 2 === 0 || last === first ? [[one, first] as const] : [[one, first] as const, [one, last!] as const];
    });
    const entries = places.map(([one, at], index) => ({
      ...{ id: newId<PlanEntry['id']>(), person: one.id, position: at.id, leftOn: null },
      ...decisions[index % decisions.length]!,
    }));
    return {
      register,
      plan: {
        ...{ title: 'Kế hoạch', positions, termFrom: '2027-01', termTo: '2032-01', ...board },
        // Its line above the heading is none of the list.
        classification: 'confidential',
      } as unknown as Plan,
      entries,
    };
  });

/** Its rules know levels, and its lists show them. */
const board = { ruleSet: 'general', ruleSetVersion: 1 };
const levels = readyBySteps.value.map(({ key, name }) => ({ key, names: [name.vi, name.en] }));

function position(title: string, rank: number): Position {
  return { id: newId<PositionId>(), title, seats: 1, level: null, isCommittee: rank === 1, rank };
}

const proposed = ['left', 'stays', 'moves', 'carried-over', 'undecided'] as const;

/** As a yearly review fills the form: some go elsewhere, some are taken out. */
function reviewed(lines: readonly SheetLine[], { plan }: World): readonly SheetLine[] {
  return lines.map((line, at) => {
    const proposal = proposed[at % proposed.length] ?? null;
    const to = proposal === 'moves' ? (plan.positions.at(-1)?.title ?? null) : null;
    return { ...line, proposal, reviewed: { to, reason: null, note: '123-QĐ/ĐU, 01/02/2026', decision: null } };
  });
}

function linesOf({ register, plan, entries }: World, form: SheetForm): readonly SheetLine[] {
  return entries.map((entry) => {
    const { id, ...one } = register.find((known) => known.id === entry.person)!;
    const isEntries = form.of === 'entries';
    return {
      ...{ ...one, person: id, position: plan.positions.find((at) => at.id === entry.position)! },
      decision: isEntries ? decisionCell(entry.decisionIn, entry.enteredOn) : '',
      readiness: isEntries ? entry.readiness : null,
      proposal: isEntries ? null : ('enters' as const),
    };
  });
}

async function outAndIn(
  made: World,
  form: SheetForm,
  locale: 'vi' | 'en',
  how: 'xlsx' | 'csv',
  isReview = false,
): Promise<readonly TableRow[]> {
  const t = texts(locale, 'Asia/Ho_Chi_Minh', form.isAppendix ? 'party' : 'general');
  const sheet = layOut(t, {
    plan: made.plan,
    form,
    issuer: 'Vụ Mẫu',
    letter: null,
    lines: isReview ? reviewed(linesOf(made, form), made) : linesOf(made, form),
    ...(isReview ? { review: { undecided: 1, paper: null } } : {}),
    today,
    ratedYears: 3,
  });
  const csv = writeCsv(
    sheet.rows.map(({ cells }) => cells),
    locale === 'vi' ? ';' : ',',
  );
  const read = how === 'xlsx' ? await readWorkbook(writeSheet(sheet)) : readTable(csv);
  if (!read.ok) throw new Error(read.reason);
  return read.value.rows;
}

/** What confirming the rows would change. */
function changesIn(rows: readonly TableRow[], { register, plan, entries }: World, form: SheetForm) {
  const list = readRows(rows, { kind: 'entries', positions: plan.positions.map(({ title }) => title), levels }, today);
  const { changes, faults } = matchPeople(list?.rows ?? [], register);
  const standing = form.of === 'entries' ? entries : [];
  const matched = matchEntries(plan, standing, form.of === 'entries' ? [] : entries, changes);
  return {
    faults: [...(list?.faults ?? []), ...faults],
    people: changes.flatMap((change) => (change.kind === 'unchanged' ? [] : [change])),
    entries: matched.filter(({ kind }) => kind === 'new' || kind === 'changed'),
    seen: changes.length,
  };
}

describe.each([
  ...forms.map((form) => [form.kind, form, false] as const),
  ['appendix-1 of a yearly review', SheetForm.parse(vnSheets[0]), true] as const,
])('%s', (_kind, form, isReview) => {
  test.each([
    ['vi', 'xlsx'],
    ['vi', 'csv'],
    ['en', 'xlsx'],
    ['en', 'csv'],
  ] as const)('in %s as %s, out and in unchanged: nothing changes, nobody is lost', async (locale, how) => {
    await fc.assert(
      fc.asyncProperty(world, async (made) => {
        const rows = await outAndIn(made, form, locale, how, isReview);

        expect(changesIn(rows, made, form)).toEqual({
          faults: [],
          people: [],
          entries: [],
          seen: made.register.length,
        });
      }),
      { numRuns: how === 'xlsx' ? 6 : 15, seed: 20_260_302 },
    );
  });
});

describe('one edited cell', () => {
  const [first] = forms;
  const made: World = {
    register: [
      someone('Nguyễn Mẫu An', { birthMonth: '1978-05', sex: 'male', statePost: 'Phó phòng' }),
      someone('Trần Mẫu Bình', { birthMonth: '1978-05', sex: 'female', statePost: 'Trưởng phòng' }),
      someone('Nguyễn Mẫu An', { birthMonth: null }),
    ],
    plan: { ...({} as Plan), title: 'Kế hoạch', positions: [position('Bí thư', 0), position('Phó Bí thư', 2)] },
    entries: [],
  };
  const [bi, pho] = made.plan.positions;
  const entry = (person: Person | undefined, at: Position | undefined) => ({
    ...{ id: newId<PlanEntry['id']>(), person: person!.id, position: at!.id, readiness: null, leftOn: null },
    ...{ decisionIn: '123-QĐ/ĐU', enteredOn: '2024-03-05' },
  });
  const [an, binh, otherAn] = made.register;
  const whole: World = {
    ...made,
    plan: { ...made.plan, termFrom: '2027-01', termTo: '2032-01' },
    entries: [entry(an, bi), entry(an, pho), entry(binh, pho), entry(otherAn, pho)],
  };

  function someone(fullName: string, more: Partial<Person>): Person {
    const empty = { birthMonth: null, sex: null, unit: null, partyPost: null, statePost: null };
    return { ...empty, ...unused(), ...more, fullName, id: newId<PersonId>() };
  }

  /** The nth row that has this cell, with another in its place. */
  async function edited(from: string, to: string, nth = 1) {
    const rows = await outAndIn(whole, first!, 'vi', 'xlsx');
    let seen = 0;
    const changed = rows.map((row) => {
      if (row.cells[0] === '1' || row.cells[0] === '2' || row.cells[0] === '3')
        seen += row.cells.includes(from) ? 1 : 0;
      return seen === nth && row.cells.includes(from)
        ? { ...row, cells: row.cells.map((one) => (one === from ? to : one)) }
        : row;
    });
    return changesIn(changed, whole, first!);
  }

  test.each([
    ['a post, in one of the two rows of somebody', 'Phó phòng', 'Trưởng phòng', 1, { statePost: 'Trưởng phòng' }],
    ['a name', 'Trần Mẫu Bình', 'Trần Thị Mẫu Bình', 1, { fullName: 'Trần Thị Mẫu Bình' }],
    ['a birth month, of one of two namesakes', '05/1978', '06/1979', 1, { birthMonth: '1979-06' }],
  ] as const)('%s: exactly that is proposed', async (_what, from, to, nth, form) => {
    const { faults, people, entries } = await edited(from, to, nth);

    expect(faults).toEqual([]);
    expect(entries).toEqual([]);
    expect(people).toMatchObject([{ kind: 'changed', fields: Object.keys(form), form }]);
  });

  test('a decision: the entry changes, nobody else', async () => {
    const { people, entries } = await edited('123-QĐ/ĐU, 05/03/2024', '9-QĐ/ĐU, 06/03/2024');

    expect(people).toEqual([]);
    expect(entries).toMatchObject([
      { kind: 'changed', title: 'Bí thư', decisionIn: '9-QĐ/ĐU, 06/03/2024', enteredOn: '2024-03-06' },
    ]);
  });

  test('an emptied cell erases nothing', async () => {
    const { faults, people, entries } = await edited('Phó phòng', '', 1);

    expect([faults, people, entries]).toEqual([[], [], []]);
  });

  test('a row written over for somebody else is somebody new, whatever its key says', async () => {
    const rows = await outAndIn(whole, first!, 'vi', 'csv');
    const over = rows.map((row) =>
      row.cells[1] === 'Trần Mẫu Bình'
        ? {
            ...row,
            cells: ['3', 'Lý Mẫu Dung', '', '01/1990', '', 'Phó Bí thư', '', '', '', '', '', '', row.cells.at(-1)!],
          }
        : row,
    );

    const { people, entries } = changesIn(over, whole, first!);

    expect(people).toMatchObject([
      { kind: 'new', form: { fullName: 'Lý Mẫu Dung', birthMonth: '1990-01', sex: 'female' } },
    ]);
    expect(entries).toMatchObject([{ kind: 'new', title: 'Phó Bí thư' }]);
  });
});

test('whoever stands below the heading of those taken out is read and put into no position again', async () => {
  const rows = [
    ['TT', 'Họ và tên', 'Ngày sinh', 'Chức danh đã được quy hoạch'],
    ['I. Danh sách chuyển tiếp quy hoạch chức danh cấp trưởng'],
    ['1', 'Nguyễn Mẫu An', '05/1978', 'Bí thư'],
    ['II. Danh sách đưa ra khỏi quy hoạch'],
    ['1', 'Trần Mẫu Bình', '07/1980', 'Bí thư'],
    ['Cộng: 1'],
    ['2', 'Lê Mẫu Chi', '08/1980', 'Bí thư'],
    ['B. NHIỆM KỲ 2030–2035'],
    ['1', 'Vũ Mẫu Dung', '09/1980', 'Bí thư'],
  ].map((cells, index) => ({ line: index + 1, cells }));

  const list = readRows(rows, { kind: 'entries', positions: ['Bí thư'] }, today);

  expect(list?.faults).toEqual([]);
  expect(list?.rows.map(({ fullName, entries }) => [fullName, entries.length])).toEqual([
    ['Nguyễn Mẫu An', 1],
    ['Trần Mẫu Bình', 0],
    ['Lê Mẫu Chi', 0],
    ['Vũ Mẫu Dung', 1],
  ]);
});
