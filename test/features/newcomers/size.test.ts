/** The nightly look over the register asks the database as often for a hundred people as for three. */
import { client } from '../../../src/database/client.ts';
import { openDatabase } from '../../../src/database/connect.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { startDatabaseProxy } from '../../support/app-tcp-proxy.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createScene, type Scene } from '../nominations/scene.ts';
import { lines, night } from './scene.ts';

const { handle, url } = await createTestDatabase();
const wire = await startDatabaseProxy(url);
const counted = openDatabase(wire.url, 2);
afterAll(async () => {
  await counted.close();
  await wire.close();
});

/** So many people of the register, of whom nothing stands in the way but an unknown level. */
async function register(scene: Scene, size: number) {
  const { workspaceId } = await client(handle).person.findFirstOrThrow({ where: { id: scene.clerk.person } });
  const people = Array.from({ length: size }, (_, number) => ({ id: newId(), fullName: `Người Thứ ${number}` }));
  await client(handle).person.createMany({
    data: people.map((one) => ({
      ...{ ...one, workspaceId, searchName: one.fullName, sex: 'male', birthMonth: '1985-04', unit: 'Office' },
      ...{ source: 'import', createdAt: scene.clerk.now },
    })),
  });
}

/** Statements of the night in which all of them come to qualify. */
async function statementsOf(size: number): Promise<number> {
  const scene = await createScene(handle);
  await register(scene, size);
  await night(scene, 1, { store: counted.handle });
  await client(handle).person.updateMany({ where: { unit: 'Office' }, data: { level: 3 } });
  wire.statements();
  await night(scene, 2, { store: counted.handle });
  const statements = wire.statements().length;
  expect(await lines(scene)).toHaveLength(2 * size);
  return statements;
}

test('a hundred people cost as many statements as three', async () => {
  const few = await statementsOf(3);
  const many = await statementsOf(100);

  expect(many).toBe(few);
});
