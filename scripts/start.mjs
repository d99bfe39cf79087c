/** `npm start`: installs and compiles what is missing, reads .env, and runs the bot in this very process. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, generate, install, root } from './prepare.mjs';

process.chdir(root);
install({ withTools: false });
generate();
build();

// What the environment says wins over the file.
if (existsSync('.env')) process.loadEnvFile('.env');
process.setSourceMapsEnabled(true);
// In this process, and not in a child: a signal, also SIGKILL, then reaches the bot and nothing is left behind.
await import(pathToFileURL(join(root, 'dist', 'src', 'main.js')).href);
