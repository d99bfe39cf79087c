/** Nominations to outside bodies: those who keep the list see all of them, whoever is responsible their own. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, clockworkViewer, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { deadlineOf } from '../../deadlines/operations/set.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import { ownRulesFor } from '../../guidance/operations/register.ts';
import { withOwnRules } from '../../guidance/rules/own-values.ts';
import * as store from '../store.ts';
import { type ExternalNomination, type ExternalNominationId, externalSubject, type ReportRule } from '../types.ts';

export interface ExternalSight {
  readonly nomination: ExternalNomination;
  readonly viewer: Viewer;
  readonly rule: ReportRule;
  /** When the report is due; null: no date runs. */
  readonly dueAt: Date | null;
  readonly mayKeep: boolean;
}

/** Refusals: access (candidates.enter). */
export async function seeExternals(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<readonly ExternalNomination[], AccessRefusal>> {
  const viewer = await authorise(act, committee, 'candidates.enter');
  return viewer.ok ? done(await store.listExternal(act.store, viewer.value, {})) : viewer;
}

/** Refuses external-unknown, also for a case that is closed to the actor. */
export async function seeExternal(
  act: Act,
  id: ExternalNominationId,
): Promise<Outcome<ExternalSight, 'external-unknown'>> {
  const [committee] = await store.committeesOf(act.store, [id]);
  if (!committee) return refused('external-unknown');
  const viewer = act.member === null ? clockworkViewer(act, committee) : await viewerOf(act, committee);
  const [nomination] = await store.listExternal(act.store, viewer, { ids: [id] });
  const mayKeep = may(viewer, 'candidates.enter');
  const isTheirs = nomination?.responsible === act.person && viewer.roles.length > 0;
  if (!nomination || !(mayKeep || isTheirs)) return refused('external-unknown');
  const deadline = await deadlineOf(act, { kind: externalSubject, id });
  const dueAt = deadline?.state === 'running' ? deadline.dueAt : null;
  return done({ nomination, viewer, mayKeep, dueAt, rule: await reportRule(act, viewer) });
}

/** In force today, with the committee's own guidance. The viewer has been authorised. */
export async function reportRule(act: Act, viewer: Viewer): Promise<ReportRule> {
  const header = await committeeHeader(act, viewer.committee);
  if (!header) return { days: null, confidence: 'unconfirmed', source: { vi: '', en: '' } };
  const own = await ownRulesFor(act, viewer, null);
  const { parameters, legalReferences } = withOwnRules(ruleSetInForce(act, header.profile), own);
  const { value: days, confidence, source } = parameters.externalReportDays;
  const cited = legalReferences.find(({ key }) => key === source.reference);
  return { days, confidence, source: source.note ?? cited?.title ?? { vi: '', en: '' } };
}
