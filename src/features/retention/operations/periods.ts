/** How long each kind of data is kept: read by everybody, set by a workspace admin, made stricter by a committee secretary. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type KeptKind, keptKinds } from '../../../kernel/held-people.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import type { Committee, Profile } from '../../committees/types.ts';
import { monthsMax, periodOf, reasonMax } from '../rules/periods.ts';
import * as store from '../store/periods.ts';
import { nothingSaid, type PeriodLine, type PeriodsSeen, type Said } from '../types.ts';

/** Everybody's to know. A committee of another workspace: as for the workspace. */
export async function seePeriods(act: Act, committee: CommitteeId | null): Promise<PeriodsSeen> {
  const header = committee ? await committeeHeader(act, committee) : null;
  return seenOf(act, await store.readPeriods(act.store, act.workspace), header);
}

/** What holds for the workspace, and for these committees, in one statement. */
export async function periodsFor(act: Act) {
  const all = await store.readPeriods(act.store, act.workspace);
  return (place: { readonly id: CommitteeId; readonly profile: Profile } | null, kind: KeptKind) =>
    periodOf(kind, {
      workspace: all.workspace,
      committee: (place && all.committees.get(place.id)) ?? null,
      profile: place?.profile ?? null,
    });
}

async function seenOf(act: Act, all: store.AllSaid, committee: Committee | null): Promise<PeriodsSeen> {
  const own = committee ? (all.committees.get(committee.id) ?? nothingSaid) : null;
  const lines = keptKinds.map((kind): PeriodLine => {
    const period = periodOf(kind, { workspace: all.workspace, committee: own, profile: committee?.profile ?? null });
    const sayer: Said | null = period?.origin === 'committee' ? own : period?.origin === 'rule' ? null : all.workspace;
    return { kind, period, said: sayer?.periods.get(kind) ?? null };
  });
  const viewer = committee ? await viewerOf(act, committee.id) : null;
  const mayChange = viewer ? may(viewer, 'committee.manage') : act.isWorkspaceAdmin;
  const mayDecide = viewer !== null && may(viewer, 'people.erase');
  return { committee, version: (own ?? all.workspace).version, lines, mayChange, mayDecide };
}

export type PeriodRefusal =
  | AccessRefusal
  | 'retention-not-admin'
  | 'retention-reason-missing'
  | 'retention-reason-too-long'
  | 'retention-months-wrong'
  | 'retention-not-stricter'
  | 'retention-same'
  | 'retention-changed';

/**
 * Holds from now on, also for what was held before; nothing is erased by it. `months` null: not set any more. `version`:
 * of what was seen. Refusals: access (committee.manage, for a committee), retention-not-admin (for the workspace),
 * retention-reason-missing, retention-reason-too-long, retention-months-wrong, retention-not-stricter {count} (what
 * holds for the workspace or by the rules is shorter), retention-same, retention-changed.
 */
export async function setPeriod(
  act: Act,
  input: {
    readonly committee: CommitteeId | null;
    readonly kind: KeptKind;
    readonly months: number | null;
    readonly reason: string;
    readonly version: number;
  },
): Promise<Outcome<PeriodsSeen, PeriodRefusal>> {
  const { committee, kind, months } = input;
  const reason = input.reason.trim().normalize('NFC');
  if (!committee && !act.isWorkspaceAdmin) return refused('retention-not-admin');
  if (reason === '') return refused('retention-reason-missing', {}, 'reason');
  if (reason.length > reasonMax) return refused('retention-reason-too-long', { max: reasonMax }, 'reason');
  if (months !== null && !(Number.isInteger(months) && months >= 0 && months <= monthsMax)) {
    return refused('retention-months-wrong', { max: monthsMax }, 'months');
  }
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    if (committee) {
      const viewer = await authorise(here, committee, 'committee.manage');
      if (!viewer.ok) return viewer;
    }
    await store.holdPeriods(tx, act.workspace);
    const all = await store.readPeriods(tx, act.workspace);
    const header = committee ? await committeeHeader(here, committee) : null;
    const before = header ? (all.committees.get(header.id) ?? nothingSaid) : all.workspace;
    if (before.version !== input.version) return refused('retention-changed');
    const was = before.periods.get(kind)?.months ?? null;
    if (was === months) return refused('retention-same', {}, 'months');
    const above = header
      ? periodOf(kind, { workspace: all.workspace, committee: null, profile: header.profile })
      : null;
    if (above && months !== null && months >= above.months) {
      return refused('retention-not-stricter', { count: above.months }, 'months');
    }
    const said = { committee, kind, months, reason, after: before.version, by: act.person, at: act.now };
    if (!(await store.insertPeriod(tx, act.workspace, said))) return refused('retention-changed');
    await record(tx, act, {
      ...{ kind: 'retention.period-set', committee: committee ?? undefined },
      subject: committee ? { kind: 'committee', id: committee } : { kind: 'workspace', id: act.workspace },
      facts: { data: kind, from: was, to: months, reason: hashOf(reason) },
    });
    return done(await seenOf(here, await store.readPeriods(tx, act.workspace), header));
  });
}
