/**
 * Whose data have come to their end, and why somebody's have not, as the acting person may know it. Whoever is closed to
 * them in one of their committees is in no line and no number of any; of committees that are not theirs it is only said
 * that something is there.
 */
import { byGivenName } from '../../../i18n/names.ts';
import type { Act } from '../../../kernel/act.ts';
import type { HoldsPeople } from '../../../kernel/held-people.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise, viewersOf } from '../../access/operations.ts';
import { committeesOf } from '../../committees/operations/look.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { effectsOf, knownObstacles, obstaclesOf } from '../../personal-data/operations/effects.ts';
import type { ErasureEffects } from '../../personal-data/types.ts';
import { standingOf } from '../rules/standing.ts';
import { readHeld } from '../store/held.ts';
import * as store from '../store/proposals.ts';
import type {
  Ending,
  Held,
  Proposal,
  ProposalId,
  ProposalSeen,
  ProposalsSeen,
  SeenHeld,
  Standing,
  StandingSeen,
} from '../types.ts';
import { periodsFor } from './periods.ts';

export interface At {
  readonly committee: CommitteeId;
  readonly proposal: ProposalId;
}

/** Right: people.erase. By given name. What is no longer so since the night is left out. */
export async function seeProposals(
  act: Act,
  committee: CommitteeId,
  holders: readonly HoldsPeople[],
): Promise<Outcome<ProposalsSeen, AccessRefusal>> {
  const allowed = await authorise(act, committee, 'people.erase');
  if (!allowed.ok) return allowed;
  const all = await store.listProposals(act.store, act.workspace, { today: dateIn(act.zone, act.now) });
  const seen = await standingsFor(act, committee, all, holders);
  const lines = all.flatMap((proposal) => {
    const standing = seen.get(proposal.person);
    return standing ? [{ proposal, seen: { ...standing, postponed: proposal.postponed } }] : [];
  });
  const byName = byGivenName(act.locale);
  const sorted = lines.sort(
    ({ seen: { person: a } }, { seen: { person: b } }) =>
      byName(a.fullName, b.fullName) ||
      (a.birthMonth ?? '').localeCompare(b.birthMonth ?? '') ||
      (a.unit ?? '').localeCompare(b.unit ?? ''),
  );
  return done({
    committee,
    open: sorted.filter(({ proposal, seen: one }) => proposal.postponed === null && isFree(one)),
    postponed: sorted.filter(({ proposal }) => proposal.postponed !== null),
  });
}

/** What would go and what stays. Refusals: access (people.erase), retention-unknown (also where it is decided or closed). */
export async function previewProposal(
  act: Act,
  at: At,
  holders: readonly HoldsPeople[],
): Promise<Outcome<ProposalSeen & { readonly effects: ErasureEffects }, AccessRefusal | 'retention-unknown'>> {
  const found = await findOpen(act, at, holders);
  if (!found.ok) return found;
  return done({ ...found.value, effects: await effectsOf(act, found.value.seen.person, holders) });
}

/** Why somebody is, or is not, proposed. Refusals: access (people.erase), person-unknown (also where closed). */
export async function explainStanding(
  act: Act,
  input: { readonly committee: CommitteeId; readonly person: PersonId },
  holders: readonly HoldsPeople[],
): Promise<Outcome<StandingSeen, AccessRefusal | 'person-unknown'>> {
  const allowed = await authorise(act, input.committee, 'people.erase');
  if (!allowed.ok) return allowed;
  const people = [input.person];
  const all = await store.listProposals(act.store, act.workspace, { today: dateIn(act.zone, act.now), people });
  const seen = await standingsFor(act, input.committee, [{ person: input.person }], holders, false);
  const standing = seen.get(input.person);
  if (!standing) return refused('person-unknown', {}, 'person');
  return done({ ...standing, postponed: all.find(({ postponed }) => postponed)?.postponed ?? null });
}

/** One that waits for a decision, or, with `isPostponed`, one that was put off. */
export async function findOpen(
  act: Act,
  at: At,
  holders: readonly HoldsPeople[],
  isPostponed = false,
): Promise<Outcome<ProposalSeen, AccessRefusal | 'retention-unknown'>> {
  const all = await seeProposals(act, at.committee, holders);
  if (!all.ok) return all;
  const found = all.value[isPostponed ? 'postponed' : 'open'].find(({ proposal }) => proposal.id === at.proposal);
  return found ? done(found) : refused('retention-unknown');
}

function isFree({ state, obstacles }: StandingSeen): boolean {
  return state === 'over' && obstacles.length === 0;
}

/**
 * In a number of statements that does not grow with the people. `onlyHere`: whom this committee holds something of, and
 * those of whom no committee does.
 */
async function standingsFor(
  act: Act,
  committee: CommitteeId,
  asked: readonly Pick<Proposal, 'person'>[],
  holders: readonly HoldsPeople[],
  onlyHere = true,
): Promise<ReadonlyMap<PersonId, StandingSeen>> {
  const own = await committeesOf(act);
  const viewers = await viewersOf(
    act,
    own.map(({ id }) => id),
  );
  const hidden = new Set(viewers.flatMap(({ hiddenNominees }) => hiddenNominees));
  const ids = [...new Set(asked.map(({ person }) => person))].filter((person) => !hidden.has(person));
  if (ids.length === 0) return new Map();
  const people = new Map((await peopleByIds(act, committee, ids)).map((person) => [person.id, person]));
  const held = await readHeld(act.store, holders, { workspace: act.workspace, people: ids, zone: act.zone });
  const obstacles = await obstaclesOf(act, ids, holders);
  const [periods, known] = [await periodsFor(act), await knownObstacles(act)];
  const ownIds = own.map(({ id }) => id);
  return new Map(
    [...held].flatMap(([id, all]) => {
      const person = people.get(id);
      const places = all.flatMap(({ place }) => (place ? [place.id] : []));
      if (!person || (onlyHere && places.length > 0 && !places.includes(committee))) return [];
      const standing = standingOf(all, periods, act);
      return [[id, seenOf(person, standing, ownIds, known(id, obstacles.get(id) ?? []))]];
    }),
  );
}

function seenOf(
  person: Person,
  standing: Standing,
  own: readonly CommitteeId[],
  obstacles: StandingSeen['obstacles'],
): StandingSeen {
  const isOwn = ({ place }: Held) => place === null || own.includes(place.id);
  const all: readonly (Held | Ending)[] = 'endings' in standing ? standing.endings : standing.held;
  const lines = all.filter(isOwn).map(
    (held): SeenHeld => ({
      ...{ kind: held.kind, committee: held.place?.name ?? null, endedOn: held.endedOn },
      ...('until' in held ? { period: held.period, until: held.until } : { period: null, until: null }),
    }),
  );
  const until = 'endings' in standing ? standing.until : null;
  return { person, state: standing.state, until, lines, isElsewhere: !all.every(isOwn), obstacles, postponed: null };
}
