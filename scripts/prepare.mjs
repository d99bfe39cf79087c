/** What has to be there before anything runs: packages, the generated database client, the compiled program. */
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program of ours in the checkout, with its output shown; ends this process when it fails. */
export function mustRun(what, command, args, env = {}) {
  const { status, error } = run(command, args, env);
  if (status === 0) return;
  console.error(`${what} failed${error ? `: ${error.message}` : ''}.`);
  process.exit(status ?? 1);
}

/** With this process's input and output; returns when it has ended. */
export function run(command, args, env = {}) {
  return spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
}

/**
 * Brings node_modules to what package-lock.json says. Not `npm ci`: it refuses a lock file written where the registry
 * offers this platform's packages only, and it begins by deleting everything. --no-save leaves the lock file alone.
 */
export function install({ withTools }) {
  if (packagesAreThere(withTools)) return;
  console.log('Installing packages (once; a minute or two) …');
  // NODE_ENV=production would leave out what the tests need.
  const tools = withTools ? ['--include=dev'] : [];
  mustRun('Installing packages', 'npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...tools,
  ]);
}

function packagesAreThere(withTools) {
  const wanted = readJson('package-lock.json')?.packages ?? {};
  const present = readJson('node_modules/.package-lock.json')?.packages;
  if (present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional || entry.peer || (entry.dev && !withTools)) return true;
    return present[path]?.version === entry.version && existsSync(join(root, path));
  });
}

/** Prisma's client, when the schema has changed since it was last written. */
export function generate() {
  const stamp = join(root, 'src', 'database', 'generated', '.schema');
  const hash = hashOf([...filesUnder('prisma', '.prisma'), 'node_modules/prisma/package.json', 'prisma.config.ts']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  const prisma = join('node_modules', 'prisma', 'build', 'index.js');
  // Prisma would download an engine that nothing here uses; any existing program stands in for it.
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const { status, stderr, stdout } = spawnSync(process.execPath, [prisma, 'generate'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) {
    console.error(`Writing the database client failed.\n${stdout}${stderr}`);
    process.exit(1);
  }
  writeFileSync(stamp, hash);
}

/** dist/, when a source has changed since it was last compiled. */
export function build() {
  const stamp = join(root, 'dist', '.sources');
  const sources = [...filesUnder('src', ''), ...filesUnder('commands', '')];
  const hash = hashOf([...sources, 'tsconfig.json', 'tsconfig.build.json', 'node_modules/typescript/package.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('Compiling …');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  mustRun('Compiling', process.execPath, [
    join('node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    'tsconfig.build.json',
  ]);
  for (const file of sources.filter((path) => !path.endsWith('.ts'))) {
    mkdirSync(dirname(join(root, 'dist', file)), { recursive: true });
    copyFileSync(join(root, file), join(root, 'dist', file));
  }
  writeFileSync(stamp, hash);
}

function filesUnder(folder, ending) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    return undefined;
  }
}
