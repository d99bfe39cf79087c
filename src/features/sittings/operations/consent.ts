/** The consent block while the conference runs: everything in it to which nobody objects is adopted by one act. */
import type { Act } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { togetherNow } from '../rules/consent.ts';
import type { Course, ShowOfHands, SittingItemId } from '../types.ts';
import { closedForEach, type Happening, type HappenRefusal, happen, type When } from './happen.ts';
import { checkHands, type DecisionRefusal, itemQuorum } from './record.ts';
import type { Room } from './room.ts';

/**
 * Adopts these items of the block, by general consent or by one show of hands; the rest stay ordinary items, and an item
 * under discussion is closed. Each has its own quorum, without those recused from it, and the hands must fit each.
 * Refuses consent-none-chosen; consent-item-settled for one that is not in the block or was dealt with meanwhile.
 */
export async function adoptTogether(
  act: Act,
  input: When & { readonly items: readonly SittingItemId[]; readonly hands: ShowOfHands | null },
): Promise<Outcome<Room, HappenRefusal | DecisionRefusal | 'consent-none-chosen' | 'consent-item-settled'>> {
  if (input.items.length === 0) return refused('consent-none-chosen', {}, 'items');
  return happen(act, input, async (room) => {
    const { before, hands } = { ...room, hands: input.hands };
    const block = new Set(togetherNow({ ...room, course: before }).map((item) => item.id));
    const chosen = room.items.filter((item) => input.items.includes(item.id));
    if (chosen.length < input.items.length || chosen.some(({ id }) => !block.has(id))) {
      return refused('consent-item-settled', {}, 'items');
    }
    const closed = await closedForEach(room.act, room, chosen);
    const happenings: Happening[] = before.current ? [{ kind: 'item-closed', item: before.current }] : [];
    for (const { id: item } of chosen) {
      const isOut = before.out.get(item) ?? new Set();
      const fresh = (closed.get(item) ?? []).filter((person) => !isOut.has(person));
      const without: Course = { ...before, out: new Map([...before.out, [item, new Set([...isOut, ...fresh])]]) };
      const quorum = itemQuorum(room, without, item);
      const outcome = hands ? 'adopted' : 'consensus';
      const checked = checkHands(outcome, hands, quorum?.counted ?? 0);
      if (!checked.ok) return checked;
      const facts = { outcome, isTogether: true, ...(hands ? { hands } : {}), ...(quorum ? { quorum } : {}) } as const;
      happenings.push(...fresh.map((person) => ({ kind: 'stepped-out' as const, item, person })), {
        kind: 'decided',
        item,
        facts,
      });
    }
    return done(happenings);
  });
}
