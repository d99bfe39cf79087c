/** Which data of a person and a plan the rules of a rule set ask for: what none asks for is not asked of anybody. */
import type { AskedData, RuleSet } from '../types.ts';

export function askedData({ parameters, forms }: RuleSet): AskedData {
  return {
    age: parameters.retirement.value !== null,
    levels: parameters.onlyHigher.value || parameters.maxPositionsPerPerson.value !== null,
    discipline: parameters.discipline.value !== null,
    congress: parameters.ageReference.value === 'congress-month',
    partyPosts: forms.partyPosts,
    origins: forms.origins,
  };
}
