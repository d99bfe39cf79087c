/** `npm run check:sources`: fails when a rule of a rule set cites nothing, or something the register does not know. */
import './typescript.mjs';

const { citingOfBallots } = await import('../src/features/ballots/rules/citing.ts');
const { citingOfProcedures } = await import('../src/features/procedures/rules/citing.ts');
const { ruleSets } = await import('../src/features/eligibility/rules/rule-set-for.ts');
const { register } = await import('../src/features/eligibility/rules/rule-sets/legal-references.ts');
const { sourceProblems } = await import('../src/features/eligibility/rules/sources.ts');

const citing = [...citingOfBallots(), ...citingOfProcedures()];
const problems = sourceProblems(ruleSets, register, citing);
for (const problem of problems) console.error(problem);
const parameters = ruleSets.reduce((count, { parameters }) => count + Object.keys(parameters).length, 0);
if (problems.length === 0) {
  console.log(`${parameters + citing.length} rules in ${ruleSets.length} rule sets cite ${register.length} entries.`);
}
process.exit(problems.length === 0 ? 0 : 1);
