/** How a rule states its verdict: numbers, cited sources, and the weakest of their confidences. */
import { Bug } from '../../../kernel/errors.ts';
import type { Facts } from '../../../kernel/outcome.ts';
import {
  type CitedSource,
  type Confidence,
  confidences,
  type Parameter,
  type RuleKey,
  type RuleSet,
  type Verdict,
  type VerdictLevel,
} from '../types.ts';

export interface Finding {
  readonly rule: RuleKey;
  readonly level: VerdictLevel;
  readonly facts: Facts;
  /** The parameters that were used: they are cited with the verdict. */
  readonly by: readonly Parameter<unknown>[];
}

export function verdictOf(ruleSet: RuleSet, { rule, level, facts, by }: Finding): Verdict {
  return {
    rule,
    level,
    facts,
    sources: by.map((parameter) => cite(ruleSet, parameter)),
    confidence: weakest(by.map((parameter) => parameter.confidence)),
    ruleSet: { key: ruleSet.key, version: ruleSet.version },
  };
}

export function weakest(found: readonly Confidence[]): Confidence {
  return confidences.findLast((confidence) => found.includes(confidence)) ?? 'unconfirmed';
}

/** Of what a committee has set itself, under whatever rule set. */
export const committeeOwn = {
  key: 'committee-own',
  title: { vi: 'Tập thể tự quy định', en: 'Set by the committee itself' },
} as const;

export function cite(ruleSet: RuleSet, parameter: Parameter<unknown>): CitedSource {
  const { legalReferences } = ruleSet;
  const reference = [...legalReferences, committeeOwn].find((known) => known.key === parameter.source.reference);
  if (reference === undefined) throw new Bug(`rule set ${ruleSet.key} cites an unlisted reference`);
  return { ...parameter.source, title: reference.title, confidence: parameter.confidence };
}
