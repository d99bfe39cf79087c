/** Units under a unit are asked for their lists: who hands in how, who is reminded, what is seen of it, and what is not. */
import { describe, expect, test } from '@jest/globals';
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import {
  collectionDuties,
  collectionInteractions,
  showCollections,
} from '../../../src/features/collections/interactions/rounds.ts';
import { handInSubmission } from '../../../src/features/collections/operations/hand-in.ts';
import { seeCollection } from '../../../src/features/collections/operations/look.ts';
import { closeCollection, openCollection, undoOpening } from '../../../src/features/collections/operations/open.ts';
import { onSeveralLists } from '../../../src/features/collections/rules/gather.ts';
import { collectionSubject } from '../../../src/features/collections/types.ts';
import { endUnit, serveUnit } from '../../../src/features/units/operations/change.ts';
import type { UnitId } from '../../../src/features/units/types.ts';
import type { CollectionId } from '../../../src/kernel/ids.ts';
import { callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, value } from '../reviews/review-world.ts';
import { sent } from '../submissions/submission-world.ts';
import { createOffice, handedIn, letter, list, type Office, opened, seenBy } from './office.ts';

const { handle } = await createTestDatabase();

function owing(office: Office, id: CollectionId) {
  return owingOf(collectionDuties, again(office.clockwork, 2), { kind: collectionSubject, id });
}

describe('units that are asked', () => {
  test('hand in by their own submission, by file or by letter; only who has not is reminded', async () => {
    const office = await createOffice(handle);
    const id = await opened(office);
    const before = await owing(office, id);

    value(await handedIn(office, id));
    value(await letter(office, id, 'South'));
    value(await letter(office, id, 'West', { rows: '', number: '7/CV' }));

    const { units } = await seenBy(office.department, id);
    expect(before).toEqual([office.clerk.person]);
    expect(await owing(office, id)).toEqual([]);
    expect(
      units.map(({ name, handIn }) => [name, handIn?.way, handIn?.people?.map(({ fullName }) => fullName)]),
    ).toEqual([
      ['North', 'submission', ['Ann Sample', 'Ben Example']],
      ['South', 'file', ['Ann Sample', 'Ted Sample']],
      ['West', 'letter', undefined],
    ]);
    expect(onSeveralLists({ units }).map(({ fullName, units: names }) => [fullName, names])).toEqual([
      ['Ann Sample', ['North', 'South']],
    ]);
  });

  test('are told after a minute, and within it all is taken back', async () => {
    const office = await createOffice(handle);
    const id = await opened(office);
    const cards = () =>
      client(handle).delivery.findMany({ where: { kind: 'collections.asked', workspaceId: office.workspace } });
    const atOnce = await handInSubmission(again(office.clerk), {
      ...{ committee: office.committee, collection: id, submission: await sent(office, false) },
    });

    value(await undoOpening(again(office.department), id));

    expect(atOnce).toMatchObject({ reason: 'submission-unknown' });
    expect((await cards()).map(({ state, personId }) => [state, personId])).toEqual([
      ['cancelled', office.clerk.person],
    ]);
    expect(await undoOpening(again(office.department, 2), id)).toMatchObject({ reason: 'collection-closed' });
  });

  test('keep their comments: the unit above reads nothing of their committee, and they nothing of the others', async () => {
    const office = await createOffice(handle);
    const id = await opened(office);
    value(await handedIn(office, id));

    const byUnit = await seeCollection(again(office.clerk, 3), id);

    expect(byUnit).toMatchObject({ ok: false, reason: 'not-in-committee' });
    const [stored] = await client(handle).handInEntry.findMany({ where: { handIn: { collectionId: id }, place: 0 } });
    expect(stored).toMatchObject({ fullName: 'Ann Sample', position: 'Director', settledWord: null });
  });

  test('a case that is closed to a reader is in none of their lists and numbers', async () => {
    const office = await createOffice(handle);
    const id = await opened(office);
    value(await handedIn(office, id));
    const nominee = await client(handle).person.findFirstOrThrow({
      where: { workspaceId: office.workspace, fullName: 'Ann Sample' },
    });
    const { above: committee, department } = office;
    const recusal = { committee, person: department.person, nominee: nominee.id as never, recordedBy: null };
    value(await recuse(again(department), recusal));

    const { units } = await seenBy(department, id);

    expect(units[0]?.handIn?.people?.map(({ fullName }) => fullName)).toEqual(['Ben Example']);
  });

  test('a line without a known person is left out where its name may be that of a closed case, in whatever order and title', async () => {
    const office = await createOffice(handle);
    const id = await opened(office);
    const { above: committee, department } = office;
    const nominee = await client(handle).person.findFirstOrThrow({
      where: { workspaceId: office.workspace, fullName: 'Ann Sample' },
    });
    const names = [
      'Đồng chí Ann Sample',
      'Sample Ann',
      'PGS.TS. Sample Ann',
      'Ann Sample, TS.',
      'Ann Sampler',
      'Ann Bá Sample',
    ];
    const rows = ['Full name\tProposed position', ...names.map((name) => `${name}\tDirector`)].join('\n');
    value(await letter(office, id, 'South', { rows }));
    const before = await seenBy(department, id);

    const recusal = { committee, person: department.person, nominee: nominee.id as never, recordedBy: null };
    value(await recuse(again(department), recusal));
    const after = await seenBy(department, id);

    const shown = ({ units }: typeof after) => units.flatMap(({ handIn }) => handIn?.people ?? []);
    expect(shown(before).map(({ fullName }) => fullName)).toEqual(names);
    expect(shown(after).map(({ fullName }) => fullName)).toEqual(['Ann Sampler', 'Ann Bá Sample']);
  });
});

describe('refused is', () => {
  test('a unit that hands in twice, unless the new list takes the place of the old one, which is kept', async () => {
    const office = await createOffice(handle);
    const id = await opened(office);
    value(await letter(office, id, 'South'));

    const twice = await letter(office, id, 'South');
    const replaced = await letter(office, id, 'South', { replaces: true, rows: '' });

    expect(twice).toMatchObject({ reason: 'handed-in-already', facts: { name: 'South' }, field: 'replaces' });
    expect(replaced.ok).toBe(true);
    expect(await client(handle).handIn.count({ where: { collectionId: id } })).toBe(2);
  });

  test('of two who enter the same unit at once one is first', async () => {
    const office = await createOffice(handle);
    const id = await opened(office);

    const both = await Promise.all([letter(office, id, 'South'), letter(office, id, 'South')]);

    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('a file for a unit that is no more on its date', async () => {
    const office = await createOffice(handle);
    const id = await opened(office);
    const end = { on: '2026-03-01', kind: 'merged' as const, into: office.units.North ?? null, decision: null };
    value(
      await endUnit(again(office.department), { committee: office.above, unit: office.units.South as UnitId, end }),
    );

    const onTheDay = await letter(office, id, 'South');
    const dayBefore = await letter(office, id, 'South', { dated: '2026-02-28' });

    expect(onTheDay).toMatchObject({ reason: 'hand-in-unit-gone', facts: { name: 'South', on: '2026-03-01' } });
    expect(dayBefore.ok).toBe(true);
  });

  test.each<[string, object, object]>([
    ['a letter without a number', { number: ' ' }, { reason: 'hand-in-number-missing' }],
    ['a list without names', { rows: 'x;y\n1;2' }, { reason: 'hand-in-without-names', field: 'rows' }],
    ['a unit that was not asked', { unit: 'Office' }, { reason: 'hand-in-unit-not-asked' }],
  ])('%s', async (_what, more, wanted) => {
    const office = await createOffice(handle);
    const id = await opened(office);
    const unit = 'unit' in more ? { unit: office.units.Office } : {};

    expect(await letter(office, id, 'South', { ...more, ...unit })).toMatchObject({ ok: false, ...wanted });
  });

  test('anything after the close, and asking without a unit of one’s own', async () => {
    const office = await createOffice(handle);
    const id = await opened(office);
    value(await closeCollection(again(office.department, 2), id));
    value(await serveUnit(again(office.department), { committee: office.above, unit: null }));

    const late = await letter(office, id, 'South');
    const asked = { committee: office.above, title: 'More', date: '2026-03-20' };

    expect(late).toMatchObject({ reason: 'collection-closed' });
    expect(await openCollection(again(office.department), asked)).toMatchObject({ reason: 'collection-without-unit' });
  });
});

test('in the chat: whom it asks stands in the form, a list is shown before it is entered, and all lists become one', async () => {
  const office = await createOffice(handle);
  const call = callOf(office.department);
  const menu = messageOf(await showCollections(call, office.above));
  const form = formOf(await press(collectionInteractions, call, menu, 'Ask the units'));

  const asked = { title: 'Additions', date: '2026-03-20' };
  const rollUp = messageOf(await submit(collectionInteractions, call, form, asked));
  const entering = formOf(await press(collectionInteractions, call, rollUp, 'Enter a letter'));
  const typed = { number: '12/BC', dated: '2026-03-01', rows: list };
  const seen = formOf(await submit(collectionInteractions, call, entering, typed));
  const entered = messageOf(await submit(collectionInteractions, call, seen, {}));
  const merged = messageOf(await press(collectionInteractions, call, entered, 'All lists as one'));

  expect(textOf(form)).toContain('to their committee secretaries: North.');
  expect(textOf(form)).toContain('they have no committee here: South and West.');
  expect(textOf(seen)).toContain('Names read: 2. Lines with something wrong, left out: 1.');
  expect(textOf(entered)).toContain('1 of 3 units have handed in, 2 not yet.');
  expect(textOf(entered)).toContain('2 names · Young people, under 40: 1 of 2 · Women: 1 of 2');
  expect(textOf(merged)).toContain('Not in it, because not handed in yet: South and West.');
  expect(textOf(merged)).toContain('Ann Sample');
});
