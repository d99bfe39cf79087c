/** A frozen list of three names in a parcel, and somebody of the authority with a chat account. */
import { client } from '../../../src/database/client.ts';
import { freezeList } from '../../../src/features/reviews/operations/lists.ts';
import { seeSubmission } from '../../../src/features/submissions/operations/look.ts';
import { prepareSubmission } from '../../../src/features/submissions/operations/prepare.ts';
import { sendSubmission } from '../../../src/features/submissions/operations/send.ts';
import type { Seat, Submission, SubmissionId } from '../../../src/features/submissions/types.ts';
import { createFeatures } from '../../../src/features.ts';
import type { StoreHandle } from '../../../src/kernel/act.ts';
import type { NomineeListId } from '../../../src/kernel/ids.ts';
import type { World } from '../../support/worlds.ts';
import { again, createReviewWorld, type ReviewWorld, type Someone, value } from '../reviews/review-world.ts';

export const publicUrl = 'https://quorate.example';
export const features = createFeatures({
  ...{ accounts: async () => null, channelAccounts: async () => [], publicUrl },
} as never);

export interface SubmissionWorld extends ReviewWorld {
  readonly list: NomineeListId;
  /** Has an account and no role in the committee. */
  readonly answerer: Someone;
}

export async function createSubmissionWorld(
  handle: StoreHandle,
  names = ['Ann', 'Ben', 'Cleo'],
  base: World | null = null,
): Promise<SubmissionWorld> {
  const world = await createReviewWorld(handle, names, base);
  const frozen = value(await freezeList(again(world.clerk), { committee: world.committee, plan: world.plan }));
  const answerer = await world.person('Paula Authority', []);
  await client(handle).membership.deleteMany({ where: { committeeId: world.committee, personId: answerer.person } });
  return { ...world, list: frozen.list.id, answerer };
}

export async function prepared(world: SubmissionWorld, isInChat = true): Promise<SubmissionId> {
  const { committee, list, answerer } = world;
  return value(
    await prepareSubmission(again(world.clerk), {
      ...{ committee, list, authority: 'The Board', letter: '12-TTr', stated: { date: '2026-03-20', time: null } },
      answerer: isInChat ? answerer.person : null,
    }),
  );
}

/** With the authority, the minute of undo over at minute 2. */
export async function sent(world: SubmissionWorld, isInChat = true): Promise<SubmissionId> {
  const id = await prepared(world, isInChat);
  value(await sendSubmission(again(world.clerk), id));
  return id;
}

export async function found(act: Someone, id: SubmissionId, minutes = 2): Promise<Submission> {
  return value(await seeSubmission(again(act, minutes), id)).submission;
}

export function seatOf(submission: Submission, name: string): Seat {
  const seat = submission.seats.find(({ shown }) => shown?.fullName === name);
  if (!seat) throw new Error(`no seat of ${name}`);
  return seat;
}
