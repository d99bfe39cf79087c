/** Prints the Slack app manifest: npm run manifest -- [--names vi] [--url https://…] [--taken vote,plan] */
import { parseArgs } from 'node:util';
import './typescript.mjs';

const { values } = parseArgs({
  options: { names: { type: 'string' }, url: { type: 'string' }, taken: { type: 'string' } },
});
const { manifestOf } = await import('../src/manifest.ts');
const names = values.names === 'vi' ? 'vietnamese' : 'english';
const taken = values.taken?.split(',').filter(Boolean) ?? [];
console.log(JSON.stringify(manifestOf({ names, taken, publicUrl: values.url ?? null }), null, 2));
