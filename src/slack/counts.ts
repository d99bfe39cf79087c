/** What the adapter counts for /metrics; nothing else is kept of a refused request. */
export const slackCounts = [
  'bad-signature',
  'stale-request',
  'too-large',
  'malformed',
  'unknown-workspace',
  'event-repeated',
  'answered-late',
  'form-not-opened',
  'answer-lost',
  'socket-reconnected',
] as const;
export type SlackCount = (typeof slackCounts)[number];
export type Count = (what: SlackCount) => void;
