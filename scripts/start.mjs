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
if (process.env.npm_lifecycle_event === 'start') stopWithNpm();
// In this process, and not in a child: a signal, also SIGKILL, then reaches the bot and nothing is left behind.
await import(pathToFileURL(join(root, 'dist', 'src', 'main.js')).href);

/** npm passes a signal on to the shell between it and us, and that dies without passing it on. */
function stopWithNpm() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 200);
  watch.unref();
}
