/** A "no" of the database itself, for stores and operations that turn it into a refusal. */
import { type Layer, layersOf } from './error-layers.ts';

/**
 * A unique key said no. Inside a transaction nothing more can be asked after it: answer with a refusal.
 * @param constraint the key's name as in the migration (`committee_workspaceId_channelId_key`), or its columns; any when left out.
 */
export function isConflict(error: unknown, constraint?: string | readonly string[]): boolean {
  return layersOf(error).some((layer) => {
    if (layer.kind !== 'UniqueConstraintViolation' && layer.code !== '23505') return false;
    if (constraint === undefined) return true;
    const name = nameOf(layer);
    if (name === null) return false;
    return typeof constraint === 'string' ? name === constraint : name.endsWith(`_${constraint.join('_')}_key`);
  });
}

function nameOf(layer: Layer): string | null {
  const constraint = layer.constraint as { index?: string; fields?: string[] } | string | undefined;
  if (typeof constraint === 'string') return constraint;
  if (constraint?.index !== undefined) return constraint.index;
  return constraint?.fields === undefined ? null : `_${constraint.fields.join('_').replaceAll('"', '')}_key`;
}
