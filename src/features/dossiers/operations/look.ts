/** Dossiers of a plan as those who keep the list may see them, and what a submission of the list would lack. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import type { Confidence } from '../../eligibility/types.ts';
import { candidatesOf } from '../../nominations/operations/look.ts';
import { planOf, plansOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import { lacking, standingOf } from '../rules.ts';
import * as store from '../store.ts';
import type { DossierLine, Dossiers, Incomplete } from '../types.ts';

export interface At {
  readonly committee: CommitteeId;
  readonly plan: PlanId;
}

export type DossierAccess = AccessRefusal | 'plan-unknown';

/** Of everybody on the list now. Right: candidates.enter. Refusals: access, plan-unknown. */
export async function seeDossiers(act: Act, at: At): Promise<Outcome<Dossiers, DossierAccess>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const plan = await planOf(act, viewer.value, at.plan);
  return plan ? done(await dossiersIn(act, viewer.value, plan)) : refused('plan-unknown');
}

/** One person's, over all positions for which they are put forward. Refusals: dossier-nominee-gone, and those above. */
export async function seeDossier(
  act: Act,
  at: At & { readonly person: PersonId },
): Promise<Outcome<Dossiers, DossierAccess | 'dossier-nominee-gone'>> {
  const all = await seeDossiers(act, at);
  if (!all.ok) return all;
  const lines = all.value.lines.filter(({ person }) => person === at.person);
  return lines.length > 0 ? done({ ...all.value, lines }) : refused('dossier-nominee-gone');
}

/** Plans of which there are dossiers to keep, the newest term first. Refusals: access (candidates.enter). */
export async function plansWithDossiers(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<readonly Plan[], AccessRefusal>> {
  const viewer = await authorise(act, committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  return done((await plansOf(act, viewer.value)).filter(({ isClosed }) => !isClosed));
}

/** The caller has authorised. */
export async function dossiersIn(act: Act, viewer: Viewer, plan: Plan): Promise<Dossiers> {
  const { dossierPapers: rule } = ruleSetOfPlan(plan).parameters;
  const required = rule.value;
  const papers = await store.listPapers(act.store, viewer, { plans: [plan.id] });
  const today = dateIn(act.zone, act.now);
  const candidates = await candidatesOf(act, viewer, { plans: [plan.id], states: ['listed'] });
  const lines = candidates.map(({ person, fullName, position, positionTitle, proposedBy }): DossierLine => {
    const own = papers.filter((paper) => paper.person === person);
    return { person, fullName, position, positionTitle, proposedBy, papers: standingOf(required, own, today) };
  });
  return { plan, required, confidence: rule.confidence, lines };
}

/** For whoever hands these people of a plan upward and has been authorised; each once, in protocol order. */
export async function incompleteDossiers(
  act: Act,
  viewer: Viewer,
  which: { readonly plan: PlanId; readonly persons: readonly PersonId[] },
): Promise<{
  readonly incomplete: readonly Incomplete[];
  readonly confidence: Confidence;
  /** What of them was ticked off: for the submission's check sum. */
  readonly kept: readonly (readonly string[])[];
}> {
  const plan = await planOf(act, viewer, which.plan);
  if (!plan) return { incomplete: [], confidence: 'unconfirmed', kept: [] };
  const { lines, confidence } = await dossiersIn(act, viewer, plan);
  const each = lines.filter(
    ({ person }, index) =>
      which.persons.includes(person) && lines.findIndex((other) => other.person === person) === index,
  );
  return {
    confidence,
    incomplete: each.flatMap(({ fullName, papers }) => {
      const lacks = lacking(papers);
      return lacks.length > 0 ? [{ fullName, lacks }] : [];
    }),
    kept: each.flatMap(({ papers }) =>
      papers.flatMap(({ paper }) => (paper ? [[paper.id, paper.person, paper.kind, paper.expiresOn ?? '']] : [])),
    ),
  };
}
