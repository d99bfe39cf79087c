/** What is expected of people about names: put some forward until the date, screen what was suggested. Names nobody. */
import type { Act } from '../../../kernel/act.ts';
import { asId, type PersonId, type PlanId } from '../../../kernel/ids.ts';
import { clockworkViewer, viewerOf } from '../../access/operations.ts';
import { may, rolesWithRight } from '../../access/rules.ts';
import { type Viewer, viewerAt } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { deadlineOf, deadlinesOf } from '../../deadlines/operations/set.ts';
import type { Subject } from '../../deadlines/types/dates.ts';
import type { Duties, Duty } from '../../deadlines/types/duties.ts';
import { committeeOfPlan, plansOf } from '../../plans/operations/look.ts';
import * as store from '../store/nominations.ts';
import type { Nomination } from '../types.ts';
import { ownSeenBy } from './consent.ts';

export const nominationDuties: Duties = {
  subject: 'plan-names',

  /** Members who may put names forward and have not; nobody has to, so nobody is told about anybody afterwards. */
  async owing(act: Act, subject: Subject): Promise<readonly PersonId[]> {
    const plan: PlanId = asId(subject.id);
    const committee = await committeeOfPlan(act, plan);
    if (!committee) return [];
    // Seen by a person, who has put somebody forward must not tell of a case that is closed to them.
    const viewer = act.member === null ? clockworkViewer(act, committee) : await viewerOf(act, committee);
    const [found] = (await plansOf(act, viewer)).filter(({ id, isClosed }) => id === plan && !isClosed);
    const deadline = await deadlineOf(act, subject);
    // After the date they may not put anybody forward any more, so nobody is asked to.
    if (!found || !deadline || deadline.dueAt <= act.now) return [];
    const members = await membersOf(act, committee);
    const have = await proposersOf(act, viewer, [plan]);
    return members
      .filter(({ roles }) => roles.some((role) => rolesWithRight['candidates.suggest'].includes(role)))
      .filter(({ person }) => !have.some((one) => one.proposer === person))
      .map(({ person }) => person);
  },

  async dutiesOf(act: Act, viewers: readonly Viewer[]): Promise<readonly Duty[]> {
    const asked = viewers.filter((viewer) => viewer.person && may(viewer, 'candidates.suggest'));
    if (asked.length === 0) return [];
    const plans = (await plansOf(act, asked)).filter((plan) => !plan.isClosed && plan.positions.length > 0);
    const ids = plans.map(({ id }) => id);
    const seen = await store.listNominations(act.store, asked, { plans: ids, states: everPutForward });
    const none = await store.listNoNames(act.store, asked, ids);
    const dates = await deadlinesOf(act, 'plan-names', ids);
    const own = (await ownSeenBy(act, asked)).filter(({ nomination }) => isAwaited(act)(nomination));
    const duties: Duty[] = [];
    for (const plan of plans) {
      const { committee } = plan;
      const viewer = viewerAt(asked, committee);
      const put = seen.filter((one) => one.plan === plan.id);
      const forOthers = may(viewer, 'candidates.enter') ? put : [];
      const subject = { kind: 'plan-names', id: plan.id };
      const facts = { plan: plan.id, title: plan.title, classification: plan.classification };
      const deadline = dates.get(plan.id);
      const saidNone = none.some((one) => one.plan === plan.id && one.person === viewer.person);
      const hasProposed = saidNone || put.some(({ proposedBy }) => proposedBy === viewer.person);
      if (deadline?.state === 'running' && deadline.dueAt > act.now && !hasProposed) {
        duties.push({ kind: 'nominations.propose', committee, subject, dueAt: deadline.dueAt, facts });
      }
      if (own.some((one) => one.plan.id === plan.id)) {
        duties.push({ kind: 'nominations.consent', committee, subject, dueAt: null, facts });
      }
      const unanswered = forOthers.filter(isAwaited(act)).length;
      if (unanswered > 0) {
        const said = { ...facts, count: unanswered };
        duties.push({ kind: 'nominations.consent-record', committee, subject, dueAt: null, facts: said });
      }
      const count = forOthers.filter(({ state }) => state === 'suggested').length;
      if (count > 0) {
        duties.push({ kind: 'nominations.screen', committee, subject, dueAt: null, facts: { ...facts, count } });
      }
    }
    return duties;
  },
};

const everPutForward = ['suggested', 'listed', 'withdrawn', 'declined'] as const;

/** Asked, the minute of undo over, and no answer yet. */
function isAwaited(act: Act) {
  return ({ state, consent }: Nomination) =>
    state === 'listed' && consent.state === 'asked' && consent.at !== null && consent.at <= act.now;
}

/** Who has put somebody forward, or said that they have nobody to put forward: they are asked no more. */
async function proposersOf(act: Act, viewer: Viewer, plans: readonly PlanId[]) {
  const none = await store.listNoNames(act.store, viewer, plans);
  const all = await store.listNominations(act.store, viewer, { plans, states: everPutForward });
  return [
    ...all.map((nomination) => ({ plan: nomination.plan, proposer: nomination.proposedBy })),
    ...none.map(({ plan, person }) => ({ plan, proposer: person })),
  ];
}
