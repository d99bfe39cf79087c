/** The one table of who may do what. docs/security.md is printed from it, and a test keeps the two equal. */
import type { Act } from '../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../kernel/ids.ts';
import { type Right, type Role, rights, roles, type Viewer } from './types.ts';

const everyone: readonly Role[] = ['clerk', 'chair', 'deputy', 'member', 'observer', 'teller'];
const voices: readonly Role[] = ['clerk', 'chair', 'deputy', 'member'];
const heads: readonly Role[] = ['clerk', 'chair', 'deputy'];

export const rolesWithRight: Readonly<Record<Right, readonly Role[]>> = {
  'committee.see': everyone,
  'committee.manage': ['clerk'],
  'people.see': heads,
  'people.edit': ['clerk'],
  'plan.see': voices,
  'plan.edit': ['clerk'],
  'candidates.see': voices,
  'candidates.enter': heads,
  'candidates.suggest': voices,
  'candidates.endorse': ['chair', 'deputy', 'member'],
  'candidates.withdraw': heads,
  'review.open': ['clerk'],
  // A committee secretary who is no member is asked for no opinion; one who is has the member's role besides.
  'review.comment': ['chair', 'deputy', 'member'],
  'review.progress': ['clerk'],
  'review.record': ['clerk'],
  'review.synthesis': ['clerk', 'chair'],
  // The chair too: a committee secretary may be the one who is too close.
  'conflict.manage': ['clerk', 'chair'],
  'conference.schedule': ['clerk', 'chair'],
  'conference.see': everyone,
  'conference.record': ['clerk'],
  // Opening, items, decisions; whoever holds the chair of the conference may as well.
  'conference.run': heads,
  // Who is to go where is known to few before it is decided; members follow what they proposed themselves.
  'movement.see': heads,
  'movement.suggest': voices,
  'movement.manage': ['clerk'],
  'ballot.see': everyone,
  'ballot.run': ['clerk', 'chair'],
  // Papers of people without an account; whoever counts a round in the room may as well.
  'ballot.record': ['clerk', 'teller'],
  'submission.see': heads,
  'submission.manage': ['clerk'],
  'deadline.see': everyone,
  // The deputy is told in the chair's place while the chair is away.
  'deadline.progress': heads,
  'deadline.manage': ['clerk'],
  // A named person decides; the chair too, as the committee secretary may be the one who asks.
  'people.erase': ['clerk', 'chair'],
  'audit.see': ['clerk', 'chair'],
};

export function may(viewer: Viewer, right: Right): boolean {
  return viewer.isClockwork || viewer.roles.some((role) => rolesWithRight[right].includes(role));
}

/** Rights of a role, in the order of the table. */
export function rightsOf(role: Role): readonly Right[] {
  return rights.filter((right) => rolesWithRight[right].includes(role));
}

/** Whether this nominee's case is open to the viewer. Stores filter by hiddenNominees; views of single cases ask here. */
export function maySeeCase(viewer: Viewer, nominee: PersonId): boolean {
  return !viewer.hiddenNominees.includes(nominee);
}

/**
 * Made only by access/operations.ts (and by test/support for rule tests). A person's own case is closed to them whether
 * there is one or not, so that nothing changes for somebody on the day when they are put forward.
 */
export function mintViewer(
  act: Pick<Act, 'workspace' | 'person' | 'member'>,
  committee: CommitteeId,
  standing: {
    roles: readonly Role[];
    votes: boolean;
    recusedFrom: readonly PersonId[];
    formerSelves: readonly PersonId[];
    isClockwork?: boolean;
  },
): Viewer {
  const own = act.person ? [act.person, ...standing.formerSelves] : [];
  return {
    hiddenNominees: [...new Set([...standing.recusedFrom, ...own])],
    workspace: act.workspace,
    committee,
    person: act.person,
    member: act.member,
    isClockwork: false,
    ...standing,
  } as unknown as Viewer;
}

/** The table as Markdown, for docs/security.md. */
export function permissionTable(): string {
  const header = `| right | ${roles.join(' | ')} |`;
  const line = `|---|${roles.map(() => '---').join('|')}|`;
  const rows = rights.map((right) => {
    const cells = roles.map((role) => (rolesWithRight[right].includes(role) ? 'yes' : ''));
    return `| ${right} | ${cells.join(' | ')} |`;
  });
  return [header, line, ...rows].join('\n');
}
