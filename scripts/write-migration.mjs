/**
 * Writes a migration from prisma/models and prisma/guards.
 *
 *   node scripts/write-migration.mjs first_journey --initial    the one first migration, from nothing, again
 *   node scripts/write-migration.mjs add_ballots                the next one, from the schema kept beside the last
 *
 * Beside each migration stands schema.json, the schema it leads to. Guards of a following migration are written by hand
 * into its migration.sql: a changed check or trigger has to say what becomes of the old one.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import './typescript.mjs';

const { packageRoot } = await import('../src/database/package-root.ts');
const { writeSql } = await import('../src/database/schema-engine.ts');
const { initialMigration, readSchema } = await import('../src/database/schema-files.ts');

const [name, ...flags] = process.argv.slice(2);
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('usage: node scripts/write-migration.mjs name_with_underscores [--initial]');
  process.exit(2);
}
const root = packageRoot();
const migrations = join(root, 'prisma', 'migrations');
await mkdir(migrations, { recursive: true });
const existing = (await readdir(migrations, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const schema = await readSchema(root);

if (flags.includes('--initial')) {
  if (existing.length > 1) {
    console.error('There are later migrations already: the first one stays as it is. Leave out --initial.');
    process.exit(1);
  }
  for (const old of existing) await rm(join(migrations, old), { recursive: true });
  await save(`00000000000001_${name}`, await initialMigration(root));
} else {
  const last = existing.at(-1);
  if (last === undefined) {
    console.error('There is no migration yet: add --initial.');
    process.exit(1);
  }
  const before = JSON.parse(await readFile(join(migrations, last, 'schema.json'), 'utf8'));
  const sql = await writeSql(before, schema);
  if (sql.trim() === '' || sql.includes('This is an empty migration')) {
    console.log('Nothing has changed since the last migration.');
    process.exit(0);
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  await save(`${stamp}_${name}`, sql);
}

async function save(folder, sql) {
  const path = join(migrations, folder);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'migration.sql'), sql);
  await writeFile(join(path, 'schema.json'), `${JSON.stringify(schema, null, 1)}\n`);
  console.log(`wrote prisma/migrations/${folder}/migration.sql`);
}
