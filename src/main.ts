/** Reads the environment once, builds the app, starts it, and stops it on a signal. */
import { startApp } from './app.ts';
import { problemText, readConfig } from './config/config.ts';
import { CannotStart } from './database/cannot-start.ts';
import { createLog, errorFacts } from './kernel/log.ts';
import { welcome } from './welcome.ts';

const read = await readConfig(process.env);
if (!read.ok) {
  console.error(`Quorate cannot start. Please put these settings right:\n${problemText(read.problems)}`);
  process.exit(1);
}
const { config, warnings } = read;
const log = createLog(config.logLevel);
if (warnings.length > 0) console.warn(problemText(warnings));

try {
  const app = await startApp(config, { log });
  console.log(welcome(config, app.port));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      app.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error(errorFacts(error), 'could not stop cleanly');
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  if (error instanceof CannotStart) console.error(`Quorate cannot start: ${error.message}`);
  else if (isPortTaken(error)) {
    console.error(
      `Quorate cannot start: port ${config.port} is in use, perhaps by Quorate itself. Stop that program or set PORT.`,
    );
  } else log.error(errorFacts(error), 'could not start');
  process.exit(1);
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
