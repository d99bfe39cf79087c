/** How long opened papers stay sealed in the urn, so that two key-holders can open them again. */
const disputeDays = 30;
const dayMs = 86_400_000;

export function disputeEnds(countedAt: Date): Date {
  return new Date(countedAt.getTime() + disputeDays * dayMs);
}

/** What was counted before this moment is destroyed now. */
export function disputeBegan(now: Date): Date {
  return new Date(now.getTime() - disputeDays * dayMs);
}
