/** A task that the conference gives, under the item or as a whole: kept with what the item says, so that it closes with it. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../kernel/ids.ts';
import { type Outcome, refused } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { nomineesNamed } from '../../conferences/operations/sitting.ts';
import { giveTask } from '../../tasks/operations.ts';
import type { TaskId } from '../../tasks/types.ts';
import { redraw } from './happen.ts';
import { findRoomToRun } from './room.ts';

type GiveRefusal =
  | AccessRefusal
  | 'conference-unknown'
  | 'conference-cancelled'
  | 'not-on-roll'
  | 'item-unknown'
  | 'roll-call-not-begun'
  | Extract<Awaited<ReturnType<typeof giveTask>>, { ok: false }>['reason'];

/** To anybody with a seat, present or not. Refuses not-on-roll, item-unknown, and what giving a task refuses. */
export async function giveSittingTask(
  act: Act,
  input: {
    readonly conference: ConferenceId;
    readonly item: string | null;
    readonly text: string;
    readonly owner: PersonId;
    readonly dueOn: PlainDate | null;
  },
): Promise<Outcome<TaskId, GiveRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const room = await findRoomToRun(here, input.conference);
    if (!room.ok) return room;
    const { sitting, seats, items, viewer } = room.value;
    if (!sitting) return refused('roll-call-not-begun');
    if (!seats.some((seat) => seat.person === input.owner)) return refused('not-on-roll', {}, 'owner');
    const item = items.find((one) => one.id === input.item) ?? null;
    if (input.item && !item) return refused('item-unknown', {}, 'item');
    const texts = [item?.text, input.text].filter((text) => typeof text === 'string');
    const nominees = await nomineesNamed(here, viewer, texts);
    const given = await giveTask(here, viewer, { ...input, item, nominees });
    if (given.ok) await redraw(here, input.conference, []);
    return given;
  });
}
