/** Who basically qualifies for which position by the rules alone, and where somebody stands once people have spoken. */
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import type { PersonId, PositionId } from '../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { isPlainDate, type PlainDate } from '../../kernel/time.ts';
import { checkNomination, summary } from '../eligibility/rules/evaluator.ts';
import { findingsOn } from '../eligibility/rules/leaving.ts';
import type { RuleSet, Verdict } from '../eligibility/types.ts';
import type { Person } from '../people/types.ts';
import type { Plan, PlanEntry, Position } from '../plans/types.ts';
import type {
  Considered,
  Evidence,
  Finding,
  Opinion,
  PoolOutcome,
  PoolRuling,
  PoolStanding,
  Prospects,
} from './types.ts';

export const textMax = 500;

/** What the rules are told beside the person: the plan, who stands in it, who sits on the committee. */
export interface Against {
  readonly plan: Plan;
  readonly ruleSet: RuleSet;
  readonly entries: readonly (Pick<PlanEntry, 'person' | 'position' | 'enteredOn'> & {
    readonly level: number | null;
  })[];
  /** Null where membership does not matter. */
  readonly members: ReadonlySet<PersonId> | null;
  readonly on: PlainDate;
}

const outcomeOf = { eligible: 'qualifies', incomplete: 'not-known', blocked: 'left-out' } as const;

/**
 * One finding for all positions of which the rules say the same of somebody. How many others a position has is no matter
 * here: the pool is the source from which the list is made, so caps on a list leave nobody out of it.
 */
export function findingsFor(person: Person, against: Against): readonly Finding[] {
  const found = new Map<string, { outcome: PoolOutcome; evidence: readonly Evidence[]; positions: PositionId[] }>();
  for (const position of against.plan.positions) {
    const verdicts = verdictsOn(person, position, against);
    const gaps = findingsOn(verdicts);
    const evidence = gaps.map(({ rule, level, facts, ruleSet }) => ({ rule, level, facts, ruleSet }));
    const outcome = outcomeOf[summary(gaps)];
    const same = found.get(canonicalJson(evidence as unknown as Json));
    if (same) same.positions.push(position.id);
    else found.set(canonicalJson(evidence as unknown as Json), { outcome, evidence, positions: [position.id] });
  }
  return [...found.values()].map((one) => ({ person: person.id, ...one }));
}

/** What every rule says of somebody for one position, as far as it is about them. */
export function verdictsOn(person: Person, position: Position, against: Against): readonly Verdict[] {
  const own = against.entries.filter((entry) => entry.person === person.id);
  return checkNomination(
    {
      ...{ on: against.on, person, position },
      ...{ othersInPosition: 0, isBeingAppointed: null, ratioPercent: null, pool: null },
      term: { start: against.plan.termFrom, congress: against.plan.congress },
      otherPositionLevels: own.filter((entry) => entry.position !== position.id).map(({ level }) => level),
      plannedSince: own.find((entry) => entry.position === position.id)?.enteredOn ?? null,
      isCommitteeMember: against.members?.has(person.id) ?? null,
    },
    against.ruleSet,
  );
}

/** A ruling goes before what was computed. */
export function standingOf(outcome: PoolOutcome, ruling: PoolRuling | null): PoolStanding {
  if (ruling !== null) return ruling === 'added' ? 'in' : 'left-out';
  return outcome === 'qualifies' ? 'in' : outcome;
}

const graver: readonly PoolOutcome[] = ['left-out', 'not-known', 'qualifies'];

/**
 * Everybody for every position. Two rows of the register that became one have two findings: the graver one stands until
 * the pool is computed again; of two opinions the later.
 */
export function considered(findings: readonly Finding[], opinions: readonly Opinion[]): readonly Considered[] {
  const spoken = new Map<string, Opinion>();
  for (const opinion of [...opinions].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime())) {
    spoken.set(`${opinion.position} ${opinion.person}`, opinion);
  }
  const all = new Map<string, Considered>();
  for (const { person, positions, outcome, evidence } of findings) {
    for (const position of positions) {
      const key = `${position} ${person}`;
      const before = all.get(key);
      if (before && graver.indexOf(before.outcome) <= graver.indexOf(outcome)) continue;
      const opinion = spoken.get(key) ?? null;
      const standing = standingOf(outcome, opinion?.ruling ?? null);
      all.set(key, { person, position, outcome, standing, evidence, opinion });
    }
  }
  return [...all.values()];
}

export interface Choice {
  readonly isIn: boolean;
  readonly reason: string | null;
  readonly prospects: Prospects | null;
  readonly assessment: string | null;
}

export type OpinionRefusal = 'pool-reason-missing' | 'pool-text-too-long' | 'pool-prospects-missing';

/** Against what the rules say nobody comes in or stays out without a reason; an assessment in words has its level. */
export function checkOpinion(
  outcome: PoolOutcome,
  choice: Choice,
): Outcome<Pick<Opinion, 'ruling' | 'reason' | 'prospects' | 'assessment'>, OpinionRefusal> {
  const tidy = (text: string | null) => text?.normalize('NFC').trim() || null;
  const { isIn, prospects } = choice;
  const [reason, assessment] = [tidy(choice.reason), tidy(choice.assessment)];
  for (const [field, text] of [['reason', reason] as const, ['assessment', assessment] as const]) {
    if ((text?.length ?? 0) > textMax) return refused('pool-text-too-long', { max: textMax }, field);
  }
  const ruling = isIn === (outcome === 'qualifies') ? null : isIn ? 'added' : 'left-out';
  if (ruling !== null && reason === null) return refused('pool-reason-missing', {}, 'reason');
  if (assessment !== null && prospects === null) return refused('pool-prospects-missing', {}, 'prospects');
  return done({ ruling, reason, prospects, assessment });
}

export interface Discussed {
  readonly body: string;
  readonly discussedOn: string;
}

const bodyMax = 200;

/** Which body discussed the pool, and when: not later than the day on which it is confirmed. */
export function checkDiscussed(
  { body, discussedOn }: Discussed,
  today: PlainDate,
): Outcome<Discussed, 'pool-body-missing' | 'pool-body-too-long' | 'pool-day-wrong'> {
  const tidy = body.normalize('NFC').trim();
  if (tidy === '') return refused('pool-body-missing', {}, 'body');
  if (tidy.length > bodyMax) return refused('pool-body-too-long', { max: bodyMax }, 'body');
  if (!isPlainDate(discussedOn) || discussedOn > today) return refused('pool-day-wrong', {}, 'discussedOn');
  return done({ body: tidy, discussedOn });
}
