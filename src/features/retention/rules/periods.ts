/** How long a kind of data is kept: what was said for the workspace and the committee, and what a profile's rules say. */
import type { KeptKind } from '../../../kernel/held-people.ts';
import type { Profile } from '../../committees/types.ts';
import type { Period, Said } from '../types.ts';

/** Characters of a reason. */
export const reasonMax = 1_000;
/** More than a hundred years is a slip of the keys. */
export const monthsMax = 1_200;

/**
 * `retention_refused_months` of planning.md 8.4: "to end of term" for a NomCom (✔ RFC 8713), that is no month after its
 * plan is closed; "ask" for the others (Law 91/2025/QH15 has the data of people who are not taken erased, [S73]; no number
 * was found). For the other kinds no source gives a period, so there is none until somebody sets it.
 */
export function periodOfRules(profile: Profile | null, kind: KeptKind): Period | null {
  return profile === 'nomcom' && kind === 'not-chosen' ? { months: 0, origin: 'rule' } : null;
}

/** Of the workspace's, the committee's and the rules' the shortest holds; null: none of them says anything. */
export function periodOf(
  kind: KeptKind,
  said: { readonly workspace: Said; readonly committee: Said | null; readonly profile: Profile | null },
): Period | null {
  const workspace = said.workspace.periods.get(kind)?.months ?? null;
  const committee = said.committee?.periods.get(kind)?.months ?? null;
  const all: readonly (Period | null)[] = [
    workspace === null ? null : { months: workspace, origin: 'workspace' },
    periodOfRules(said.profile, kind),
    committee === null ? null : { months: committee, origin: 'committee' },
  ];
  return all.reduce((shortest, one) => {
    if (!one) return shortest;
    return shortest && shortest.months <= one.months ? shortest : one;
  }, null);
}
