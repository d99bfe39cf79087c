/** Times with a beginning, and an end or none. */
import type { Span } from '../../access/types.ts';

/** Everything that touches the day: somebody who could read in the morning and not in the evening is among both. */
export function touching<Of extends Span>(day: Span & { readonly to: Date }, spans: readonly Of[]): readonly Of[] {
  return spans.filter((span) => common(span, day) !== null);
}

/** Without the time of `gone`. */
export function without(spans: readonly Span[], gone: Span): readonly Span[] {
  return spans.flatMap((span) => {
    if (!common(span, gone)) return [span];
    const before = gone.from > span.from ? [{ from: span.from, to: gone.from }] : [];
    const after = gone.to && (span.to === null || gone.to < span.to) ? [{ from: gone.to, to: span.to }] : [];
    return [...before, ...after];
  });
}

/** Null: they have no moment in common. */
export function common(a: Span, b: Span): Span | null {
  const from = new Date(Math.max(a.from.getTime(), b.from.getTime()));
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return to === null || from < to ? { from, to } : null;
}
