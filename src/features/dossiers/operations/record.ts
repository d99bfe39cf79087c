/** Ticking papers off, for one nominee or for many; and taking back what was ticked off by mistake. */
import { recordAll } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import type { DossierPaperKind } from '../../eligibility/types.ts';
import { holdPlan } from '../../plans/operations/look.ts';
import { checkPaper, detailsOf, type PaperRefusal, type TypedPaper } from '../rules.ts';
import * as store from '../store.ts';
import type { Dossiers } from '../types.ts';
import { type At, type DossierAccess, dossiersIn } from './look.ts';

export type RecordRefusal =
  | DossierAccess
  | PaperRefusal
  | 'plan-closed'
  | 'dossier-nobody'
  | 'dossier-no-paper'
  | 'dossier-paper-not-asked'
  | 'dossier-nominee-gone'
  | 'dossier-paper-unknown';

/**
 * Ticks these papers off for these people, all or none; one that was ticked off already is corrected, and the older row
 * kept. Right: candidates.enter. Refusals: dossier-nobody, dossier-no-paper, dossier-paper-not-asked (the rule set asks
 * for none of this kind), dossier-nominee-gone (somebody is no longer on the list), plan-closed {title}, those of the
 * paper, access.
 */
export async function recordPapers(
  act: Act,
  input: At & {
    readonly persons: readonly PersonId[];
    readonly kinds: readonly DossierPaperKind[];
    readonly paper: TypedPaper;
  },
): Promise<Outcome<{ readonly recorded: number }, RecordRefusal>> {
  const persons = [...new Set(input.persons)];
  const kinds = [...new Set(input.kinds)];
  if (persons.length === 0) return refused('dossier-nobody', {}, 'people');
  if (kinds.length === 0) return refused('dossier-no-paper', {}, 'kinds');
  const checked = checkPaper(input.paper, dateIn(act.zone, act.now));
  if (!checked.ok) return checked;
  return keeping(act, input, persons, async (here, viewer, { plan, required }) => {
    if (!kinds.every((kind) => required.includes(kind))) return refused('dossier-paper-not-asked', {}, 'kinds');
    const rules = ruleSetOfPlan(plan).parameters;
    await store.endPapers(here.store, viewer, { plan: plan.id, persons, kinds }, act.now);
    const papers = persons.flatMap((person) =>
      kinds.map((kind) => ({ person, kind, ...detailsOf(checked.value, kind, rules) })),
    );
    await store.insertPapers(here.store, viewer, plan.id, papers, act.now);
    await note(here, input, 'recorded', persons, kinds);
    return done({ recorded: papers.length });
  });
}

/** It is not there after all. Refusals: dossier-paper-unknown (it was not ticked off), dossier-nominee-gone, access. */
export async function takePaperBack(
  act: Act,
  input: At & { readonly person: PersonId; readonly kind: DossierPaperKind },
): Promise<Outcome<void, RecordRefusal>> {
  return keeping(act, input, [input.person], async (here, viewer, { plan }) => {
    const of = { plan: plan.id, persons: [input.person], kinds: [input.kind] };
    if ((await store.endPapers(here.store, viewer, of, act.now)) === 0) return refused('dossier-paper-unknown');
    await note(here, input, 'taken-back', of.persons, of.kinds);
    return done();
  });
}

/** With the plan held, so that nobody leaves the list meanwhile and of two who tick off at once the second corrects. */
async function keeping<T>(
  act: Act,
  at: At,
  persons: readonly PersonId[],
  work: (here: Act, viewer: Viewer, dossiers: Dossiers) => Promise<Outcome<T, RecordRefusal>>,
): Promise<Outcome<T, RecordRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, at.committee, 'candidates.enter');
    if (!viewer.ok) return viewer;
    const plan = await holdPlan(here, viewer.value, at.plan);
    if (!plan) return refused('plan-unknown');
    if (plan.isClosed) return refused('plan-closed', { title: plan.title });
    const dossiers = await dossiersIn(here, viewer.value, plan);
    const isThere = (person: PersonId) => dossiers.lines.some((line) => line.person === person);
    return persons.every(isThere) ? work(here, viewer.value, dossiers) : refused('dossier-nominee-gone', {}, 'people');
  });
}

async function note(
  act: Act,
  at: At,
  what: 'recorded' | 'taken-back',
  persons: readonly PersonId[],
  papers: readonly DossierPaperKind[],
): Promise<void> {
  await recordAll(
    act.store,
    act,
    persons.map((nominee) => ({
      ...{ kind: `dossiers.${what}`, committee: at.committee, subject: { kind: 'plan', id: at.plan } as const },
      ...{ nominee, facts: { papers } },
    })),
  );
  await refresh(act.store, act, { kind: 'dossiers.asked', ids: { plan: at.plan } });
}
