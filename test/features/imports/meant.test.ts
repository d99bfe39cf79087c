/** Who is meant by a line that several people of the register fit: said line by line, never guessed. All people are invented. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { importInteractions } from '../../../src/features/imports/interactions/people.ts';
import { confirmImport, previewImport, sayWhoIsInList } from '../../../src/features/imports/operations/people.ts';
import { matchPeople } from '../../../src/features/imports/rules/match-people.ts';
import { readRows } from '../../../src/features/imports/rules/read-rows.ts';
import type { Meant } from '../../../src/features/imports/types/development.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import { importEntriesButton } from '../../../src/features/plans/views/buttons.ts';
import { newId, type PersonId } from '../../../src/kernel/ids.ts';
import { buttonOf, formOf, handsOf, wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();

const empty = { sex: null, unit: null, partyPost: null, statePost: null, level: null, disciplines: [] };
const kept = { version: 1, changedAt: null, changedBy: null, hasAccount: false };
const older = { ...empty, ...kept, id: newId<PersonId>(), fullName: 'Trần Văn Mẫu', birthMonth: '1970-01' };
const younger = { ...older, id: newId<PersonId>(), birthMonth: '1985-12' };
const other = { ...older, id: newId<PersonId>(), fullName: 'Lê Thị Mẫu' };

function matched(rows: readonly string[], meant: Meant) {
  const cells = ['Họ và tên|Ngày sinh|Chức vụ hiện tại', ...rows].map((row) => row.split('|'));
  const list = readRows(
    cells.map((row, at) => ({ line: at + 1, cells: row })),
    { kind: 'people' },
    '2026-03-02',
  );
  return matchPeople(list?.rows ?? [], [older, younger, other], meant);
}

test.each<[string, readonly string[], Meant, readonly (PersonId | 'new')[], readonly number[]]>([
  ['nothing said: nobody, and it is asked', ['Trần Văn Mẫu||A'], new Map(), [], [2]],
  ['one of them', ['Trần Văn Mẫu||A'], new Map([[2, younger.id]]), [younger.id], []],
  ['nobody of them: a new person', ['Trần Văn Mẫu||A'], new Map([[2, 'nobody']]), ['new'], []],
  ['somebody of another name: asked as before', ['Trần Văn Mẫu||A'], new Map([[2, other.id]]), [], [2]],
  [
    'what was said of one line says nothing of the next',
    ['Trần Văn Mẫu||A', 'Trần Văn Mẫu||B'],
    new Map([[2, younger.id]]),
    [younger.id],
    [3],
  ],
  [
    'a line with the birth month goes with the one who was said to be meant',
    ['Trần Văn Mẫu||A', 'Trần Văn Mẫu|12/1985|A'],
    new Map([[2, younger.id]]),
    [younger.id],
    [],
  ],
  ['with the birth month nothing is asked', ['Trần Văn Mẫu|01/1970|A'], new Map(), [older.id], []],
])('%s', (_what, rows, meant, people, asked) => {
  const { changes, unclear } = matched(rows, meant);

  expect(changes.map((change) => (change.kind === 'new' ? 'new' : change.person.id))).toEqual(people);
  expect(unclear.map(({ line }) => line)).toEqual(asked);
  for (const { possible } of unclear) expect(new Set(possible)).toEqual(new Set([older, younger]));
});

test('of a plan’s list it is asked in a form with what tells them apart, and the line takes that person', async () => {
  const scene = await createScene(handle);
  await inRegister(scene, 'Trần Văn Mẫu', { birthMonth: '1970-01', unit: 'Phòng 1' });
  const meant = await inRegister(scene, 'Trần Văn Mẫu', {
    birthMonth: '1985-12',
    statePost: 'Phó phòng',
    unit: 'Phòng 2',
  });
  const readFile = async () => ({ kind: 'gone' }) as const;
  const hands = handsOf(again(scene.clerk), importInteractions({ readFile }), 'en');
  const at = { committee: scene.committee, plan: scene.plan.id };

  const paste = formOf(await hands.press(importEntriesButton.draw('', at)));
  const rows = 'Full name;Planned position;How near\nTrần Văn Mẫu;Deputy;Đối tượng 1';
  const unclear = await hands.submit(paste, { rows });
  const asked = formOf(await hands.press(buttonOf(unclear, 'Say who is meant')));
  const [field] = asked.items.filter((item) => item.kind === 'field');
  const said = await hands.submit(asked, { line2: meant });
  await hands.press(buttonOf(said, 'Store this'));

  if (field?.kind !== 'field' || field.input.type !== 'radio') throw new Error('nobody is asked about');
  expect(field.input.options.map(({ label, note = '' }) => `${label} ${note}`)).toEqual([
    'Trần Văn Mẫu January 1970, Head of division, Phòng 1',
    'Trần Văn Mẫu December 1985, Phó phòng, Phòng 2',
    'Nobody of these: a new person ',
  ]);
  expect(wordsOf(said)).toContain('Trần Văn Mẫu: Deputy, Group 1');
  const { entries } = must(await seePlan(again(scene.clerk), at));
  expect(entries).toMatchObject([{ person: meant, position: scene.deputy.id, readiness: 'group-1' }]);
});

test('nobody of those shown is no second entry of somebody whose case is closed to the committee secretary', async () => {
  const scene = await createScene(handle);
  const names = ['1970-01', '1985-12', '1990-03'].map((birthMonth) =>
    inRegister(scene, 'Trần Văn Mẫu', { birthMonth }),
  );
  const [closed] = await Promise.all(names);
  if (!closed) throw new Error('nobody was entered');
  const recusal = { committee: scene.committee, person: scene.clerk.person, nominee: closed, recordedBy: null };
  must(await recuse(again(scene.clerk), recusal));
  const list = 'Họ và tên;Chức vụ hiện tại\nTrần Văn Mẫu;Trưởng phòng';

  const { id, matched: seen } = must(
    await previewImport(again(scene.clerk), { committee: scene.committee, plan: null, list }),
  );
  const at = { committee: scene.committee, preview: id };
  must(await sayWhoIsInList(again(scene.clerk), { ...at, said: new Map([[2, 'nobody']]) }));
  must(await confirmImport(again(scene.clerk), at));

  expect(seen.unclear.flatMap(({ possible }) => possible).map((person) => person.id)).not.toContain(closed);
  expect(await client(handle).person.count({ where: { workspaceId: scene.workspace, fullName: 'Trần Văn Mẫu' } })).toBe(
    3,
  );
});
