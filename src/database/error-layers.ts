/** A failed statement reaches us wrapped: Prisma's error, the adapter's in its `meta`, the driver's as a cause. */

export type Layer = Record<string, unknown>;

/** The error, its causes, and the driver's error that Prisma hides in `meta`. */
export function layersOf(error: unknown): Layer[] {
  const layers: Layer[] = [];
  let rest: unknown[] = [error];
  while (rest.length > 0 && layers.length < 10) {
    const next = rest.filter((part) => typeof part === 'object' && part !== null) as Layer[];
    layers.push(...next);
    rest = next.flatMap((layer) => [layer.cause, (layer.meta as Layer | undefined)?.driverAdapterError]);
  }
  return layers;
}

/** SQLSTATE codes. Prisma's own (P2002) and some of Node's (EPIPE) have five characters too. */
export function sqlStatesOf(layer: Layer): string[] {
  return [layer.code, layer.originalCode].filter(
    (code): code is string => typeof code === 'string' && /^(?=.*\d)(?!P[1-9])[0-9A-Z]{5}$/.test(code),
  );
}
