/** Import this first, then `await import('../src/….ts')` works. For scripts and tests; the bot itself runs from dist/. */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
