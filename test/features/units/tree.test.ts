/** The tree kept in the chat: pasted, changed from a day on, merged; what it says of units that people write. */
import { describe, expect, test } from '@jest/globals';
import { client } from '../../../src/database/client.ts';
import { previewImport } from '../../../src/features/imports/operations/people.ts';
import { openRegister, peopleInteractions } from '../../../src/features/people/interactions/register.ts';
import { showTree, unitInteractions } from '../../../src/features/units/interactions/tree.ts';
import { addUnit, changeUnit, endUnit, importUnits, serveUnit } from '../../../src/features/units/operations/change.ts';
import { seeUnits } from '../../../src/features/units/operations/look.ts';
import { lastSpell, treeOn } from '../../../src/features/units/rules/tree.ts';
import type { Spell, UnitId } from '../../../src/features/units/types.ts';
import { buttonsOf, callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createWorld, type World } from '../../support/worlds.ts';
import { again, must } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();

const list = 'Head Office\n  Inspection\n    Division 1\n  Personnel';

async function worldWithTree(): Promise<World> {
  const world = await createWorld(handle, { profile: 'vn-party' });
  must(await importUnits(again(world.clerk), { committee: world.committee, text: list, from: null }));
  return world;
}

async function treeOf(world: World, on: string) {
  const { units } = must(await seeUnits(again(world.clerk), world.committee));
  return treeOn(units, on).map(({ name, depth }) => '-'.repeat(depth) + name);
}

async function idOf(world: World, name: string): Promise<UnitId> {
  const { units } = must(await seeUnits(again(world.clerk), world.committee));
  const found = units.find((unit) => lastSpell(unit).name === name);
  if (!found) throw new Error(`no unit ${name}`);
  return found.id;
}

async function merge(world: World, name: string, into: string, on: string) {
  const end = { on, kind: 'merged' as const, into: await idOf(world, into), decision: '12/QD' };
  return endUnit(again(world.clerk), { committee: world.committee, unit: await idOf(world, name), end });
}

describe('the tree', () => {
  test('a list that is pasted again adds nothing', async () => {
    const world = await worldWithTree();

    const second = must(await importUnits(again(world.clerk), { committee: world.committee, text: list, from: null }));

    expect([second.fresh, second.known]).toEqual([[], 4]);
    expect(await treeOf(world, '2026-03-02')).toEqual(['Head Office', '-Inspection', '--Division 1', '-Personnel']);
  });

  test('with a merger what stands under the unit goes along, from that day on', async () => {
    const world = await worldWithTree();

    const along = must(await merge(world, 'Inspection', 'Personnel', '2025-03-01'));

    expect(along).toBe(1);
    expect(await treeOf(world, '2025-02-28')).toEqual(['Head Office', '-Inspection', '--Division 1', '-Personnel']);
    expect(await treeOf(world, '2025-03-01')).toEqual(['Head Office', '-Personnel', '--Division 1']);
  });

  test('a new name holds from its day on; on the same day it is corrected', async () => {
    const world = await worldWithTree();
    const unit = await idOf(world, 'Personnel');
    const spell = (name: string): Spell => ({ name, parent: null, from: '2025-07-01' });
    const change = (name: string) =>
      changeUnit(again(world.clerk), { committee: world.committee, unit, spell: spell(name), decision: null });

    must(await change('Persnel'));
    must(await change('People'));

    expect(await treeOf(world, '2025-06-30')).toContain('-Personnel');
    expect(await treeOf(world, '2025-07-01')).toContain('People');
    expect(await client(handle).unitSpell.count({ where: { unitId: unit } })).toBe(2);
  });

  test('of two who add the same unit at once the second is told that it is there', async () => {
    const world = await worldWithTree();
    const spell = { name: 'Archive', parent: await idOf(world, 'Head Office'), from: null };
    const add = () => addUnit(again(world.clerk), { committee: world.committee, spell });

    const both = await Promise.all([add(), add()]);

    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'unit-name-taken' });
  });

  test('members look at it and only the committee secretary changes it; another workspace has its own', async () => {
    const world = await worldWithTree();
    const member = await world.person('Mia Member', ['member']);
    const other = await createWorld(handle);

    const seen = must(await seeUnits(again(member), world.committee));
    const added = await importUnits(again(member), { committee: world.committee, text: 'X', from: null });

    expect([seen.units.length, seen.mayEdit]).toEqual([4, false]);
    expect(added).toMatchObject({ ok: false, reason: 'right-missing' });
    expect(must(await seeUnits(again(other.clerk), other.committee)).units).toEqual([]);
  });

  test('a committee says which unit it serves; one of them has one committee', async () => {
    const world = await worldWithTree();
    const unit = await idOf(world, 'Personnel');

    must(await serveUnit(again(world.clerk), { committee: world.committee, unit: await idOf(world, 'Inspection') }));
    must(await serveUnit(again(world.clerk), { committee: world.committee, unit }));

    const { units } = must(await seeUnits(again(world.clerk), world.committee));
    expect(units.flatMap(({ id, committee }) => (committee ? [id] : []))).toEqual([unit]);
  });

  test('the database bears no two spells of one day and no unit under itself', async () => {
    const world = await worldWithTree();
    const unit = await idOf(world, 'Personnel');
    const row = { unitId: unit, name: 'x', validFrom: null, recordedAt: world.clerk.now };
    const insert = (more: object) =>
      client(handle).unitSpell.create({ data: { ...row, id: crypto.randomUUID(), ...more } });

    await expect(insert({})).rejects.toThrow();
    await expect(insert({ validFrom: '2025-01-01', parentId: unit })).rejects.toThrow();
  });
});

describe('a unit that somebody writes', () => {
  test('for a person is kept as written, with what became of it beside it', async () => {
    const world = await worldWithTree();
    must(await merge(world, 'Inspection', 'Personnel', '2025-03-01'));
    const call = callOf(world.clerk);
    const register = messageOf(await openRegister(call, world.committee));
    const form = formOf(await press(peopleInteractions, call, register, 'Add a person'));

    const saved = messageOf(
      await submit(peopleInteractions, call, form, { fullName: 'Ann Sample', unit: 'inspection' }),
    );

    expect(textOf(saved)).toContain('“inspection”: since 1 Mar 2025 part of Personnel.');
    expect(await client(handle).person.count({ where: { workspaceId: world.workspace, unit: 'inspection' } })).toBe(1);
  });

  test('in a list is pointed out in the preview, and refuses nothing', async () => {
    const world = await worldWithTree();
    const text = 'Full name\tUnit\nAnn Sample\tPersonnel\nBob Sample\tLegal';

    const shown = must(await previewImport(again(world.clerk), { committee: world.committee, plan: null, list: text }));

    expect(shown.advice).toEqual([{ typed: 'Legal', kind: 'unknown' }]);
    expect(shown.counts.added).toBe(2);
  });
});

test('a list is shown before it is added, and what was changed meanwhile is shown again', async () => {
  const world = await createWorld(handle, { profile: 'vn-party' });
  const call = callOf(world.clerk);
  const empty = messageOf(await showTree(call, world.committee));
  const form = formOf(await press(unitInteractions, call, empty, 'Paste a list'));

  const seen = formOf(await submit(unitInteractions, call, form, { rows: 'Head Office\n  Desk;\nX;Nowhere' }));
  const mended = formOf(await submit(unitInteractions, call, seen, { rows: 'Head Office\n  Desk' }));
  const none = await treeOf(world, '2026-03-02');
  const added = messageOf(await submit(unitInteractions, call, mended, {}));

  expect(JSON.stringify(seen.items)).toContain('“Nowhere” is neither in this list nor in the tree.');
  expect(none).toEqual([]);
  expect(textOf(added)).toContain('Added: 2. In the tree already: 0. Left out: 0.');
  expect(buttonsOf(added).filter(({ label }) => label === 'Open')).toHaveLength(2);
});
