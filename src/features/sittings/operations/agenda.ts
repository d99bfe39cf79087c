/** Items are taken up and closed; whoever an item is closed to is out of it from that moment, without a word why. */
import { send } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { nomineesNamed, nomineesOnLists } from '../../conferences/operations/sitting.ts';
import { leaderOfItem } from '../rules/item-chair.ts';
import { insertItems } from '../store/sittings.ts';
import type { Course, SittingItemId } from '../types.ts';
import { closedFor, type Happening, type HappenRefusal, happen, textMax, type When } from './happen.ts';
import type { Room } from './room.ts';

/**
 * Takes an item up; one still under discussion is closed by it. People recused from it are marked out of it, and asked
 * to leave where they can be reached; when the chair is among them, a deputy leads it. Refuses item-unknown.
 */
export async function takeUp(
  act: Act,
  input: When & { readonly item: SittingItemId },
): Promise<Outcome<Room, HappenRefusal | 'item-unknown'>> {
  return happen(act, input, async (room) => {
    const { before, items } = room;
    const item = items.find((one) => one.id === input.item);
    if (!item) return refused('item-unknown', {}, 'item');
    const out = await closedFor(room.act, room, item);
    const isOut = before.out.get(input.item) ?? new Set<PersonId>();
    const fresh = out.filter((person) => !isOut.has(person));
    if (isNow(room)) await askToLeave(room.act, room, fresh, item);
    const closing: Happening[] =
      before.current && before.current !== input.item ? [{ kind: 'item-closed', item: before.current }] : [];
    return done([
      ...closing,
      takingUp(room, input.item, [...isOut, ...fresh]),
      ...fresh.map((person) => ({ kind: 'stepped-out' as const, item: input.item, person })),
    ]);
  });
}

export async function closeItem(act: Act, when: When): Promise<Outcome<Room, HappenRefusal>> {
  return happen(act, when, async ({ before }) =>
    before.current ? done([{ kind: 'item-closed', item: before.current }]) : refused('item-not-current'),
  );
}

/** An item that the room adds, and takes up at once. Refuses item-text-missing. */
export async function addItem(
  act: Act,
  input: When & { readonly text: string },
): Promise<Outcome<Room, HappenRefusal | 'item-text-missing'>> {
  const text = input.text.normalize('NFC').trim();
  if (text === '') return refused('item-text-missing', {}, 'text');
  if (text.length > textMax) return refused('sitting-text-too-long', { max: textMax }, 'text');
  return happen(act, input, async (room) => {
    const { before, items } = room;
    const place = Math.max(-1, ...items.map((one) => one.place)) + 1;
    const [item] = await insertItems(room.act.store, input.conference, [{ place, text, list: null, inConsent: false }]);
    if (!item) return refused('item-text-missing', {}, 'text');
    const out = await closedFor(room.act, room, { id: item, place, text, list: null, inConsent: false });
    if (isNow(room)) await askToLeave(room.act, room, out, { text, list: null });
    return done([
      ...(before.current ? [{ kind: 'item-closed' as const, item: before.current }] : []),
      takingUp(room, item, out),
      ...out.map((person) => ({ kind: 'stepped-out' as const, item, person })),
    ]);
  });
}

/** With who leads it, where that is not the chair of the conference. */
function takingUp(
  { before, members }: Pick<Room, 'members'> & { readonly before: Course },
  item: SittingItemId,
  out: readonly PersonId[],
): Happening {
  const course = { ...before, current: item, out: new Map([...before.out, [item, new Set(out)]]) };
  const leader = leaderOfItem(course, members);
  return { kind: 'taken-up', item, person: leader === before.chair ? null : leader };
}

/** What is recorded afterwards asks nobody to leave any more. */
function isNow({ at, act }: { readonly at: Date; readonly act: Act }): boolean {
  return act.now.getTime() - at.getTime() < 5 * 60_000;
}

/** Says nothing of the item: only that one is on for which they are recused. */
async function askToLeave(
  act: Act,
  { committee, conference, viewer }: Room,
  persons: readonly PersonId[],
  { text, list }: { readonly text: string | null; readonly list: string | null },
): Promise<void> {
  if (persons.length === 0) return;
  const onList = list ? ((await nomineesOnLists(act, [list])).get(list) ?? []) : [];
  const nominees = [...onList, ...(await nomineesNamed(act, viewer, text ? [text] : []))];
  for (const person of persons) {
    await send(act.store, act, {
      kind: 'sittings.leave-item',
      ids: { conference: conference.id },
      to: { person },
      committee: committee.id,
      nominees,
      key: `sittings.leave-item:${newId<Id<'card'>>()}`,
      mayRepeat: true,
      validUntil: new Date(act.now.getTime() + leaveCardMs),
    });
  }
}

/** Later the item is over. */
const leaveCardMs = 30 * 60_000;
