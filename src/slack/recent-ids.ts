/** The newest ids that were seen, up to a number; older ones are forgotten. */
export interface RecentIds {
  /** False when it was there already. */
  add(id: string): boolean;
  forget(id: string): void;
}

export function recentIds(max: number): RecentIds {
  const ids = new Set<string>();
  return {
    add(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      if (ids.size > max) ids.delete(ids.values().next().value as string);
      return true;
    },
    forget: (id) => void ids.delete(id),
  };
}
