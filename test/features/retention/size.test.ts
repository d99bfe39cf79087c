/** The night and the list ask the database as often for eighty people as for three, and the list is read by pages. */
import { client } from '../../../src/database/client.ts';
import { openDatabase } from '../../../src/database/connect.ts';
import { seeProposals } from '../../../src/features/retention/operations/look.ts';
import { proposalsMessage } from '../../../src/features/retention/views/proposals.ts';
import { heldPeople } from '../../../src/held-people.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { startDatabaseProxy } from '../../support/app-tcp-proxy.ts';
import { textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, must, type Scene } from '../nominations/scene.ts';
import { keepAll, night, on } from './scene.ts';

const { handle, url } = await createTestDatabase();
const wire = await startDatabaseProxy(url);
const counted = openDatabase(wire.url, 2);
afterAll(async () => {
  await counted.close();
  await wire.close();
});

async function formerMembers(scene: Scene, size: number) {
  const ids = Array.from({ length: size }, () => newId());
  await client(handle).person.createMany({
    data: ids.map((id, number) => ({
      ...{ id, workspaceId: scene.workspace, fullName: `Người Thứ ${number}`, searchName: `nguoi thu ${number}` },
      ...{ source: 'import', createdAt: on('2025-01-01') },
    })),
  });
  await client(handle).membership.createMany({
    data: ids.map((id) => ({
      ...{ id: newId(), committeeId: scene.committee, personId: id, roles: ['member'], votes: true, rank: 90 },
      ...{ validFrom: on('2025-01-01'), validTo: on('2026-01-15') },
    })),
  });
}

async function costOf(size: number) {
  const scene = await createScene(handle);
  await keepAll(scene, {});
  await formerMembers(scene, size);
  wire.statements();
  await night(scene, '2026-06-01', { store: counted.handle });
  const ofNight = wire.statements().length;
  const act = again(scene.clerk, 0, { now: on('2026-06-01'), store: counted.handle });
  const seen = must(await seeProposals(act, scene.committee, heldPeople));
  const ofList = wire.statements().length;
  return { ofNight, ofList, seen };
}

test('eighty people cost as many statements as three', async () => {
  const few = await costOf(3);
  const many = await costOf(80);

  expect(few.ofNight).toBeGreaterThan(5);
  expect([many.ofNight, many.ofList]).toEqual([few.ofNight, few.ofList]);
  expect(many.seen.open).toHaveLength(80);
  const t = texts('en', 'UTC', 'party');
  const last = proposalsMessage(t, many.seen, 99);
  expect(last.blocks.length).toBeLessThan(50);
  expect(textOf(last)).toContain('8');
});
