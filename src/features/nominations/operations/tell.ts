/** Who is told of an act on a nomination. One minute can pass before it goes out: "undo" takes the whole batch back. */
import { sendAll } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { type CommitteeId, type Id, type NominationId, newId, type PersonId } from '../../../kernel/ids.ts';
import type { Role } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { accountsOfPersons } from '../../workspaces/operations/accounts.ts';
import type { Nomination, NominationState } from '../types.ts';

/** How long an act that reaches other people can be undone. Source: design, promise 7. */
export const undoSeconds = 60;

export interface Told {
  readonly batch: string | null;
  /** Those with an account who get a card. */
  readonly told: readonly PersonId[];
  /** Concerned as well, but not to be reached in chat: whoever acted tells them. */
  readonly toTell: readonly PersonId[];
}

type Card =
  | 'nominations.suggested'
  | 'nominations.recorded-for-you'
  | 'nominations.answered'
  | 'nominations.withdrawn'
  | 'nominations.corrected'
  | 'nominations.consent'
  | 'nominations.consent-to-ask'
  | 'nominations.consent-answered'
  | 'nominations.consent-recorded'
  | 'nominations.own-unit-answered';

interface About {
  readonly committee: CommitteeId;
  readonly nomination: NominationId;
  readonly person: PersonId;
  /** Part of the key, so that a second change is told too. */
  readonly version: number | string;
}

/**
 * A suggestion: to those who keep the list. Entered for somebody: to that person. A name on the list: to the nominee
 * where the rule set asks them, or to whoever has to ask them outside the chat; else to nobody.
 */
export async function tellOnProposal(
  act: Act,
  proposal: {
    committee: CommitteeId;
    nomination: NominationId;
    person: PersonId;
    state: NominationState;
    onBehalfOf: PersonId | null;
    asked: { readonly inChat: boolean } | null;
  },
): Promise<Told> {
  const { committee, nomination, person, state, onBehalfOf, asked } = proposal;
  const about = { committee, nomination, person, version: 1 };
  const cards: Addressed[] = [];
  if (onBehalfOf) cards.push({ kind: 'nominations.recorded-for-you', to: [onBehalfOf] });
  else if (state === 'suggested')
    cards.push({ kind: 'nominations.suggested', to: await keepers(act, committee, person) });
  return tellAll(act, about, [...cards, ...(await askingCards(act, about, asked))]);
}

/** To the nominee, or to whoever has to ask them. */
export async function askingCards(
  act: Act,
  { committee, person }: Pick<About, 'committee' | 'person'>,
  asked: { readonly inChat: boolean } | null,
): Promise<readonly Addressed[]> {
  if (!asked) return [];
  if (asked.inChat) return [{ kind: 'nominations.consent', to: [person] }];
  return [{ kind: 'nominations.consent-to-ask', to: await keepers(act, committee, person) }];
}

/** An answer: to those who keep the list; entered for the nominee, also to the nominee. */
export async function tellConsent(act: Act, committee: CommitteeId, nomination: Nomination): Promise<Told> {
  const { id, person, consent } = nomination;
  const at = consent.at?.getTime() ?? 0;
  const cards: Addressed[] = [
    { kind: 'nominations.consent-answered', to: await keepers(act, committee, person) },
    ...(consent.recordedBy ? [{ kind: 'nominations.consent-recorded', to: [person] } as const] : []),
  ];
  return tellAll(act, { committee, nomination: id, person, version: `consent-${at}` }, cards);
}

/**
 * Whom a change of a nomination concerns: who put the name forward, who recorded it, and who keeps the list. The nominee
 * has cards of their own, worded for them.
 */
export async function concerned(
  act: Act,
  committee: CommitteeId,
  nomination: Nomination,
): Promise<readonly PersonId[]> {
  const people = [
    nomination.proposedBy,
    ...(nomination.recordedBy ? [nomination.recordedBy] : []),
    ...(await keepers(act, committee, nomination.person)),
  ];
  return [...new Set(people)].filter((person) => person !== act.person && person !== nomination.person);
}

interface Addressed {
  readonly kind: Card;
  readonly to: readonly PersonId[];
}

/**
 * Several cards of one act: one minute, one "undo". Recused readers are no concern here: the card finds no words for them
 * when it goes out.
 */
export async function tellAll(act: Act, about: About, cards: readonly Addressed[]): Promise<Told> {
  const told = cards.flatMap(({ kind, to }) =>
    to.filter((person) => person !== act.person).map((person) => ({ kind, person })),
  );
  if (told.length === 0) return { batch: null, told: [], toTell: [] };
  const batch = newId<Id<'batch'>>();
  const holdUntil = new Date(act.now.getTime() + undoSeconds * 1000);
  await sendAll(
    act.store,
    act,
    told.map(({ kind, person }) => ({
      kind,
      ids: { committee: about.committee, nomination: about.nomination },
      to: { person },
      committee: about.committee,
      key: `${kind}:${about.nomination}:${about.version}:${person}`,
      nominees: [about.person],
      holdUntil,
      batch,
    })),
  );
  const people = [...new Set(told.map(({ person }) => person))];
  const accounts = await accountsOfPersons(act, people);
  const isReached = (person: PersonId) => accounts.get(person)?.isActive === true;
  return { batch, told: people.filter(isReached), toTell: people.filter((person) => !isReached(person)) };
}

/**
 * Who keeps the list: the committee secretaries, but for the one whose own case it is; where none is left, the chair and
 * the deputies.
 */
export async function keepers(act: Act, committee: CommitteeId, nominee: PersonId): Promise<readonly PersonId[]> {
  return keepersAmong(await membersOf(act, committee), nominee);
}

/** Of several cases, each of them once, in one statement. */
export async function keepersOfAll(
  act: Act,
  committee: CommitteeId,
  nominees: readonly PersonId[],
): Promise<readonly PersonId[]> {
  const all = await membersOf(act, committee);
  return [...new Set(nominees.flatMap((nominee) => keepersAmong(all, nominee)))];
}

/** One card each to those who keep the list, whatever the number of cases; it is worded with its reader's eyes. */
export async function tellKeepersOf(
  act: Act,
  { kind, committee }: { readonly kind: string; readonly committee: CommitteeId },
  nominees: readonly PersonId[],
): Promise<void> {
  const people = [...new Set(nominees)];
  const to = await keepersOfAll(act, committee, people);
  await sendAll(
    act.store,
    act,
    to.map((person) => ({
      ...{ kind, ids: { committee }, to: { person }, committee, nominees: people },
      key: `${kind}:${committee}:${act.now.toISOString()}:${person}`,
    })),
  );
}

function keepersAmong(all: Awaited<ReturnType<typeof membersOf>>, nominee: PersonId): readonly PersonId[] {
  const members = all.filter(({ person }) => person !== nominee);
  const having = (role: Role) => members.filter(({ roles }) => roles.includes(role)).map(({ person }) => person);
  const clerks = having('clerk');
  return clerks.length > 0 ? clerks : [...new Set([...having('chair'), ...having('deputy')])];
}
