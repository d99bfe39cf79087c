/** A committee with members and a conference, and what was said about it so far: a builder for the tests beside it. */
import { client } from '../../../src/database/client.ts';
import { addNewPerson } from '../../../src/features/committees/operations/members.ts';
import type { Profile } from '../../../src/features/committees/types.ts';
import { announce } from '../../../src/features/conferences/operations/announce.ts';
import { answerSummons } from '../../../src/features/conferences/operations/answer.ts';
import type { ContentForm } from '../../../src/features/conferences/operations/content.ts';
import { draftConference } from '../../../src/features/conferences/operations/draft.ts';
import { previewAnnouncement } from '../../../src/features/conferences/operations/preview.ts';
import type { Answer } from '../../../src/features/conferences/types.ts';
import { type Act, freshSaving, type StoreHandle } from '../../../src/kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../src/kernel/ids.ts';
import type { Outcome } from '../../../src/kernel/outcome.ts';
import { createWorld, type World } from '../../support/worlds.ts';

export type Somebody = Act & { readonly person: PersonId };

export interface Scene extends World {
  readonly chair: Somebody;
  readonly members: readonly [Somebody, Somebody];
  /** A voting member without a chat account. */
  readonly withoutAccount: PersonId;
}

/** Chair Cara, members Ann and Bob, Otto without an account: four with a vote; the committee secretary has none. */
export async function createScene(store: StoreHandle, profile: Profile = 'vn-party'): Promise<Scene> {
  const world = await createWorld(store, { profile });
  const chair = await world.person('Cara Chair', ['chair', 'member']);
  const ann = await world.person('Ann Arbor', ['member']);
  const bob = await world.person('Bob Baker', ['member']);
  const standing = { roles: ['member' as const], votes: true, post: 'Treasurer', rank: null };
  must(await addNewPerson(again(world.clerk), world.committee, 'Otto Offline', standing));
  const otto = await client(store).person.findFirstOrThrow({
    where: { workspaceId: world.workspace, fullName: 'Otto Offline' },
  });
  return { ...world, chair, members: [ann, bob], withoutAccount: otto.id as PersonId };
}

/** The same person, later; the clock of tests stands still otherwise. */
export function again<A extends Act>(act: A, afterMs = 0, more: Partial<Act> = {}): A {
  return { ...act, now: new Date(act.now.getTime() + afterMs), saving: freshSaving(), ...more };
}

/** Friday 6 March 2026, 14:00 to 16:00 in Ha Noi: four days after the tests' present. */
export function form(scene: Pick<Scene, 'chair'>, changes: Partial<ContentForm> = {}): ContentForm {
  return {
    title: 'Personnel planning',
    date: '2026-03-06',
    time: '14:00',
    minutes: 120,
    place: 'Room 2',
    chair: scene.chair.person,
    agenda: '1. Opening\n2. Review of the list\n',
    lists: [],
    replyBy: null,
    asksAgain: false,
    ...changes,
  };
}

export async function drafted(scene: Scene, changes: Partial<ContentForm> = {}): Promise<ConferenceId> {
  return must(await draftConference(again(scene.clerk), { committee: scene.committee, form: form(scene, changes) }));
}

export async function versionOf(scene: Scene, conference: ConferenceId): Promise<number> {
  const row = await client(scene.clerk.store).conference.findUniqueOrThrow({ where: { id: conference } });
  return row.version;
}

/** Announced; the minute of undo begins at `at`. */
export async function sent(scene: Scene, conference: ConferenceId, afterMs = 0) {
  const act = again(scene.clerk, afterMs);
  const preview = must(await previewAnnouncement(act, conference));
  return must(await announce(act, { conference, version: preview.conference.version }));
}

export async function scheduled(scene: Scene, changes: Partial<ContentForm> = {}): Promise<ConferenceId> {
  const conference = await drafted(scene, changes);
  await sent(scene, conference);
  return conference;
}

export const minute = 60_000;

export function answer(
  who: Act,
  conference: ConferenceId,
  given: Answer,
  more: { revision?: number; reason?: string | null; delegate?: PersonId | null; afterMs?: number } = {},
) {
  const { revision = 1, reason = null, delegate = null, afterMs = 2 * minute } = more;
  return answerSummons(again(who, afterMs), { conference, revision, answer: given, reason, delegate });
}

export async function cards(scene: Scene, kind: string, state = 'waiting') {
  return client(scene.clerk.store).delivery.findMany({
    where: { workspaceId: scene.workspace, kind, state },
    orderBy: { sequence: 'asc' },
  });
}

export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

export function reasonOf(outcome: Outcome<unknown>): string | null {
  return outcome.ok ? null : outcome.reason;
}
