/** Lists that were taken in, with what they changed, for as long as they can be taken back. */
import { z } from 'zod';
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { newId, type PlanId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import { type IntakeId, type ListKind, listKinds, measureKinds, measureStates } from '../types.ts';

const text = z.string().nullable();

export const Changes = z.object({
  /** `version`: the one that the list made; `before` null: it brought the measure. */
  measures: z.array(
    z.object({
      id: z.string(),
      version: z.number(),
      before: z
        .object({
          kind: z.enum(measureKinds),
          what: z.string(),
          ...{ responsible: text, startsOn: text, dueOn: text, movement: text, word: text },
          state: z.enum(measureStates),
        })
        .nullable(),
    }),
  ),
  /** `before`: the one in whose place it came. */
  experiences: z.array(z.object({ id: z.string(), before: text })),
});
export type Changes = z.output<typeof Changes>;

export interface Intake {
  readonly id: IntakeId;
  readonly plan: PlanId;
  readonly list: ListKind;
  readonly changes: Changes;
}

export async function insertIntake(
  tx: StoreHandle,
  viewer: Viewer,
  intake: Omit<Intake, 'id'>,
  now: Date,
): Promise<IntakeId> {
  const id = newId<IntakeId>();
  await client(tx).developmentIntake.create({
    data: {
      ...{ id, committeeId: viewer.committee, planId: intake.plan, list: intake.list },
      ...{ changes: Changes.parse(intake.changes), takenInBy: viewer.person, takenInAt: now },
    },
  });
  return id;
}

/** Marks it as taken back and returns it, once; null: there is none, it is too old, or somebody was faster. */
export async function takeIntake(
  tx: StoreHandle,
  viewer: Viewer,
  id: IntakeId,
  when: { readonly now: Date; readonly since: Date },
): Promise<Intake | null> {
  const which = { id, committeeId: viewer.committee, takenInAt: { gt: when.since } };
  const { count } = await client(tx).developmentIntake.updateMany({
    where: { ...which, takenBackAt: null },
    data: { takenBackAt: when.now },
  });
  const row = count === 1 ? await client(tx).developmentIntake.findUnique({ where: { id } }) : null;
  if (!row) return null;
  const list = listKinds.find((kind) => kind === row.list) ?? 'measures';
  return { id, plan: row.planId as PlanId, list, changes: Changes.parse(row.changes) };
}

export async function deleteIntakes(store: StoreHandle, before: Date): Promise<void> {
  await client(store).developmentIntake.deleteMany({ where: { takenInAt: { lte: before } } });
}
