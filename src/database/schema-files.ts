/** The schema as files: prisma/schema.prisma, the models of each feature, and the guards that Prisma cannot say. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SchemaFile, writeSql } from './schema-engine.ts';

export async function readSchema(root: string): Promise<SchemaFile[]> {
  const models = await namesIn(join(root, 'prisma', 'models'), '.prisma');
  const paths = ['prisma/schema.prisma', ...models.map((name) => `prisma/models/${name}`)];
  return Promise.all(paths.map(async (path) => ({ path, content: await readFile(join(root, path), 'utf8') })));
}

/** Check constraints, triggers and partial indexes: one file per feature, in the order of their names. */
export async function readGuards(root: string): Promise<string> {
  const names = await namesIn(join(root, 'prisma', 'guards'), '.sql');
  const texts = await Promise.all(names.map((name) => readFile(join(root, 'prisma', 'guards', name), 'utf8')));
  return texts.map((text, at) => `-- Guards: ${names[at]}\n${text.trim()}\n`).join('\n');
}

/** The whole database from nothing, as the first migration has it. */
export async function initialMigration(root: string): Promise<string> {
  const guards = await readGuards(root);
  const tables = await writeSql(null, await readSchema(root));
  return guards === '' ? tables : `${tables.trimEnd()}\n\n${guards}`;
}

async function namesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).sort();
}
