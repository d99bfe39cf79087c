/** Creates and updates the queue's own schema. Runs at start after our migrations, and in the template of the tests. */
import { Logger, runMigrations } from 'graphile-worker';

const quiet = new Logger(() => () => {});

/** Safe to call from several instances at once: graphile-worker takes its own lock. */
export async function installQueue(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: quiet });
}
