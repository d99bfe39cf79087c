/** The agenda item by item: what it lacks, what may still be done with it, and how one is put on, changed or taken off. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type CommitteeId, type ConferenceId, type NomineeListId, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, viewerOf } from '../../access/operations.ts';
import { may, maySeeCase } from '../../access/rules.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import type { AgendaRule, ItemKind } from '../../eligibility/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { standingOfLists } from '../../reviews/operations/standing.ts';
import {
  type AgendaChangeRefusal,
  agendaPhase,
  type CutOffRefusal,
  checkAgendaChange,
  checkCutOffs,
  checkItem,
  emptyItem,
  type ItemRefusal,
  lacksOf,
  placed,
} from '../rules/agenda.ts';
import { isItemClosedTo, standInFor } from '../rules/item-leader.ts';
import type { ClosedRefusal } from '../rules/life.ts';
import * as drafts from '../store/drafts.ts';
import type { AgendaItem, AgendaItemId, AgendaPhase, Content, Lack, Revision } from '../types.ts';
import { agendaLists } from './agenda-lists.ts';
import { endOfDay } from './content.ts';
import { carriedOver, openForChange, type StaleRefusal } from './draft.ts';
import { type PreparedChange, prepareChange } from './prepare.ts';
import { nomineesOnLists, recusedIn } from './sitting.ts';

export interface Incomplete {
  /** On the agenda as the acting person sees it, from 1. */
  readonly number: number;
  readonly item: AgendaItem;
  readonly lacks: readonly Lack[];
}

export type AgendaRefusal = AgendaChangeRefusal | 'agenda-incomplete';

/** Items closed to the acting person are not looked at: what they lack would say that they are there. */
export async function incompleteItems(
  act: Act,
  committee: CommitteeId,
  revision: Pick<Revision, 'agenda' | 'ruleSet' | 'ruleSetVersion'>,
): Promise<readonly Incomplete[]> {
  const rule = agendaRuleOf(revision);
  const lists = revision.agenda.flatMap(({ list }) => list ?? []);
  const standings = await standingOfLists(act, committee, lists);
  return revision.agenda
    .map((item, index) => ({ number: index + 1, item, lacks: lacksOf(item, rule, standings) }))
    .filter(({ lacks }) => lacks.length > 0);
}

export function checkComplete(incomplete: readonly Incomplete[]): Outcome<void, 'agenda-incomplete'> {
  if (incomplete.length === 0) return done();
  const items = incomplete.map(({ number }) => String(number));
  return refused('agenda-incomplete', { count: items.length, items });
}

/** Before sending: the change is one that may still be made, and every item has what its kind needs. */
export async function agendaMayBeSent(
  act: Act,
  committee: CommitteeId,
  inForce: Revision | null,
  draft: Revision,
): Promise<Outcome<void, AgendaRefusal>> {
  const changeable = checkAgendaChange(inForce, draft, act.now);
  return changeable.ok ? checkComplete(await incompleteItems(act, committee, draft)) : changeable;
}

export interface AgendaSeen extends PreparedChange {
  readonly phase: AgendaPhase;
  readonly incomplete: readonly Incomplete[];
  readonly rule: AgendaRule;
  readonly hasDraft: boolean;
  /** Items that the chair stays out of, by who leads them as things stand; for those who keep the conflicts of interest. */
  readonly ledBy: LedBy;
}

/** By item; the name null: nobody can, and somebody has to be given the chair. */
export type LedBy = ReadonlyMap<AgendaItemId, { readonly chair: string; readonly name: string | null }>;

/** For those who schedule. Refuses when the conference cannot be changed any more. */
export async function seeAgenda(
  act: Act,
  id: ConferenceId,
): Promise<Outcome<AgendaSeen, AccessRefusal | ClosedRefusal>> {
  const prepared = await prepareChange(act, id);
  if (!prepared.ok) return prepared;
  const { committee, content, conference, inForce } = prepared.value;
  return done({
    ...prepared.value,
    ledBy: await ledByOthers(act, prepared.value),
    phase: agendaPhase(inForce, act.now),
    incomplete: await incompleteItems(act, committee.id, content),
    rule: agendaRuleOf(content),
    hasDraft: content.number > conference.revision,
  });
}

/** Of what the viewer sees; the chair of the conference finds nothing of their own recusals here. */
async function ledByOthers(act: Act, { committee, members, content }: PreparedChange): Promise<LedBy> {
  const { agenda, chair } = content;
  const viewer = await viewerOf(act, committee.id);
  if (!may(viewer, 'conflict.manage') || chair === viewer.person || agenda.length === 0) return new Map();
  const recused = (await recusedIn(act, viewer)).filter(({ nominee }) => maySeeCase(viewer, nominee));
  if (!recused.some(({ person }) => person === chair)) return new Map();
  const lists = await nomineesOnLists(
    act,
    agenda.flatMap(({ list }) => list ?? []),
  );
  const names = await peopleByIds(act, committee.id, [chair, ...members.map(({ person }) => person)]);
  const nameOf = (person: PersonId | null) => names.find(({ id }) => id === person)?.fullName ?? null;
  const isClosed = (person: PersonId, item: AgendaItem) =>
    isItemClosedTo(person, item, item.list ? (lists.get(item.list) ?? []) : [], recused);
  return new Map(
    agenda
      .filter((item) => isClosed(chair, item))
      .map((item) => {
        const leader = standInFor(members, (person) => person !== chair && !isClosed(person, item));
        return [item.id, { chair: nameOf(chair) ?? '', name: nameOf(leader) }];
      }),
  );
}

export interface ItemForm {
  readonly text: string;
  readonly kind: ItemKind;
  readonly list: NomineeListId | null;
  readonly owner: PersonId | null;
  readonly inConsent: boolean;
  /** Where it stands, from 1; null: where it is, a new one at the end. */
  readonly number: number | null;
  /** Why the agenda changes so late; told to everybody. */
  readonly reason: string | null;
}

type PutRefusal = AccessRefusal | StaleRefusal | AgendaChangeRefusal | ItemRefusal | 'item-unknown' | 'owner-unknown';

/**
 * Puts an item on the drafted agenda or changes it (`item` null: a new one); of a scheduled conference this begins the
 * draft of a change. An item may lack something while it is drafted; it is not sent like that. Refuses at once what the
 * cut-offs do not allow any more, and an item of the consent block that is no vote or had an objection.
 */
export async function putItem(
  act: Act,
  input: {
    readonly conference: ConferenceId;
    readonly version: number;
    readonly item: AgendaItemId | null;
    readonly form: ItemForm;
  },
): Promise<Outcome<ConferenceId, PutRefusal>> {
  const { form } = input;
  return changeAgenda(act, input, form.reason, async (here, committee, agenda) => {
    const before = agenda.find(({ id }) => id === input.item) ?? null;
    if (input.item !== null && before === null) return refused('item-unknown');
    if (form.owner && form.owner !== before?.owner && !(await isKnown(here, committee, form.owner))) {
      return refused('owner-unknown', {}, 'owner');
    }
    const { kind, owner, inConsent } = form;
    const list = form.list === null ? null : await seenList(here, committee, form.list, before);
    const text = form.text.normalize('NFC').trim() || null;
    const item = { ...(before ?? emptyItem(newId<AgendaItemId>(), kind)), kind, text, list, owner, inConsent };
    const standings = await standingOfLists(here, committee, list === null ? [] : [list]);
    const checked = checkItem(item, list === null ? null : (standings.get(list) ?? null));
    if (!checked.ok) return checked;
    return done(placed(agenda, item, form.number));
  });
}

/** Takes an item off. Twice is item-unknown. */
export async function dropItem(
  act: Act,
  input: {
    readonly conference: ConferenceId;
    readonly version: number;
    readonly item: AgendaItemId;
    readonly reason: string | null;
  },
): Promise<Outcome<ConferenceId, PutRefusal>> {
  return changeAgenda(act, input, input.reason, async (_here, _committee, agenda) =>
    agenda.some(({ id }) => id === input.item)
      ? done(agenda.filter(({ id }) => id !== input.item))
      : refused('item-unknown'),
  );
}

/** Before the first announcement; afterwards they are dates like any other, moved with /deadline. */
export async function setCutOffs(
  act: Act,
  input: {
    readonly conference: ConferenceId;
    readonly version: number;
    readonly freeUntil: string | null;
    readonly addUntil: string | null;
  },
): Promise<Outcome<ConferenceId, AccessRefusal | StaleRefusal | CutOffRefusal | 'date-past' | 'date-unreadable'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const open = await openForChange(here, input.conference, input.version);
    if (!open.ok) return open;
    const { viewer, committee, number, draft, current } = open.value;
    if (current || !draft) return refused('cut-offs-announced');
    const dates: Partial<Record<'freeUntil' | 'addUntil', Date | null>> = {};
    for (const field of ['freeUntil', 'addUntil'] as const) {
      const stated = input[field];
      const at = stated === null ? done(null) : await endOfDay(here, committee, stated, field);
      if (!at.ok) return at;
      dates[field] = at.value;
    }
    const change = { freeUntil: dates.freeUntil ?? null, addUntil: dates.addUntil ?? null };
    const checked = checkCutOffs({ ...change, startsAt: draft.startsAt });
    if (!checked.ok) return checked;
    await drafts.insertRevision(tx, viewer, input.conference, number, { ...draft, ...change }, act.now);
    await note(here, committee.id, input.conference, number);
    return done(input.conference);
  });
}

type Change = (
  act: Act,
  committee: CommitteeId,
  agenda: readonly AgendaItem[],
) => Promise<Outcome<readonly AgendaItem[], PutRefusal>>;

async function changeAgenda(
  act: Act,
  input: { readonly conference: ConferenceId; readonly version: number },
  reason: string | null,
  change: Change,
): Promise<Outcome<ConferenceId, PutRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const open = await openForChange(here, input.conference, input.version);
    if (!open.ok) return open;
    const { viewer, committee, number, draft, current } = open.value;
    const base = draft ?? (current && carriedOver(current, act.now));
    if (!base) return refused('conference-unknown');
    const agenda = await change(here, committee.id, base.agenda);
    if (!agenda.ok) return agenda;
    const agendaReason = reason?.normalize('NFC').trim() || base.agendaReason;
    const next: Content & typeof base = { ...base, agenda: agenda.value, agendaReason };
    const allowed = checkAgendaChange(current, next, act.now);
    if (!allowed.ok) return allowed;
    await drafts.insertRevision(tx, viewer, input.conference, number, next, act.now);
    await note(here, committee.id, input.conference, number);
    return done(input.conference);
  });
}

function agendaRuleOf(revision: Pick<Revision, 'ruleSet' | 'ruleSetVersion'>): AgendaRule {
  return ruleSetOfPlan(revision).parameters.agenda.value;
}

async function isKnown(act: Act, committee: CommitteeId, person: PersonId): Promise<boolean> {
  return (await peopleByIds(act, committee, [person])).length > 0;
}

/** A list that the person may see, or the one that hangs on the item already. */
async function seenList(
  act: Act,
  committee: CommitteeId,
  list: NomineeListId,
  before: AgendaItem | null,
): Promise<NomineeListId | null> {
  if (before?.list === list) return list;
  return (await agendaLists(act, committee)).some(({ id }) => id === list) ? list : null;
}

async function note(act: Act, committee: CommitteeId, conference: ConferenceId, revision: number): Promise<void> {
  await record(act.store, act, {
    kind: 'conferences.draft-changed',
    committee,
    subject: { kind: 'conference', id: conference },
    facts: { revision },
  });
}
