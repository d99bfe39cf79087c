/** Whose turn it is: the authority's while seats wait, the committee secretary's while one was returned or all are answered. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { clockworkViewer, eyesIn, viewerFor } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { type Viewer, viewerAt } from '../../access/types.ts';
import { clerksOf } from '../../committees/operations/look.ts';
import type { Asked, Duties, Duty } from '../../deadlines/types/duties.ts';
import { standingOf } from '../rules/parcel.ts';
import { isRest } from '../rules/rest.ts';
import { isWithUnit } from '../rules/units.ts';
import { parcelsBelow } from '../store/below.ts';
import { committeesOf, listSubmissions } from '../store/look.ts';
import { unseenByAnswerer } from '../store/rest.ts';
import { isUndecided, type Submission, type SubmissionId, submissionSubject } from '../types.ts';
import { isOut } from './look.ts';
import { finishersIn } from './rest.ts';
import { toTell } from './tell.ts';

export const duties: Duties = {
  subject: submissionSubject,
  listedFor: 'submission.see',
  asksElsewhere: true,

  async owing(act, ids): Promise<Asked> {
    const sent = await sentOf(act, ids);
    if (sent.length === 0) return new Map();
    const units = await unitsAsked(act, sent);
    const below = sent.flatMap(({ id }) => [...(units.get(id)?.keys() ?? [])]);
    const clerks = await clerksOf(act, [...new Set([...sent.map(({ committee }) => committee), ...below])]);
    return new Map(
      sent.map((submission) => {
        const asked = [...(units.get(submission.id)?.keys() ?? [])];
        return [submission.id, whoseTurn(submission, asked, (committee) => clerks.get(committee) ?? [])] as const;
      }),
    );
  },

  async dutiesOf(act, viewers) {
    const own = viewers.filter(({ person }) => person !== null);
    if (own.length === 0) return [];
    const found = await listSubmissions(act.store, own, { states: ['sent'], orUntold: true });
    const out = found.filter((one) => isOut(one, act.now));
    const duties = out.flatMap((one) => dutyOf(viewerAt(own, one.committee), one));
    return [...duties, ...(await restsOf(act, own, out, duties))];
  },

  /** A reminder of a merged submission reaches the secretary of a unit whose name was returned: in their own. */
  async dutyOf(act, viewer, subject) {
    const own = await duties.dutiesOf(act, [viewer]);
    const found = own.find((one) => one.subject.id === subject.id);
    if (found || !viewer.person) return found ?? null;
    const [submission] = await sentOf({ ...act, member: null, person: null }, [subject.id]);
    const units = submission ? (await unitsAsked(act, [submission])).get(submission.id) : undefined;
    for (const [committee, ids] of units ?? []) {
      const eyes = await viewerFor(act, committee, viewer.person);
      const [duty] = (await listSubmissions(act.store, eyes, { ids, states: ['sent'] })).flatMap((one) =>
        dutyOf(eyes, one),
      );
      if (duty) return duty;
    }
    return null;
  },
};

/**
 * Names that wait of which the authority's side is not asked any more, or does not see: for whoever finishes the parcel.
 * The decision stands, or whoever answers in the chat sees none of them.
 */
async function restsOf(
  act: Act,
  viewers: readonly Viewer[],
  found: readonly Submission[],
  known: readonly Duty[],
): Promise<readonly Duty[]> {
  const waiting = found.filter(
    (one) =>
      one.seats.some(isUndecided) &&
      !known.some(({ subject }) => subject.id === one.id) &&
      may(viewerAt(viewers, one.committee), 'submission.see'),
  );
  const running = waiting.filter((one) => !isRest(one)).map(({ id }) => id);
  const unseen = await unseenByAnswerer(act.store, running);
  const left = waiting.filter((one) => isRest(one) || unseen.has(one.id));
  const finishing = await finishersIn(act, left);
  return left.flatMap((one): readonly Duty[] => {
    const { committee, person } = viewerAt(viewers, one.committee);
    if (!person || !finishing.get(one.id)?.includes(person)) return [];
    const subject = { kind: submissionSubject, id: one.id };
    const facts = { number: one.number, waiting: one.seats.filter(isUndecided).length };
    return [{ kind: 'submissions.rest', committee, dueAt: null, subject, facts }];
  });
}

/** With the eyes of whoever asks: whose turn it is tells a recused person of no case. */
async function sentOf(act: Act, ids: readonly string[]): Promise<readonly Submission[]> {
  const eyes = await eyesIn(act, await committeesOf(act.store, ids));
  return listSubmissions(act.store, eyes, { ids, states: ['sent'] });
}

function whoseTurn(
  submission: Submission,
  units: readonly CommitteeId[],
  clerksIn: (committee: CommitteeId) => readonly PersonId[],
): readonly PersonId[] {
  const { waiting, returned } = standingOf(submission.seats);
  // Of names that were passed on the authority is asked there.
  if (submission.passedIn?.state === 'sent' && returned === 0) return [];
  if (waiting > 0 && submission.answerer && !submission.passedIn) return [submission.answerer];
  const own = isOwnTurn(submission) ? clerksIn(submission.committee) : [];
  return [...new Set([...own, ...units.flatMap(clerksIn)])];
}

/** By submission the units' committees whose turn it is, with their own submissions. */
async function unitsAsked(
  act: Act,
  sent: readonly Submission[],
): Promise<ReadonlyMap<SubmissionId, ReadonlyMap<CommitteeId, readonly SubmissionId[]>>> {
  const [first] = sent;
  if (!first) return new Map();
  const seatsBelow = ({ seats }: Submission) =>
    seats.filter(isWithUnit).flatMap(({ origins }) => origins.flatMap(({ seatBelow }) => seatBelow ?? []));
  const eyes = clockworkViewer({ ...act, member: null, person: null }, first.committee);
  const parcels = await parcelsBelow(act.store, eyes, sent.flatMap(seatsBelow));
  return new Map(
    sent.map((submission) => {
      const asked = new Set<string>(seatsBelow(submission));
      const found = new Map<CommitteeId, SubmissionId[]>();
      for (const { id, committee, passedIn, seats } of parcels) {
        if (passedIn !== submission.id || !seats.some((seat) => asked.has(seat.id))) continue;
        found.set(committee, [...(found.get(committee) ?? []), id]);
      }
      return [submission.id, found] as const;
    }),
  );
}

/** Not while all that is missing lies with units. */
function isOwnTurn(submission: Submission): boolean {
  const open = submission.seats.filter(
    ({ answer, sentBack }) => answer === null || (answer === 'returned' && !sentBack),
  );
  return open.length === 0 || open.some((seat) => !isWithUnit(seat));
}

function dutyOf(viewer: Viewer, submission: Submission): readonly Duty[] {
  const { seats, passedIn, state } = submission;
  const { waiting, returned } = standingOf(seats);
  const isHere = passedIn?.state !== 'sent' && state === 'sent';
  const mayManage = may(viewer, 'submission.manage');
  const toReply = returned - seats.filter(isWithUnit).length;
  const telling = toTell(submission).length;
  const kind =
    submission.answerer === viewer.person && waiting > 0 && isHere
      ? 'submissions.answer'
      : mayManage && telling > 0
        ? 'submissions.tell'
        : mayManage && toReply > 0
          ? 'submissions.reply'
          : mayManage && waiting + returned === 0 && isHere
            ? 'submissions.settle'
            : null;
  if (kind === null) return [];
  return [
    {
      ...{ kind, committee: viewer.committee, subject: { kind: submissionSubject, id: submission.id }, dueAt: null },
      facts: {
        ...{ number: submission.number, plan: submission.about, classification: submission.classification },
        ...{ waiting, returned: toReply, telling },
      },
    },
  ];
}
