/** A box with very many papers, put into the urn as casting them would have: sending each one is not what is looked at. */
import { client } from '../../../src/database/client.ts';
import { inTransaction } from '../../../src/database/in-transaction.ts';
import { everythingOf } from '../../../src/features/sealing/operations/look.ts';
import { closeBox, openBox } from '../../../src/features/sealing/operations/open.ts';
import { sealPaper } from '../../../src/features/sealing/rules/paper.ts';
import { newReceipt, tagOf } from '../../../src/features/sealing/rules/receipt.ts';
import { writeUrn } from '../../../src/features/sealing/rules/urn.ts';
import { findBox, putKey } from '../../../src/features/sealing/store/boxes.ts';
import { writeChunk } from '../../../src/features/sealing/store/urn.ts';
import type { UrnRecord } from '../../../src/features/sealing/types.ts';
import { freshSaving, inside } from '../../../src/kernel/act.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { createBox, must, type SealedPeople, type SealedWorld } from './sealed-world.ts';

export interface FullBox extends SealedWorld {
  /** How long opening took with so many on the roll: of what a person waits for. */
  readonly openingMs: number;
}

/** Closed, with one paper of each elector that says its number: "1", "2", and so on. */
export async function createFullBox(people: SealedPeople, papers: number): Promise<FullBox> {
  const world = await createBox(people, { electors: 0, keys: 'none' });
  const { store } = world.clerk;
  const electors = await addPeople(world, papers);
  const clerk = { ...world.clerk, saving: freshSaving() };
  const began = performance.now();
  must(
    await inTransaction(clerk, async (tx) => {
      const here = inside(clerk, tx);
      for (const [index, { person }] of world.holders.entries())
        await putKey(tx, world.box, person, people.keys[index]!);
      return openBox(here, world.urns, { subject: world.subject, electors });
    }),
  );
  const openingMs = performance.now() - began;
  await fill(world);
  const clockwork = { ...world.clockwork, saving: freshSaving() };
  await inTransaction(clockwork, (tx) => closeBox(inside(clockwork, tx), world.subject, 0));
  await client(store).$executeRaw`ANALYZE "sealed_elector"`;
  return { ...world, openingMs };
}

async function fill({ clerk, committee, box, urns }: SealedWorld): Promise<void> {
  const { store } = clerk;
  const found = await findBox(store, everythingOf(clerk, committee), box);
  const { publicKey, paperSize } = found!;
  const sizes = await client(store).$queryRaw<{ chunk: number; electors: number }[]>`
    SELECT "chunk", count(*)::int AS "electors" FROM "sealed_elector" WHERE "boxId" = ${box}::uuid GROUP BY "chunk"`;
  let number = 0;
  for (const { chunk, electors } of sizes) {
    const records = Array.from({ length: electors }, (): UrnRecord => {
      number += 1;
      const receipt = newReceipt();
      const sealed = must(sealPaper({ id: box, publicKey: publicKey!, paperSize }, { receipt, content: `${number}` }));
      return { tag: tagOf(urns.secret, box, receipt), box: sealed };
    });
    await writeChunk(store, box, chunk, writeUrn(urns.secret, { box, chunk, paperSize }, records));
  }
  await client(store).$executeRaw`UPDATE "sealed_elector" SET "hasSent" = true WHERE "boxId" = ${box}::uuid`;
}

async function addPeople({ clerk }: SealedWorld, count: number): Promise<readonly PersonId[]> {
  const rows = await client(clerk.store).$queryRaw<{ id: PersonId }[]>`
    INSERT INTO "person" ("id", "workspaceId", "fullName", "searchName", "sortName", "source", "createdAt")
    SELECT gen_random_uuid(), p."workspaceId", 'Elector', 'elector', 'elector', p."source", p."createdAt"
    FROM "person" p, generate_series(1, ${count}::int) WHERE p."id" = ${clerk.person}::uuid RETURNING "id"`;
  return rows.map(({ id }) => id);
}
