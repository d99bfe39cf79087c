/** What a typed line means: which plan, which position, who. Nothing is stored here. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcome.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { identifyByName } from '../../people/operations/find.ts';
import type { NameMatch } from '../../people/rules/names.ts';
import type { Person } from '../../people/types.ts';
import type { Plan, Position } from '../../plans/types.ts';
import { matchPosition, type PositionMatch } from '../rules.ts';
import { authoriseProposing, proposablePlans } from './may-propose.ts';

export interface LineRead {
  /** To choose from when `meant` is null: those with such a position, else all open ones. */
  readonly plans: readonly Plan[];
  readonly mayMakePlan: boolean;
  readonly meant: {
    readonly plan: Plan;
    readonly position: PositionMatch<Position>;
    readonly person: NameMatch<Person>;
  } | null;
}

const namesShown = 10;

/** Refusals: access. Somebody without a role in the committee finds nobody by name, and chooses in the form instead. */
export async function readLine(
  act: Act,
  committee: CommitteeId,
  line: { readonly person: string; readonly position: string },
): Promise<Outcome<LineRead, AccessRefusal>> {
  const open = await proposablePlans(act, committee);
  if (!open.ok) return open;
  const { plans, mayMakePlan } = open.value;
  const fitting = plans.filter((plan) => matchPosition(line.position, plan.positions).kind !== 'none');
  const [plan, ...others] = fitting.length > 0 ? fitting : plans;
  if (!plan || others.length > 0) {
    return done({ plans: fitting.length > 0 ? fitting : plans, mayMakePlan, meant: null });
  }
  const position = matchPosition(line.position, plan.positions);
  const person = await whoIsMeant(act, committee, plan, line.person);
  return done({ plans, mayMakePlan, meant: { plan, position, person } });
}

async function whoIsMeant(act: Act, committee: CommitteeId, plan: Plan, typed: string): Promise<NameMatch<Person>> {
  const proposing = await authoriseProposing(act, committee, plan.id);
  if (!proposing.ok || proposing.value.viewer.roles.length === 0) return { kind: 'none' };
  return identifyByName(act, proposing.value.viewer, typed, namesShown);
}
