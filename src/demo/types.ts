/** What a demo committee begins with. People are called by their names; all of them are invented. */

import type { Role } from '../features/access/types.ts';
import type { Profile } from '../features/committees/types.ts';
import type { DisciplineKind, ShortForm } from '../features/people/types.ts';
import type { NewPosition, Track } from '../features/plans/types.ts';
import type { Locale } from '../kernel/act.ts';
import type { PlainMonth } from '../kernel/time.ts';

export interface DemoPerson extends Partial<ShortForm> {
  readonly fullName: string;
  /** Their chat account; nothing: known to the register only. */
  readonly account?: string;
  /** A measure decided and ending so many months from now; negative is past. */
  readonly discipline?: {
    readonly kind: DisciplineKind;
    readonly decidedMonths: number;
    readonly endsMonths: number;
    readonly decision: string;
  };
  /** In the committee; nothing: in the register only. */
  readonly member?: { readonly roles: readonly Role[]; readonly votes: boolean; readonly post: string };
}

export interface DemoProposal {
  /** Who puts the name forward: somebody with an account. */
  readonly by: string;
  readonly who: string;
  readonly position: string;
  readonly reasons: string | null;
}

export interface DemoPlan {
  readonly title: string;
  readonly track: Track;
  readonly termFrom: PlainMonth;
  readonly termTo: PlainMonth;
  readonly congress: PlainMonth | null;
  readonly positions: readonly Omit<NewPosition, 'rank'>[];
  /** The date for names, so many days from now. */
  readonly namesInDays: number;
  readonly proposals: readonly DemoProposal[];
}

export interface DemoCommittee {
  readonly team: string;
  readonly channel: string;
  readonly name: string;
  readonly profile: Profile;
  readonly locale: Locale;
  readonly zone: string;
  /** The committee secretary, an admin of the workspace. */
  readonly clerk: DemoPerson & { readonly account: string };
  /** In protocol order. */
  readonly people: readonly DemoPerson[];
  readonly away: { readonly who: string; readonly deputy: string; readonly days: number } | null;
  /** `year` is the present one. */
  plan(year: number): DemoPlan;
}
