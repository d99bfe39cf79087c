/** The logger that Slack's libraries get: warnings and errors only, because at debug level they write whole payloads. */
import { type Logger, LogLevel } from '@slack/bolt';
import { errorFacts, type Log } from '../kernel/log.ts';

export function libraryLogger(log: Log): Logger {
  return {
    debug() {},
    info() {},
    warn: (...said) => log.warn(facts(said), 'slack library warns'),
    error: (...said) => log.error(facts(said), 'slack library reports an error'),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

/** Errors by class and place only: their messages may quote what Slack was sent. */
function facts(said: unknown[]): object {
  const error = said.find((each) => each instanceof Error);
  if (error) return errorFacts(error);
  const [first] = said;
  return { said: typeof first === 'string' ? first.slice(0, 160) : typeof first };
}
