/** Whose turn it is: the authority's while seats wait, the committee secretary's while one was returned or all are answered. */
import { asId, type PersonId } from '../../../kernel/ids.ts';
import { clockworkViewer } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { type Viewer, viewerAt } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import type { Duties, Duty } from '../../deadlines/types/duties.ts';
import { standingOf } from '../rules.ts';
import * as store from '../store.ts';
import { type Submission, type SubmissionId, submissionSubject } from '../types.ts';
import { isOut } from './look.ts';

export const duties: Duties = {
  subject: submissionSubject,
  listedFor: 'submission.see',

  async owing(act, subject): Promise<readonly PersonId[]> {
    const id = asId<SubmissionId>(subject.id);
    const committee = await store.committeeOf(act.store, id);
    if (!committee) return [];
    const eyes = clockworkViewer({ ...act, member: null, person: null }, committee);
    const [submission] = await store.listSubmissions(act.store, eyes, { ids: [id], states: ['sent'] });
    if (!submission) return [];
    const { waiting } = standingOf(submission.seats);
    if (waiting > 0 && submission.answerer) return [submission.answerer];
    const members = await membersOf(act, committee);
    return members.filter(({ roles }) => roles.includes('clerk')).map(({ person }) => person);
  },

  async dutiesOf(act, viewers) {
    const own = viewers.filter(({ person }) => person !== null);
    if (own.length === 0) return [];
    const sent = await store.listSubmissions(act.store, own, { states: ['sent'] });
    return sent.filter((one) => isOut(one, act.now)).flatMap((one) => dutyOf(viewerAt(own, one.committee), one));
  },
};

function dutyOf(viewer: Viewer, submission: Submission): readonly Duty[] {
  const { waiting, returned } = standingOf(submission.seats);
  const kind =
    submission.answerer === viewer.person && waiting > 0
      ? 'submissions.answer'
      : may(viewer, 'submission.manage') && returned > 0
        ? 'submissions.reply'
        : may(viewer, 'submission.manage') && waiting === 0
          ? 'submissions.settle'
          : null;
  if (kind === null) return [];
  return [
    {
      ...{ kind, committee: viewer.committee, subject: { kind: submissionSubject, id: submission.id }, dueAt: null },
      facts: { number: submission.number, plan: submission.planTitle, waiting, returned },
    },
  ];
}
