/** The quorum foretold, with the rule that it was announced under, its version and its source. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Membership } from '../../committees/types.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { quorumNeeded } from '../../eligibility/rules/quorum.ts';
import { cite } from '../../eligibility/rules/verdict.ts';
import type { Parameter, QuorumRule, RuleSet } from '../../eligibility/types.ts';
import { countAnswers, foretell } from '../rules/quorum.ts';
import type { CallKind, Forecast, Reply, Revision, Summoned } from '../types.ts';

/** `sight` must hold everybody's answers: only those who may schedule have it. */
export function forecastOf(
  sight: {
    readonly revision: Pick<Revision, 'ruleSet' | 'ruleSetVersion' | 'call'>;
    readonly summoned: readonly Pick<Summoned, 'person' | 'counts'>[];
    readonly replies: readonly Pick<Reply, 'person' | 'answer'>[];
  },
  members: readonly Pick<Membership, 'person' | 'votes'>[],
): Forecast {
  const ruleSet = ruleSetOfPlan(sight.revision);
  const quorum = quorumOf(ruleSet, sight.revision.call);
  const voters = new Set<PersonId>(members.filter((member) => member.votes).map((member) => member.person));
  const counts = countAnswers(quorum.value.base, sight.summoned, voters, sight.replies);
  const needed = quorumNeeded(quorum.value, counts.base);
  return {
    ...counts,
    needed,
    verdict: foretell(counts, needed),
    rule: quorum.value,
    ruleSet: { key: ruleSet.key, version: ruleSet.version, title: ruleSet.title },
    source: cite(ruleSet, quorum),
    confidence: quorum.confidence,
  };
}

/** The rule of the second call where there is one, and it is one. */
export function quorumOf(ruleSet: RuleSet, call: CallKind): Parameter<QuorumRule> {
  const { quorum, secondCall } = ruleSet.parameters;
  return call === 'second' && secondCall.value ? { ...secondCall, value: secondCall.value.quorum } : quorum;
}

/** The rule by which the quorum of an announcement is counted. */
export function quorumRuleOf(revision: Pick<Revision, 'ruleSet' | 'ruleSetVersion' | 'call'>): QuorumRule {
  return quorumOf(ruleSetOfPlan(revision), revision.call).value;
}
