/** Counters for GET /metrics. One registry per app, nothing global; labels are fixed words, never ids or names. */
import { Counter, collectDefaultMetrics, Registry } from 'prom-client';

export interface Metrics {
  /** One more of this kind in this family: count('router', 'answered'). */
  count(family: Family, what: string): void;
  text(): Promise<{ contentType: string; body: string }>;
}

const families = {
  router: 'What became of what people did',
  slack: 'What Slack sent and how it was answered',
  delivery: 'What became of cards',
  jobs: 'What became of jobs',
} as const;
type Family = keyof typeof families;

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = Object.fromEntries(
    Object.entries(families).map(([family, help]) => [
      family,
      new Counter({ name: `quorate_${family}_total`, help, labelNames: ['what'], registers: [registry] }),
    ]),
  ) as Record<Family, Counter<'what'>>;
  return {
    count: (family, what) => counters[family].inc({ what }),
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
