/** Whether every rule cites a document that the register knows and that could have ruled at its time. For developers. */
import type { LegalReference, Parameter, RuleSet } from '../types.ts';

/** A value outside the parameters of a rule set that cites one of its references: a vote rule's part, a procedure's steps. */
export interface Citing {
  /** Where it stands, for whoever has to mend it. */
  readonly where: string;
  readonly ruleSet: { readonly key: string; readonly version: number };
  readonly by: Parameter<unknown>;
}

/**
 * One sentence for each fault; none: in order. A citation has to be listed with its rule set and in the register, must not
 * be of a document issued after the rule set ended, nor, unless it is unconfirmed, of one replaced before it began.
 */
export function sourceProblems(
  ruleSets: readonly RuleSet[],
  register: readonly LegalReference[],
  elsewhere: readonly Citing[],
): readonly string[] {
  return [...registerProblems(register), ...ruleSets.flatMap(ofRuleSet), ...elsewhere.flatMap(ofCiting)];

  function ofRuleSet(ruleSet: RuleSet): readonly string[] {
    const unlike = ruleSet.legalReferences
      .filter((listed) => JSON.stringify(listed) !== JSON.stringify(known(listed.key)))
      .map(({ key }) => `${ruleSet.key}: its reference ${key} is not that of the register`);
    const parameters = Object.entries(ruleSet.parameters) as [string, Parameter<unknown>][];
    return [...unlike, ...parameters.flatMap(([name, by]) => ofCitation(`${ruleSet.key}, ${name}`, ruleSet, by))];
  }

  function ofCiting({ where, ruleSet: { key, version }, by }: Citing): readonly string[] {
    const ruleSet = ruleSets.find((one) => one.key === key && one.version === version);
    return ruleSet ? ofCitation(where, ruleSet, by) : [`${where}: there is no rule set ${key} version ${version}`];
  }

  function ofCitation(where: string, ruleSet: RuleSet, { source, confidence }: Parameter<unknown>): readonly string[] {
    const cited = known(source.reference);
    if (source.reference === '') return [`${where} cites nothing`];
    if (!cited) return [`${where} cites ${source.reference}, which the register does not know`];
    const isListed = ruleSet.legalReferences.some(({ key }) => key === cited.key);
    const replaced = cited.replacedBy ? (known(cited.replacedBy)?.issuedOn ?? null) : null;
    const isTooNew = cited.issuedOn !== null && ruleSet.validTo !== null && cited.issuedOn > ruleSet.validTo;
    const isTooOld = replaced !== null && replaced <= ruleSet.validFrom && confidence !== 'unconfirmed';
    return [
      ...(isListed ? [] : [`${where} cites ${cited.key}, which ${ruleSet.key} does not list`]),
      ...(isTooNew ? [`${where} cites ${cited.key} of ${cited.issuedOn}, after ${ruleSet.validTo}`] : []),
      ...(isTooOld ? [`${where} cites ${cited.key}, replaced on ${replaced}, as if it were sure`] : []),
    ];
  }

  function known(key: string): LegalReference | undefined {
    return register.find((entry) => entry.key === key);
  }
}

function registerProblems(register: readonly LegalReference[]): readonly string[] {
  return register.flatMap(({ key, number, issuedOn, replacedBy }, index) => {
    const earlier = register.slice(0, index);
    const isTwin = number !== null && earlier.some((other) => other.number === number && other.issuedOn === issuedOn);
    const next = replacedBy === null ? null : register.find((entry) => entry.key === replacedBy);
    const isBackwards = next?.issuedOn && issuedOn && next.issuedOn <= issuedOn;
    return [
      ...(earlier.some((other) => other.key === key) ? [`register: ${key} stands there twice`] : []),
      ...(isTwin ? [`register: ${key} has number and date of another entry`] : []),
      ...(next === undefined ? [`register: ${key} is replaced by ${replacedBy}, which it does not know`] : []),
      ...(isBackwards ? [`register: ${key} is replaced by ${replacedBy}, which is older`] : []),
    ];
  });
}
