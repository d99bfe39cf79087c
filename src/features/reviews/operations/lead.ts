/** Which cases a deputy leads because the chair takes no part in them, and who leads a case now. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, recusalsSeenBy, viewerOf } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { isAway } from '../../committees/rules.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { isHandedOver, leaderOf } from '../rules/lead.ts';
import type { LedCase } from '../types/conflicts.ts';
import type { Round } from '../types/nouns.ts';
import { everythingOf } from './seat.ts';
import { leadsToTakeOn } from './take-on.ts';

export interface Lead {
  /** Null: nobody is left to lead it. */
  readonly leader: PersonId | null;
  readonly isHandedOver: boolean;
}

/** Who leads these cases now. For deciding whom to tell: what is shown to whom is decided by the caller. */
export async function leadersOf(
  act: Act,
  committee: CommitteeId,
  nominees: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Lead>> {
  const members = await membersOf(act, committee);
  const recusals = await recusalsSeenBy(act, everythingOf(act, { committee }));
  const away = new Set(members.filter((member) => isAway(member, act.now)).map(({ person }) => person));
  return new Map(
    nominees.map((nominee) => {
      const leader = leaderOf(members, nominee, recusals, away);
      return [nominee, { leader, isHandedOver: isHandedOver(members, leader) }];
    }),
  );
}

/** The cases that this deputy leads in place of the chair; none for anybody else, and then without asking. */
export async function casesLedBy(act: Act, viewer: Viewer): Promise<ReadonlySet<PersonId>> {
  const { person, committee } = viewer;
  if (!person || !viewer.roles.includes('deputy')) return new Set();
  const recused = await recusalsSeenBy(act, viewer);
  const leads = await leadersOf(act, committee, [...new Set(recused.map(({ nominee }) => nominee))]);
  return new Set(
    [...leads].filter(([, lead]) => lead.isHandedOver && lead.leader === person).map(([nominee]) => nominee),
  );
}

/**
 * With whose eyes the synthesis is read: the right gives all of it, leading a case in place of the chair gives that case
 * (`only`). Refusals: access (review.synthesis).
 */
export async function eyesForSynthesis(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<{ viewer: Viewer; only: ReadonlySet<PersonId> | null }, AccessRefusal>> {
  const authorised = await authorise(act, committee, 'review.synthesis');
  if (authorised.ok) return done({ viewer: authorised.value, only: null });
  if (authorised.reason !== 'right-missing') return authorised;
  const viewer = await viewerOf(act, committee);
  const only = await casesLedBy(act, viewer);
  return only.size === 0 ? authorised : done({ viewer, only });
}

/** The same with names, for the deputy's own eyes. */
export async function ledCases(act: Act, committee: CommitteeId): Promise<readonly LedCase[]> {
  const viewer = await viewerOf(act, committee);
  const people = await peopleByIds(act, viewer.committee, [...(await casesLedBy(act, viewer))]);
  const asked = await leadsToTakeOn(act, viewer);
  return people.map(({ id, fullName }) => {
    const lead = asked.get(id);
    return { nominee: id, fullName, toTakeOn: lead?.leader === viewer.person ? lead.id : null };
  });
}

/** The part of the list that a deputy reads in place of the chair; null: there is none. */
export function partOf(round: Round, only: ReadonlySet<PersonId> | null): Round | null {
  if (only === null) return round;
  const entries = round.list.entries.filter(({ person }) => only.has(person));
  return entries.length === 0 ? null : { ...round, list: { ...round.list, entries } };
}
