/** `npm run check`: everything that is checked before a change is taken. All of it runs, then the failures are named. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { generate, install, root } from './prepare.mjs';

install({ withTools: true });
generate();

const checks = [
  ['types', [join('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit']],
  ['lint and format', [join('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '.']],
  ['sources of the rules', [join('scripts', 'check-sources.mjs')]],
  ['tests', [join('scripts', 'test.mjs')]],
];
const failed = checks.filter(([name, args]) => {
  console.log(`\n== ${name}`);
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) console.error(`\nNot in order: ${failed.map(([name]) => name).join(', ')}.`);
process.exit(failed.length > 0 ? 1 : 0);
