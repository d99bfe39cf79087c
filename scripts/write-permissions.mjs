/** Prints the table of rights into docs/security.md. `--check` only says whether it is up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import './typescript.mjs';

const { permissionTable } = await import('../src/features/access/rules.ts');
const file = new URL('../docs/security.md', import.meta.url);
const text = readFileSync(file, 'utf8');
const next = text.replace(
  /<!-- permissions -->[\s\S]*<!-- \/permissions -->/,
  `<!-- permissions -->\n${permissionTable()}\n<!-- /permissions -->`,
);
if (!process.argv.includes('--check')) writeFileSync(file, next);
else if (next !== text) {
  console.error('docs/security.md is not up to date: run node scripts/write-permissions.mjs');
  process.exit(1);
}
