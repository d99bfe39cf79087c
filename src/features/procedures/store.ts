/** The procedures of plans, and what was entered of their steps. A candidate whose case is closed to the viewer is left out. */
import { client } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { StoreHandle, ViaKind } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { type CommitteeId, type Id, newId, type PersonId, type PlanId } from '../../kernel/ids.ts';
import type { Viewer } from '../access/types.ts';
import type { EnteredCandidate, EnteredStep, PlanProcedure, ProcedureId, StepReturn } from './types/current.ts';
import type { RuleChange } from './types/own-rule.ts';
import { Procedure } from './types/procedure.ts';

const whole = { ruleChanges: { where: { supersededAt: null }, orderBy: { part: 'asc' } } } as const;

/** Before there is a viewer: a button knows the procedure, not its committee. */
export async function committeeOf(store: StoreHandle, id: ProcedureId): Promise<CommitteeId | null> {
  const [row] = await client(store).$queryRaw<readonly { committeeId: CommitteeId }[]>`
    SELECT p."committeeId" FROM "plan_procedure" f JOIN "plan" p ON p."id" = f."planId" WHERE f."id" = ${id}::uuid`;
  return row?.committeeId ?? null;
}

/** The one that runs; null: none was chosen yet. */
export async function currentOf(store: StoreHandle, viewer: Viewer, plan: PlanId): Promise<PlanProcedure | null> {
  const row = await client(store).planProcedure.findFirst({ where: { planId: plan, endedAt: null }, include: whole });
  return row ? toProcedure(row, viewer) : null;
}

export async function findProcedure(
  store: StoreHandle,
  viewer: Viewer,
  id: ProcedureId,
): Promise<PlanProcedure | null> {
  const row = await client(store).planProcedure.findFirst({ where: { id }, include: whole });
  return row ? toProcedure(row, viewer) : null;
}

/** Null: one runs already. The plan is the viewer's. */
export async function insertProcedure(
  tx: StoreHandle,
  chosen: { readonly plan: PlanId; readonly procedure: Procedure },
  by: { readonly at: Date; readonly person: PersonId | null },
): Promise<ProcedureId | null> {
  const id = newId<ProcedureId>();
  const { count } = await client(tx).planProcedure.createMany({
    data: [
      {
        ...{ id, planId: chosen.plan, occasion: chosen.procedure.occasion, startedAt: by.at, startedBy: by.person },
        procedure: chosen.procedure as unknown as Prisma.InputJsonObject,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

export async function endProcedure(tx: StoreHandle, id: ProcedureId, at: Date): Promise<void> {
  await client(tx).planProcedure.updateMany({ where: { id, endedAt: null }, data: { endedAt: at } });
}

/** Two who enter a step, or open its vote, at the same moment do so one after the other. */
export async function holdProcedure(tx: StoreHandle, id: ProcedureId): Promise<void> {
  await client(tx).$queryRaw`SELECT 1 FROM "plan_procedure" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

/** Takes the place of what was entered of the step before. */
export async function insertOutcome(
  tx: StoreHandle,
  id: ProcedureId,
  entered: Omit<EnteredStep, 'enteredAt'>,
  by: { readonly at: Date; readonly person: PersonId | null },
): Promise<void> {
  const { step, heldOn, via, reference, note, isPassed, candidates } = entered;
  await client(tx).stepOutcome.updateMany({
    where: { procedureId: id, step, supersededAt: null },
    data: { supersededAt: by.at },
  });
  await client(tx).stepOutcome.create({
    data: {
      ...{ id: newId<Id<'step-outcome'>>(), procedureId: id, step, heldOn, viaKind: via, viaReference: reference },
      ...{ note, isPassed, enteredBy: by.person, enteredAt: by.at },
      candidates: candidates.map((one) => ({ ...one })),
    },
    select: { id: true },
  });
}

/** Takes the place of an earlier one of the same part. */
export async function insertRuleChange(
  tx: StoreHandle,
  id: ProcedureId,
  { step, part, value, reason, changedAt }: RuleChange,
  person: PersonId | null,
): Promise<void> {
  await client(tx).stepRuleChange.updateMany({
    where: { procedureId: id, step, part, supersededAt: null },
    data: { supersededAt: changedAt },
  });
  await client(tx).stepRuleChange.create({
    data: {
      ...{ id: newId<Id<'step-rule-change'>>(), procedureId: id, step, part, reason, changedAt, changedBy: person },
      value: value as unknown as Prisma.InputJsonObject,
    },
    select: { id: true },
  });
}

export async function outcomesOf(store: StoreHandle, viewer: Viewer, id: ProcedureId): Promise<readonly EnteredStep[]> {
  const rows = await client(store).stepOutcome.findMany({
    where: { procedureId: id, supersededAt: null },
    orderBy: { enteredAt: 'asc' },
  });
  return rows.map(({ step, heldOn, viaKind, viaReference, note, isPassed, candidates, enteredAt }) => ({
    ...{ step, heldOn, via: viaKind as ViaKind, reference: viaReference, note, isPassed, enteredAt },
    candidates: (candidates as unknown as readonly EnteredCandidate[]).filter(
      ({ person }) => !viewer.hiddenNominees.includes(person),
    ),
  }));
}

export async function insertReturn(
  tx: StoreHandle,
  id: ProcedureId,
  { step, person, position, submission, at }: StepReturn,
  by: PersonId | null,
): Promise<void> {
  await client(tx).stepReturn.create({
    data: {
      ...{ id: newId<Id<'step-return'>>(), procedureId: id, step, personId: person, positionId: position, submission },
      ...{ returnedAt: at, returnedBy: by },
    },
    select: { id: true },
  });
}

/** Those who still stand on the plan's list: whoever was withdrawn since has no step to pass any more. */
export async function returnsOf(store: StoreHandle, viewer: Viewer, id: ProcedureId): Promise<readonly StepReturn[]> {
  const rows = await client(store).$queryRaw<readonly StepReturn[]>`
    SELECT r."step", r."personId" AS "person", r."positionId" AS "position", r."submission", r."returnedAt" AS "at"
      FROM "step_return" r JOIN "plan_procedure" p ON p."id" = r."procedureId"
     WHERE r."procedureId" = ${id}::uuid
       AND EXISTS (SELECT 1 FROM "nomination" n
                    WHERE n."planId" = p."planId" AND n."personId" = r."personId"
                      AND n."positionId" = r."positionId" AND n."state" = 'listed')
     ORDER BY r."returnedAt", r."id"`;
  return rows.filter(({ person }) => !viewer.hiddenNominees.includes(person));
}

function toProcedure(
  row: Prisma.PlanProcedureGetPayload<{ include: typeof whole }>,
  { committee }: Viewer,
): PlanProcedure {
  return {
    ...{ id: row.id as ProcedureId, plan: row.planId as PlanId, committee, startedAt: row.startedAt },
    procedure: Procedure.parse(row.procedure),
    ownParts: row.ruleChanges.map(
      ({ step, part, value, reason, changedAt }) => ({ step, part, value, reason, changedAt }) as unknown as RuleChange,
    ),
  };
}

export const proceduresHoldPeople: HoldsPeople = {
  moves: [
    { table: 'step_outcome', column: 'candidates', isJson: true },
    { table: 'step_return', column: 'personId' },
  ],
  clashes: [],
  stays: {
    'plan_procedure.startedBy': 'who did it then',
    'step_outcome.enteredBy': 'who did it then',
    'step_rule_change.changedBy': 'who did it then',
    'step_return.returnedBy': 'who did it then',
  },
  told: {
    recorded: [
      'plan_procedure.startedBy',
      'step_outcome.enteredBy',
      'step_rule_change.changedBy',
      'step_return.returnedBy',
    ],
    case: ['step_outcome.candidates', 'step_return.personId'],
  },
};
