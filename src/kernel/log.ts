/** The log: static message plus facts. Never names, typed texts, votes, tokens, or library messages that quote values. */
import { pino } from 'pino';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

export interface Log {
  /** Our bug. */
  error(facts: object, message: string): void;
  /** Worth a look each week. */
  warn(facts: object, message: string): void;
  info(facts: object, message: string): void;
  debug(facts: object, message: string): void;
}

export function createLog(level: LogLevel): Log {
  return pino({ level, base: undefined, redact: ['*.token', '*.secret', '*.text'] });
}

export const silentLog: Log = { error() {}, warn() {}, info() {}, debug() {} };

/** What may be logged of an error: its class and stack frames, without the message (libraries quote values in it). */
export function errorFacts(error: unknown): { error: string; code: string | null; at: string } {
  if (!(error instanceof Error)) return { error: typeof error, code: null, at: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .map((line) => line.trim())
    .join(' | ');
  const cause = error.cause instanceof Error ? ` < ${error.cause.constructor.name}` : '';
  return { error: error.constructor.name + cause, code, at };
}
