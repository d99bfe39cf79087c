/** What is expected of people about names: put some forward until the date, screen what was suggested. Names nobody. */
import type { Act } from '../../../kernel/act.ts';
import type { PlanId } from '../../../kernel/ids.ts';
import { eyesIn } from '../../access/operations.ts';
import { may, rolesWithRight } from '../../access/rules.ts';
import { type Eyes, type Viewer, viewerAt } from '../../access/types.ts';
import { membersOfEach } from '../../committees/operations/look.ts';
import { deadlinesOf } from '../../deadlines/operations/set.ts';
import type { Asked, Duties, Duty } from '../../deadlines/types/duties.ts';
import { plansOf } from '../../plans/operations/look.ts';
import * as store from '../store/nominations.ts';
import type { Nomination } from '../types.ts';
import { ownSeenBy } from './consent.ts';

export const nominationDuties: Duties = {
  subject: 'plan-names',

  /** Members who may put names forward and have not; nobody has to, so nobody is told about anybody afterwards. */
  async owing(act: Act, ids: readonly string[]): Promise<Asked> {
    const dates = await deadlinesOf(act, 'plan-names', ids);
    // After the date they may not put anybody forward any more, so nobody is asked to.
    const ahead = [...dates.values()].filter(({ dueAt }) => dueAt > act.now);
    if (ahead.length === 0) return new Map();
    const committees = [...new Set(ahead.map(({ committee }) => committee))];
    // Seen by a person, who has put somebody forward must not tell of a case that is closed to them.
    const eyes = await eyesIn(act, committees);
    const asked = new Set<string>(ahead.map(({ subject }) => subject.id));
    const plans = (await plansOf(act, eyes)).filter(({ id, isClosed }) => asked.has(id) && !isClosed);
    const members = await membersOfEach(act, committees);
    const have = await proposersOf(
      act,
      eyes,
      plans.map(({ id }) => id),
    );
    return new Map(
      plans.map(({ id, committee }) => {
        const proposers = new Set(have.filter(({ plan }) => plan === id).map(({ proposer }) => proposer));
        const suggesting = (members.get(committee) ?? []).filter(({ roles }) =>
          roles.some((role) => rolesWithRight['candidates.suggest'].includes(role)),
        );
        return [id, suggesting.map(({ person }) => person).filter((person) => !proposers.has(person))] as const;
      }),
    );
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
async function proposersOf(act: Act, eyes: Eyes, plans: readonly PlanId[]) {
  const none = await store.listNoNames(act.store, eyes, plans);
  const all = await store.listNominations(act.store, eyes, { plans, states: everPutForward });
  return [
    ...all.map((nomination) => ({ plan: nomination.plan, proposer: nomination.proposedBy })),
    ...none.map(({ plan, person }) => ({ plan, proposer: person })),
  ];
}
