/** How a vote rule is cited: the sources of the parts that decide, with the weakest of their confidences. */

import { ruleSetByKey } from '../../eligibility/rules/rule-set-for.ts';
import { cite, weakest } from '../../eligibility/rules/verdict.ts';
import type { Clause } from '../types/ruling.ts';
import type { RulePart, VoteRule } from '../types/vote-rule.ts';

const decisive = ['quorum', 'threshold', 'passing', 'tie', 'fallback', 'blank'] as const satisfies readonly RulePart[];

/** A source that several parts share is named once. A rule of an unknown rule set is a Bug. */
export function clauseOf(rule: VoteRule): Clause {
  const ruleSet = ruleSetByKey(rule.ruleSet.key, rule.ruleSet.version);
  const parts = rule.proxiesPerPerson.value > 0 ? ([...decisive, 'proxiesPerPerson'] as const) : decisive;
  const sources = parts.map((part) => {
    const { reference, title, article = null, note = null, confidence } = cite(ruleSet, rule[part]);
    return { reference, title, article, note, confidence };
  });
  const isFirst = (source: (typeof sources)[number], index: number): boolean =>
    index ===
    sources.findIndex(
      (other) =>
        other.reference === source.reference &&
        other.article === source.article &&
        other.note?.en === source.note?.en &&
        other.confidence === source.confidence,
    );
  return {
    rule: rule.key,
    title: rule.title,
    ruleSet: { ...rule.ruleSet, title: ruleSet.title },
    sources: sources.filter(isFirst),
    confidence: weakest(sources.map(({ confidence }) => confidence)),
  };
}
