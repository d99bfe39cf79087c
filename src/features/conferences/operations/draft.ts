/** Prepares what will be announced: a new conference, or the next revision of one. Nobody else hears of a draft. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import { type CommitteeId, type ConferenceId, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { committeeHeader, membersOf } from '../../committees/operations/look.ts';
import type { Committee, Membership } from '../../committees/types.ts';
import { participantsByIds } from '../../people/operations/find.ts';
import { emptyItem } from '../rules/agenda.ts';
import { checkContent } from '../rules/content.ts';
import { type ClosedRefusal, checkOpen, inQuestion } from '../rules/life.ts';
import * as drafts from '../store/drafts.ts';
import * as summons from '../store/summons.ts';
import type { AgendaItem, AgendaItemId, Conference, NewSummons, Revision } from '../types.ts';
import { type ContentForm, contentOf, type DraftRefusal } from './content.ts';
import { findSeen } from './look.ts';

export type StaleRefusal = ClosedRefusal | 'conference-changed-meanwhile';

/** An item that an earlier conference left open. A list that the agenda carries already is not put on it again. */
export type CarriedItem = Pick<AgendaItem, 'kind' | 'text' | 'list' | 'owner'>;

/** A new draft with all members summoned, guests excepted by their missing vote: it counts whoever votes. */
export async function draftConference(
  act: Act,
  input: {
    readonly committee: CommitteeId;
    readonly form: ContentForm;
    readonly carried?: readonly CarriedItem[];
  },
): Promise<Outcome<ConferenceId, DraftRefusal>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), input.committee, 'conference.schedule');
    if (!viewer.ok) return viewer;
    const committee = await committeeHeader(inside(act, tx), input.committee);
    if (!committee) return refused('committee-unknown');
    const members = await membersOf(inside(act, tx), committee.id);
    const draft = { form: input.form, committee, members, number: 1, before: null, inForce: null };
    const typed = await contentOf(inside(act, tx), draft);
    if (!typed.ok) return typed;
    const agenda = withCarried(typed.value.agenda, input.carried ?? []);
    const content = checkContent({ ...typed.value, agenda }, act.now);
    if (!content.ok) return content;
    const id = await drafts.insertDraft(tx, viewer.value, { ...typed.value, agenda }, act.now);
    await summons.summon(tx, id, 1, asSummons(members));
    await note(tx, act, committee.id, id, 'conferences.drafted', { summoned: members.length });
    return done(id);
  });
}

/** After the typed items, before the lists chosen for this one. */
function withCarried(agenda: readonly AgendaItem[], carried: readonly CarriedItem[]): readonly AgendaItem[] {
  const lists = new Set(agenda.flatMap(({ list }) => list ?? []));
  const fresh = carried.filter(({ list }) => list === null || !lists.has(list));
  const items = fresh.map((item) => ({ ...emptyItem(newId<AgendaItemId>(), item.kind), ...item }));
  const at = agenda.findLastIndex(({ text }) => text !== null) + 1;
  return agenda.toSpliced(at, 0, ...items);
}

/** Rewrites the draft, or begins the draft of a change. `version` is the one that the form was opened with. */
export async function draftChange(
  act: Act,
  input: { readonly conference: ConferenceId; readonly version: number; readonly form: ContentForm },
): Promise<Outcome<ConferenceId, DraftRefusal | StaleRefusal>> {
  return inTransaction(act, async (tx) => {
    const open = await openForChange(inside(act, tx), input.conference, input.version);
    if (!open.ok) return open;
    const { viewer, committee, number, draft, current } = open.value;
    const members = await membersOf(inside(act, tx), committee.id);
    const before = draft ?? current;
    const drafting = { form: input.form, committee, members, number, before, inForce: current };
    const content = await contentOf(inside(act, tx), drafting);
    if (!content.ok) return content;
    await drafts.insertRevision(tx, viewer, input.conference, number, content.value, act.now);
    await note(tx, act, committee.id, input.conference, 'conferences.draft-changed', { revision: number });
    return done(input.conference);
  });
}

export interface SummonsChange {
  readonly add: readonly PersonId[];
  /** Invited without counting. */
  readonly guests: readonly PersonId[];
  readonly remove: readonly PersonId[];
}

/** Adds and releases people in the draft; of a scheduled conference this begins the draft of a change. */
export async function changeSummoned(
  act: Act,
  input: { readonly conference: ConferenceId; readonly version: number } & SummonsChange,
): Promise<Outcome<ConferenceId, AccessRefusal | StaleRefusal>> {
  return inTransaction(act, async (tx) => {
    const open = await openForChange(inside(act, tx), input.conference, input.version);
    if (!open.ok) return open;
    const { committee, number } = open.value;
    await beginDraft(inside(act, tx), open.value);
    await summons.release(tx, input.conference, number, input.remove);
    const added = await newSummons(inside(act, tx), committee, input);
    await summons.summon(tx, input.conference, number, added);
    const facts = { revision: number, added: added.length, released: input.remove.length };
    await note(tx, act, committee.id, input.conference, 'conferences.draft-changed', facts);
    return done(input.conference);
  });
}

/** Drops the draft: a conference never announced is put away, a change leaves what is in force as it is. */
export async function discardDraft(
  act: Act,
  input: { readonly conference: ConferenceId; readonly version: number },
): Promise<Outcome<{ isWhole: boolean }, AccessRefusal | StaleRefusal>> {
  return inTransaction(act, async (tx) => {
    const open = await openForChange(inside(act, tx), input.conference, input.version, true);
    if (!open.ok) return open;
    const { committee, conference, number } = open.value;
    const isWhole = conference.revision === 0;
    if (!isWhole) {
      await drafts.deleteRevision(tx, input.conference, number);
      await summons.dropDraftedSummons(tx, input.conference, number);
    }
    await note(tx, act, committee.id, input.conference, 'conferences.draft-discarded', { revision: number });
    return done({ isWhole });
  });
}

/** What is in force as the beginning of a change: a date for answers that has passed is not announced once more. */
export function carriedOver(current: Revision, now: Date): drafts.NewRevision {
  const replyBy = current.replyBy && current.replyBy > now ? current.replyBy : null;
  return { ...current, replyBy, agendaReason: null };
}

/** Of a scheduled conference without a draft: what is in force, as the beginning of a change. */
export async function beginDraft(act: Act, { viewer, conference, number, draft, current }: Open): Promise<void> {
  if (draft || !current) return;
  await drafts.insertRevision(act.store, viewer, conference.id, number, carriedOver(current, act.now), act.now);
}

export interface Open {
  readonly viewer: Viewer;
  readonly committee: Committee;
  readonly conference: Conference;
  /** Number of the draft. */
  readonly number: number;
  readonly draft: Revision | null;
  readonly current: Revision | null;
}

/** Takes the version, so that of two who change at once the second is told. Refuses while an announcement is held. */
export async function openForChange(
  act: Act,
  id: ConferenceId,
  version: number,
  discards = false,
): Promise<Outcome<Open, AccessRefusal | StaleRefusal>> {
  const found = await findSeen(act, id);
  if (!found.ok) return found;
  const { committee, conference, revisions } = found.value;
  const viewer = await authorise(act, committee.id, 'conference.schedule');
  if (!viewer.ok) return viewer;
  const current = revisions.find((one) => one.number === conference.revision) ?? null;
  const open = checkOpen(conference, inQuestion(revisions, current), act.now);
  if (!open.ok) return open;
  const number = conference.revision + 1;
  const change = discards && conference.revision === 0 ? { state: 'discarded' as const } : {};
  const isMine = await drafts.changeConference(act.store, viewer.value, { id, version }, change);
  if (!isMine) return refused('conference-changed-meanwhile');
  const draft = revisions.find((one) => one.number === number) ?? null;
  return done({ viewer: viewer.value, committee, conference, number, draft, current });
}

function asSummons(members: readonly Membership[]): readonly NewSummons[] {
  return members.map(({ person, post, votes, rank }) => ({ person, post, counts: votes, rank }));
}

/** From the membership when there is one; else from the register, after everybody of the committee. */
export async function newSummons(
  act: Act,
  committee: Committee,
  change: Omit<SummonsChange, 'remove'>,
): Promise<readonly NewSummons[]> {
  const members = new Map((await membersOf(act, committee.id)).map((member) => [member.person, member]));
  const people = await participantsByIds(act, committee.id, [...change.add, ...change.guests]);
  return people.map((person) => {
    const member = members.get(person.id);
    const posts = [person.partyPost, person.statePost].filter((post) => post !== null && post !== '');
    const isGuest = change.guests.includes(person.id);
    return {
      person: person.id,
      post: member?.post ?? (posts.length > 0 ? posts.join(', ') : null),
      counts: !isGuest && (member?.votes ?? true),
      rank: member?.rank ?? (isGuest ? 2_000 : 1_000),
    };
  });
}

export async function note(
  tx: StoreHandle,
  act: Act,
  committee: CommitteeId,
  conference: ConferenceId,
  kind: string,
  facts: Record<string, number>,
): Promise<void> {
  await record(tx, act, { kind, committee, subject: { kind: 'conference', id: conference }, facts });
}
