/** What other rules would change for people: in the plan, on its list, and in the register. Nothing is changed by looking. */
import { byGivenName } from '../../../i18n/names.ts';
import type { Act } from '../../../kernel/act.ts';
import { dateIn } from '../../../kernel/time.ts';
import { clockworkViewer } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { checkAmong, standingIn } from '../../nominations/operations/check.ts';
import { peopleByIds, registerAs } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import type { Plan } from '../../plans/types.ts';
import { factsFor } from '../../pools/operations/compute.ts';
import { findingsFor } from '../../pools/rules.ts';
import { verdictChanges } from '../rules/on-plan.ts';
import type { Effect } from '../types.ts';

/** `changed`: the same plan with other rules. By position in protocol order, then by given name. */
export async function effectsOf(act: Act, viewer: Viewer, old: Plan, changed: Plan): Promise<readonly Effect[]> {
  const standing = await standingIn(act, old);
  const inPlan = standing.entries.map(({ person, position }) => ({ person, position, isInPlan: true }));
  const isThere = new Set(inPlan.map(({ person, position }) => `${person} ${position}`));
  const listed = standing.listed
    .filter(({ person, position }) => !isThere.has(`${person} ${position}`))
    .map(({ person, position }) => ({ person, position, isInPlan: false }));
  const ids = [...inPlan, ...listed].map(({ person }) => person);
  const known = new Map((await peopleByIds(act, old.committee, [...new Set(ids)])).map((one) => [one.id, one]));
  const how = { on: dateIn(act.zone, act.now), hidden: viewer.hiddenNominees };
  const byName = byGivenName(act.locale);
  return old.positions.flatMap((position) =>
    [...inPlan, ...listed]
      .flatMap((one) => {
        const person = known.get(one.person);
        return person && one.position === position.id ? [{ person, isInPlan: one.isInPlan }] : [];
      })
      .sort((a, b) => byName(a.person.fullName, b.person.fullName) || bornFirst(a.person, b.person))
      .flatMap(({ person, isInPlan }) => {
        const verdicts = (plan: Plan) => checkAmong(standing, { plan, position, person }, how).check.verdicts;
        return verdictChanges(verdicts(old), verdicts(changed)).map((change) => ({
          ...{ person, position, isInPlan, change },
        }));
      }),
  );
}

function bornFirst(a: Person, b: Person): number {
  return (a.birthMonth ?? '').localeCompare(b.birthMonth ?? '') || (a.unit ?? '').localeCompare(b.unit ?? '');
}

/** Counted over the people and positions of which the actor may know. */
export async function registerEffects(act: Act, viewer: Viewer, old: Plan, changed: Plan) {
  const people = await registerAs(act, viewer);
  const facts = await factsFor(act, clockworkViewer({ ...act, member: null, person: null }, old.committee), old);
  const qualifying = (plan: Plan) => {
    const against = { ...facts, plan, ruleSet: ruleSetOfPlan(plan) };
    const findings = people.flatMap((person) => findingsFor(person, against));
    return new Set(
      findings
        .filter(({ outcome }) => outcome === 'qualifies')
        .flatMap(({ person, positions }) => positions.map((position) => `${person} ${position}`)),
    );
  };
  const [before, after] = [qualifying(old), qualifying(changed)];
  const only = (these: ReadonlySet<string>, those: ReadonlySet<string>) =>
    new Set([...these].filter((one) => !those.has(one)).map((one) => one.split(' ')[0])).size;
  return { gained: only(after, before), lost: only(before, after) };
}
