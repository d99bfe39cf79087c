/** Conflicts of interest of a committee: which are possible, who is recused, which names people have said. */
import { searchName } from '../../../i18n/names.ts';
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, conflictsKnownTo, recusalsSeenBy } from '../../access/operations.ts';
import { rolesWithRight } from '../../access/rules.ts';
import type { Conflict, ConflictKind, Viewer } from '../../access/types.ts';
import { committeeHeader, membersOf } from '../../committees/operations/look.ts';
import type { Committee } from '../../committees/types.ts';
import { candidatesOf } from '../../nominations/operations/look.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { detectedKinds, possibleConflicts } from '../rules/conflicts.ts';
import type { ConflictBoard } from '../types/conflicts.ts';
import { leadersOf } from './lead.ts';
import { leadsToTakeOn } from './take-on.ts';

/** What there is to rule on and what was ruled, in names. Refusals: access (conflict.manage). */
export async function seeConflicts(act: Act, committee: CommitteeId): Promise<Outcome<ConflictBoard, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'conflict.manage');
  if (!viewer.ok) return viewer;
  const header = await committeeHeader(act, committee);
  if (!header) return refused('committee-unknown');
  const members = await membersOf(act, committee);
  const possible = await possibleFor(act, viewer.value, header, null);
  const recusals = await recusalsSeenBy(act, viewer.value);
  const { relations } = await conflictsKnownTo(act, viewer.value);
  const nominees = [...new Set([...possible, ...recusals].map(({ nominee }) => nominee))];
  const leads = await leadersOf(act, committee, nominees);
  const asked = await leadsToTakeOn(act, viewer.value);
  const named = await peopleByIds(act, committee, [
    ...nominees,
    ...[...possible, ...recusals, ...relations].map(({ person }) => person),
  ]);
  const names = new Map<PersonId, string>([
    ...members.map(({ person, fullName }) => [person, fullName] as const),
    ...named.map(({ id, fullName }) => [id, fullName] as const),
  ]);
  const nameOf = (person: PersonId) => names.get(person) ?? '';
  return done({
    committee: header,
    members,
    possible: possible.map((conflict) => ({
      ...conflict,
      personName: nameOf(conflict.person),
      nomineeName: nameOf(conflict.nominee),
      isOwn: conflict.person === act.person,
    })),
    recusals: recusals.map(({ recordedBy, ...recusal }) => {
      const lead = leads.get(recusal.nominee);
      const isChair = members.some(({ person, roles }) => person === recusal.person && roles.includes('chair'));
      return {
        ...recusal,
        personName: nameOf(recusal.person),
        nomineeName: nameOf(recusal.nominee),
        isRecorded: recordedBy !== null,
        handedTo:
          isChair && lead?.isHandedOver
            ? { name: lead.leader ? nameOf(lead.leader) : null, toTakeOn: asked.get(recusal.nominee)?.id ?? null }
            : null,
      };
    }),
    relations: relations.map(({ person, fullName, kind }) => ({ personName: nameOf(person), fullName, kind })),
  });
}

/**
 * Possible conflicts between those who judge and those on the lists, as the viewer may know them; `only` narrows it to
 * one person. A handful of statements, however many people.
 */
export async function possibleFor(
  act: Act,
  viewer: Viewer,
  committee: Pick<Committee, 'id' | 'profile'>,
  only: PersonId | null,
): Promise<readonly Conflict[]> {
  const members = await membersOf(act, committee.id);
  const judging = members.filter(
    ({ person, roles }) =>
      (only === null || person === only) && roles.some((role) => rolesWithRight['review.comment'].includes(role)),
  );
  const people = await peopleByIds(
    act,
    committee.id,
    judging.map(({ person }) => person),
  );
  const units = new Map(people.map(({ id, unit }) => [id, unit]));
  const candidates = await candidatesOf(act, viewer, { states: ['listed'] });
  const { rulings, relations } = await conflictsKnownTo(act, viewer);
  return possibleConflicts({
    kinds: detectedKinds[committee.profile],
    judges: judging.map(({ person }) => ({ person, unit: units.get(person) ?? null })),
    nominees: candidates.map(({ person, unit, fullName, proposedBy }) => ({
      ...{ person, unit, proposedBy },
      searchName: searchName(fullName),
    })),
    relations,
    recused: await recusalsSeenBy(act, viewer),
    ruled: rulings,
  });
}

/** What may stand between the viewer's person and the nominees of a list: to be asked before the list is opened. */
export async function ownPossible(
  act: Act,
  viewer: Viewer,
  nominees: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly ConflictKind[]>> {
  const header = await committeeHeader(act, viewer.committee);
  const found = header && viewer.person ? await possibleFor(act, viewer, header, viewer.person) : [];
  const byNominee = new Map<PersonId, ConflictKind[]>();
  for (const { nominee, kind } of found) {
    if (nominees.includes(nominee)) byNominee.set(nominee, [...(byNominee.get(nominee) ?? []), kind]);
  }
  return byNominee;
}
