/** A plan on another day as people meet it: from the card, the form and the typed line, in both languages, and taken out. */
import { describe, expect, test } from '@jest/globals';
import { plan as planCommand } from '../../../commands/plan.ts';
import { parseCommandLine } from '../../../src/chat/command-line.ts';
import { client } from '../../../src/database/client.ts';
import { asOfInteractions as interactions } from '../../../src/features/nominations/interactions/as-of.ts';
import { openPlan } from '../../../src/features/plans/interactions.ts';
import { enterEntries } from '../../../src/features/plans/operations/entries.ts';
import { makePlan } from '../../../src/features/plans/operations/make.ts';
import type { Locale } from '../../../src/kernel/act.ts';
import { callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { onDay } from './dated-world.ts';
import { createScene, inRegister, must, position, propose, type Scene } from './scene.ts';

const { handle } = await createTestDatabase();

/** One stands since June by a decision, one without a date; one is put forward on 3 March and taken into the plan on the 5th. */
async function createHistory(): Promise<Scene> {
  const scene = await createScene(handle);
  const at = { committee: scene.committee, plan: scene.plan.id };
  const [dated, undated, later] = [
    await inRegister(scene, 'Lê Thị Mẫu'),
    await inRegister(scene, '=Trần Văn Cũ'),
    await inRegister(scene, 'Phạm Thị Mới'),
  ];
  const entry = (person: typeof dated, enteredOn: string | null, decisionIn: string | null) => ({
    ...{ position: scene.deputy.id, person, readiness: null, enteredOn, decisionIn },
  });
  const first = [entry(dated, '2025-06-01', '12-QĐ/ĐU'), entry(undated, null, null)];
  must(await enterEntries(onDay(scene, 0), { ...at, entries: first }));
  must(await propose(onDay(scene, 1), scene, later));
  must(await enterEntries(onDay(scene, 3), { ...at, entries: [entry(later, '2026-03-05', '45-QĐ/ĐU')] }));
  return scene;
}

const later = (scene: Scene, locale: Locale = 'en') => callOf({ ...onDay(scene, 20), locale });

async function typed(scene: Scene, line: string, locale: Locale = 'en') {
  const parsed = parseCommandLine(planCommand, line);
  if (parsed.kind !== 'run') throw new Error(`“${line}” is not understood`);
  return messageOf(await parsed.subcommand.run(later(scene, locale), parsed.args));
}

test('from the card of the plan: a day, then a second one', async () => {
  const scene = await createHistory();
  const card = messageOf(await openPlan(later(scene), { committee: scene.committee, plan: scene.plan.id }));

  const form = formOf(await press(interactions, later(scene), card, 'On another day'));
  const day = messageOf(await submit(interactions, later(scene), form, { on: '2026-03-04' }));
  const again = formOf(await press(interactions, later(scene), day, 'On another day'));
  const both = messageOf(await submit(interactions, later(scene), again, { on: '2026-03-02', to: '2026-03-05' }));
  const toCome = await submit(interactions, later(scene), again, { on: '2027-03-02' });

  expect(textOf(day)).toContain('Plan 2027–2032 on 4 Mar 2026');
  expect(textOf(day)).toContain('Lê Thị Mẫu, since 1 Jun 2025, decision 12-QĐ/ĐU');
  expect(textOf(day)).toContain('Candidates for Deputy\n- Phạm Thị Mới');
  expect(textOf(both)).toContain(
    'Phạm Thị Mới · added to the plan · Deputy · 5 Mar 2026 · decision 45-QĐ/ĐU · entered by',
  );
  expect(textOf(both)).not.toContain('Lê Thị Mẫu');
  expect(toCome).toMatchObject({ kind: 'field-errors', errors: { on: expect.stringContaining('still to come') } });
});

describe('typed', () => {
  test.each([
    [
      'on 15 January 2026',
      'en',
      'Deputy: not known whether they stood then\n- =Trần Văn Cũ, entered here on 2 Mar 2026',
    ],
    [
      'ngày 15/01/2026',
      'vi',
      'Deputy: chưa rõ khi đó có ở trong quy hoạch hay không\n- =Trần Văn Cũ, nhập ngày 02/03/2026',
    ],
    ['tại ngày 04/03/2026', 'vi', 'Nhân sự được giới thiệu cho chức danh Deputy\n- Phạm Thị Mới'],
    ['changes 02/03/2026; 05/03/2026', 'en', 'Phạm Thị Mới · added to the plan'],
    ['thay đổi 02/03/2026; 02/03/2026', 'vi', 'Không có thay đổi nào giữa hai ngày này.'],
    ['on the day of doom', 'en', 'This is not a date.'],
  ] as const)('“%s” is answered', async (line, locale, words) => {
    const scene = await createHistory();

    expect(textOf(await typed(scene, line, locale))).toContain(words);
  });

  test('with several plans it is asked which; the day goes with the choice', async () => {
    const scene = await createHistory();
    must(
      await makePlan(onDay(scene, 0), {
        ...{ committee: scene.committee, title: 'Another plan', unit: 'Office', track: 'party', congress: null },
        ...{ termFrom: '2026-06', termTo: '2031-06', positions: [position('Head', 4)], names: null },
      }),
    );

    const choice = await typed(scene, 'on 04/03/2026');
    const shown = messageOf(await press(interactions, later(scene), choice, 'Open'));

    expect(textOf(choice)).toContain('Which plan do you want to see?');
    expect(textOf(shown)).toContain('on 4 Mar 2026');
  });
});

test('taken out it says its day in every row, names nobody in its file name, runs no formula and is recorded', async () => {
  const scene = await createHistory();
  const day = await typed(scene, 'on 04/03/2026');
  const changes = await typed(scene, 'changes 02/03/2026; 05/03/2026');

  const csv = await press(interactions, later(scene), day, 'As CSV');
  const words = messageOf(await press(interactions, later(scene), day, 'As text'));
  const list = await press(interactions, later(scene), changes, 'As CSV');

  const file = csv.kind === 'show' ? csv.file : undefined;
  const rows = String(file?.content).trim().split('\r\n');
  expect(file?.name).toBe('plan-on-2026-03-04.csv');
  expect(rows.slice(1).every((row) => row.startsWith('4 Mar 2026,'))).toBe(true);
  expect(rows).toContain("4 Mar 2026,Deputy,'=Trần Văn Cũ,in the plan,,,,");
  expect(textOf(words)).toContain('Plan 2027–2032 on 4 Mar 2026\nWho stood is told by the dates of the decisions');
  expect(list).toMatchObject({ file: { name: 'plan-changes-2026-03-02-to-2026-03-05.csv' } });
  const events = await client(handle).auditEvent.findMany({
    where: { kind: 'nominations.exported', subjectId: scene.plan.id },
    orderBy: { serial: 'asc' },
  });
  expect(events.map(({ facts }) => facts)).toMatchObject([
    { on: '2026-03-04' },
    { on: '2026-03-04' },
    { to: '2026-03-05' },
  ]);
});
