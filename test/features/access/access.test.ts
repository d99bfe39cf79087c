import { readFileSync } from 'node:fs';
import { authorise, clockworkViewer, recuse, viewerOf } from '../../../src/features/access/operations.ts';
import { may, mintViewer, permissionTable, rightsOf, rolesWithRight } from '../../../src/features/access/rules.ts';
import { rights, roles } from '../../../src/features/access/types.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { testAct } from '../../support/acts.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createWorld } from '../../support/worlds.ts';

const { handle } = await createTestDatabase();

describe('the table of rights', () => {
  test.each(roles.flatMap((role) => rights.map((right) => [role, right] as const)))(
    '%s and %s: may answers exactly as the table says',
    (role, right) => {
      const viewer = mintViewer(testAct(handle), newId(), {
        roles: [role],
        votes: true,
        recusedFrom: [],
        formerSelves: [],
      });

      expect(may(viewer, right)).toBe(rolesWithRight[right].includes(role));
      expect(rightsOf(role).includes(right)).toBe(rolesWithRight[right].includes(role));
    },
  );

  test('docs/security.md prints this table', () => {
    const page = readFileSync(new URL('../../../docs/security.md', import.meta.url), 'utf8');

    expect(page).toContain(permissionTable());
  });

  test('nobody without a role may anything', () => {
    const viewer = mintViewer(testAct(handle), newId(), { roles: [], votes: true, recusedFrom: [], formerSelves: [] });

    expect(rights.filter((right) => may(viewer, right))).toEqual([]);
  });

  test('the clockwork may everything, and cannot be minted for a person', () => {
    const act = testAct(handle);

    expect(rights.every((right) => may(clockworkViewer({ ...act, member: null }, newId()), right))).toBe(true);
    expect(() => clockworkViewer(act, newId())).toThrow(TypeError);
  });
});

describe('recusal', () => {
  test('from that moment the nominee is hidden; twice is once; others see on', async () => {
    const world = await createWorld(handle);
    const member = await world.person('Mona', ['member']);
    const nominee = await world.person('Nina');
    const recusal = { committee: world.committee, person: member.person, nominee: nominee.person, recordedBy: null };

    const first = await recuse(member, recusal);
    const second = await recuse(member, recusal);

    expect([first, second]).toMatchObject([{ value: { isNew: true } }, { value: { isNew: false } }]);
    expect((await viewerOf(member, world.committee)).hiddenNominees).toEqual([nominee.person, member.person]);
    expect((await viewerOf(world.clerk, world.committee)).hiddenNominees).toEqual([world.clerk.person]);
  });

  test('it holds in its committee only', async () => {
    const world = await createWorld(handle);
    const other = await createWorld(handle);
    const member = await world.person('Mona', ['member']);
    await recuse(member, { committee: world.committee, person: member.person, nominee: newId(), recordedBy: null });

    const elsewhere = await viewerOf(member, other.committee);

    expect(elsewhere.recusedFrom).toEqual([]);
  });
});

test('an ended membership gives no right any more', async () => {
  const world = await createWorld(handle);
  const member = await world.person('Mona', ['chair']);
  const past = { ...member, now: new Date(member.now.getTime() - 1000) };

  const now = await authorise(member, world.committee, 'review.synthesis');
  const before = await authorise(past, world.committee, 'review.synthesis');

  expect(now.ok).toBe(true);
  expect(before).toMatchObject({ reason: 'not-in-committee' });
});
