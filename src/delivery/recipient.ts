/** Who reads a card, looked up when it goes out: which account, in which language and zone, and may they have it. */
import type { Recipient, Team } from '../chat/platform.ts';
import { client } from '../database/client.ts';
import type { Member, Workspace } from '../database/generated/client.ts';
import { findTones } from '../database/tones.ts';
import { type Act, freshSaving, type Locale, type StoreHandle } from '../kernel/act.ts';
import type { CommitteeId, MemberId, PersonId, WorkspaceId } from '../kernel/ids.ts';
import { type Speech, speechFor, speechOf } from '../kernel/speech.ts';
import type { CardTo, Delivery } from './types.ts';

export type Reader =
  | { readonly kind: 'reachable'; readonly recipient: Recipient; readonly act: Act }
  | { readonly kind: 'no-account' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'gone' };

export interface Place {
  readonly id: WorkspaceId;
  readonly team: Team;
  readonly locale: Locale;
  readonly zone: string;
}

/** Null: the workspace is not known, or the bot was taken out of it. */
export async function placeOf(store: StoreHandle, workspace: WorkspaceId): Promise<Place | null> {
  const row = await client(store).workspace.findUnique({ where: { id: workspace } });
  return row && !row.removedAt ? toPlace(row) : null;
}

export async function readerOf(store: StoreHandle, place: Place, delivery: Delivery, now: Date): Promise<Reader> {
  const { to, committee } = delivery;
  const words = committee ? await client(store).committee.findUnique({ where: { id: committee } }) : null;
  if ('channel' in to) {
    const { locale, zone, profile } = words ?? {};
    const act = readingAct(store, place, now, {
      locale: locale as Locale,
      zone,
      speech: profile ? speechOf(profile) : undefined,
    });
    return { kind: 'reachable', recipient: { channel: to.channel }, act };
  }
  const member = await accountOf(store, place, to);
  if (!member) return { kind: 'no-account' };
  if (!member.isActive) return { kind: 'gone' };
  if (member.isOutsider && !(await holdsRole(store, place, member, committee, now))) return { kind: 'not-allowed' };
  const act = readingAct(store, place, now, {
    locale: member.locale as Locale | null,
    zone: member.zone,
    speech: words ? speechOf(words.profile) : await ownSpeech(store, place, member, now),
    member: member.id as MemberId,
    person: member.personId as PersonId | null,
    isWorkspaceAdmin: member.isAdmin,
    isOutsider: member.isOutsider,
  });
  return { kind: 'reachable', recipient: { user: member.platformId }, act };
}

/** For what comes from several committees at once: the daily list. */
async function ownSpeech(store: StoreHandle, place: Place, member: Member, now: Date): Promise<Speech> {
  const who = { workspace: place.id, person: member.personId as PersonId | null, channel: null };
  return speechFor(await findTones(store, who, now));
}

async function accountOf(
  store: StoreHandle,
  place: Place,
  to: Exclude<CardTo, { channel: string }>,
): Promise<Member | null> {
  const where = 'person' in to ? { personId: to.person } : { id: to.member };
  return client(store).member.findFirst({ where: { ...where, workspaceId: place.id } });
}

/** Design 2.5: private cards are refused to guests and people from outside unless they hold a role. */
async function holdsRole(
  store: StoreHandle,
  place: Place,
  member: Member,
  committee: CommitteeId | null,
  now: Date,
): Promise<boolean> {
  if (!member.personId) return false;
  const membership = await client(store).membership.findFirst({
    where: {
      personId: member.personId,
      ...(committee ? { committeeId: committee } : { committee: { workspaceId: place.id } }),
      roles: { isEmpty: false },
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
    },
    select: { id: true },
  });
  return membership !== null;
}

/** The clockwork in this workspace: for what the sender itself writes. */
export function senderAct(store: StoreHandle, place: Place, now: Date): Act {
  return readingAct(store, place, now, {});
}

type Eyes = Partial<Pick<Act, 'member' | 'person' | 'isWorkspaceAdmin' | 'isOutsider'>> & {
  readonly locale?: Locale | null;
  readonly zone?: string | null;
  readonly speech?: Speech | undefined;
};

function readingAct(store: StoreHandle, place: Place, now: Date, eyes: Eyes): Act {
  return {
    store,
    workspace: place.id,
    member: eyes.member ?? null,
    person: eyes.person ?? null,
    isWorkspaceAdmin: eyes.isWorkspaceAdmin ?? false,
    isOutsider: eyes.isOutsider ?? false,
    locale: eyes.locale ?? place.locale,
    zone: eyes.zone ?? place.zone,
    speech: eyes.speech ?? 'general',
    now,
    requestId: null,
    saving: freshSaving(),
  };
}

function toPlace(row: Workspace): Place {
  return {
    id: row.id as WorkspaceId,
    team: { platform: row.platform, id: row.platformId },
    locale: row.locale as Locale,
    zone: row.zone,
  };
}
