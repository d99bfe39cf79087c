import fc from 'fast-check';
import { client } from '../../../src/database/client.ts';
import { browseRegister, duplicatesOf, seePerson } from '../../../src/features/people/operations/find.ts';
import { changePerson } from '../../../src/features/people/operations/register.ts';
import { matchNames } from '../../../src/features/people/rules/names.ts';
import { readBirthMonth, readDate, readDiscipline, readSex } from '../../../src/features/people/rules/read-cells.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, eligible, inRegister, must, type Scene } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();

describe('who is meant by a typed name', () => {
  const register = ['Trần Văn Mẫu', 'Lê Thị Ánh', 'Lê Thị Anh', 'An'].map((fullName) => ({ fullName }));

  test.each([
    ['Trần Văn Mẫu', 'exact', ['Trần Văn Mẫu']],
    ['TRẦN VĂN MẪU', 'exact', ['Trần Văn Mẫu']],
    ['  trần   văn mẫu ', 'exact', ['Trần Văn Mẫu']],
    ['Lê Thị Anh', 'exact', ['Lê Thị Anh']],
    ['Tran Van Mau', 'confirm', ['Trần Văn Mẫu']],
    ['Mẫu Trần Văn', 'confirm', ['Trần Văn Mẫu']],
    ['le thi anh', 'confirm', ['Lê Thị Ánh', 'Lê Thị Anh']],
    ['Mẫu', 'confirm', ['Trần Văn Mẫu']],
    ['Nobody', 'none', []],
    ['🙂', 'none', []],
    ['', 'none', []],
  ])('“%s”: %s', (typed, kind, names) => {
    const match = matchNames(typed, register);

    expect(match.kind).toBe(kind);
    const found = match.kind === 'exact' ? [match.person] : match.kind === 'confirm' ? match.people : [];
    expect(found.map((person) => person.fullName)).toEqual(names);
  });

  test('two people of exactly this name are never chosen between', () => {
    const two = [{ fullName: 'An' }, { fullName: 'An' }];

    expect(matchNames('An', two)).toEqual({ kind: 'confirm', people: two });
  });
});

describe('reading what was typed', () => {
  test('every month written in each usual way is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1930, max: 2010 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const two = String(month).padStart(2, '0');
        const ways = [`${two}/${year}`, `${month}/${year}`, `${year}-${two}`, `${two}-${year}`, `15/${two}/${year}`];

        expect(ways.map(readBirthMonth)).toEqual(ways.map(() => `${year}-${two}`));
      }),
    );
  });

  test.each(['1978', '13/1978', '00/1978', '31/02/1978', 'tháng năm', '', '05/78', '5/1978/3'])(
    '“%s” is no month',
    (typed) => {
      expect(readBirthMonth(typed)).toBeNull();
    },
  );

  test('dates are day first, measures and sex are read in both languages', () => {
    expect(readDate('05/12/2024')).toBe('2024-12-05');
    expect(readDate('31/02/2024')).toBeNull();
    expect(readDiscipline('Cảnh cáo (12/03/2024)')).toEqual({ kind: 'warning', decidedOn: '2024-03-12' });
    expect(readDiscipline('không')).toEqual({ kind: 'none', decidedOn: null });
    expect(readDiscipline('phê bình')).toBeNull();
    expect(['nữ', 'Nam', 'female', '?'].map(readSex)).toEqual(['female', 'male', 'female', null]);
  });
});

describe('the register', () => {
  function change(scene: Scene, person: PersonId, version: number, statePost: string, act = scene.clerk) {
    const form = { ...eligible, fullName: 'Trần Văn Mẫu', statePost };
    const more = { discipline: null, replacesNewest: true };
    return changePerson(again(act), { committee: scene.committee, person, version, form, ...more });
  }

  test('two people edit one entry: the second is told who was first and when, and nothing is lost', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Trần Văn Mẫu');

    must(await change(scene, person, 1, 'Trưởng phòng'));
    const second = await change(scene, person, 1, 'Phó phòng');

    expect(second).toMatchObject({
      reason: 'person-changed-meanwhile',
      facts: { by: 'Clara Clerk', at: scene.clerk.now },
    });
    const now = must(await seePerson(again(scene.clerk), scene.committee, person));
    expect(now).toMatchObject({ statePost: 'Trưởng phòng', version: 2 });
    const kept = await client(handle).personRevision.findMany({ where: { personId: person } });
    expect(kept).toMatchObject([{ version: 1, form: { statePost: 'Head of division' } }]);
  });

  test('two at the very same moment: one is saved', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Trần Văn Mẫu');

    const both = await Promise.all([change(scene, person, 1, 'A'), change(scene, person, 1, 'B')]);

    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(both.find((outcome) => !outcome.ok)).toMatchObject({ reason: 'person-changed-meanwhile' });
  });

  test('a corrected measure stays on record and no longer counts', async () => {
    const scene = await createScene(handle);
    const first = { kind: 'warning', decidedOn: '2025-01-10', effectUntil: null, decision: null } as const;
    const person = await inRegister(scene, 'Trần Văn Mẫu', { discipline: first });

    must(
      await changePerson(again(scene.clerk), {
        committee: scene.committee,
        person,
        version: 1,
        form: { ...eligible, fullName: 'Trần Văn Mẫu' },
        discipline: { ...first, kind: 'reprimand' },
        replacesNewest: true,
      }),
    );

    const now = must(await seePerson(again(scene.clerk), scene.committee, person));
    expect(now?.disciplines).toMatchObject([{ kind: 'reprimand' }]);
    expect(await client(handle).discipline.count({ where: { personId: person } })).toBe(2);
  });

  test('the same name warns and never blocks; another birth month is another person', async () => {
    const scene = await createScene(handle);
    await inRegister(scene, 'Trần Văn Mẫu', { birthMonth: '1978-05' });
    const warned = (birthMonth: string | null) =>
      duplicatesOf(again(scene.clerk), scene.committee, { fullName: 'tran van mau', birthMonth });

    const found = [await warned(null), await warned('1978-05'), await warned('1980-01')];
    const second = await inRegister(scene, 'Trần Văn Mẫu', { birthMonth: '1978-05' });

    expect(found.map((people) => people.length)).toEqual([1, 1, 0]);
    expect(second).toBeTruthy();
  });

  test('pages go by given name; wildcards of a search are letters like any other', async () => {
    const scene = await createScene(handle);
    for (const name of ['Nguyễn Ánh', 'Trần Bình', 'Lê An', 'A%_B']) await inRegister(scene, name);
    const page = async (typed: string, at: number) =>
      must(
        await browseRegister(again(scene.clerk), { committee: scene.committee, typed, page: at, size: 2 }),
      ).people.map((person) => person.fullName);

    expect(await page('n', 1)).toEqual(['Lê An', 'Nguyễn Ánh']);
    expect(await page('%', 1)).toHaveLength(2);
    expect([...(await page('', 1)), ...(await page('', 2))]).toHaveLength(4);
  });

  test.each([
    ['people.see', 'observer'],
    ['people.see', 'member'],
  ] as const)('without %s (%s) nothing of the register is shown', async (_right, role) => {
    const scene = await createScene(handle);
    const actor = await scene.person('Rita Role', [role]);

    const seen = await browseRegister(again(actor), { committee: scene.committee, typed: '', page: 1, size: 20 });

    expect(seen).toMatchObject({ reason: 'right-missing' });
  });
});
