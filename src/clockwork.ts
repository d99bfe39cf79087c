/** What runs without anybody acting: jobs, periodic tasks, and what the platform tells about its own life. */
import type { Platform } from './chat/platform.ts';
import type { PlatformEvent } from './chat/platform-event.ts';
import { forgetRequests } from './database/forget-requests.ts';
import type { Sender } from './delivery/sender.ts';
import { ballotOpens, ballotSettles } from './features/ballots/operations/clock.ts';
import { papersTaken } from './features/ballots/operations/papers-taken.ts';
import { turnSealedCards } from './features/ballots/operations/secret-look.ts';
import { settleAnnouncement } from './features/conferences/operations/said.ts';
import { followMeasureDates, forgetIntakes } from './features/development/operations/take-in.ts';
import { watchDossiers } from './features/dossiers/operations/watch.ts';
import { watchExternal, watchExternalEverywhere } from './features/external-nominations/operations/concerns.ts';
import { forgetExpired } from './features/imports/operations/given.ts';
import { watchNewcomersEverywhere, watchNewcomersOf } from './features/newcomers/operations/watch.ts';
import { recheckEverything, recheckWorkspace } from './features/nominations/operations/recheck.ts';
import { watchEverything, watchWorkspace } from './features/removals/operations/watch.ts';
import { watchRetention } from './features/retention/operations/watch.ts';
import { turnAnonymousCards } from './features/reviews/operations/anonymous-turn.ts';
import { settleListChange } from './features/reviews/operations/list-settled.ts';
import { destroyBoxes } from './features/sealing/operations/destroy.ts';
import { openUnnamed } from './features/sealing/operations/unnamed.ts';
import type { Urns } from './features/sealing/operations/urns.ts';
import type { Features } from './features.ts';
import { heldPeople } from './held-people.ts';
import { coreHandlers, coreTasks } from './jobs/core.ts';
import { createDeadlineClockwork } from './jobs/deadlines.ts';
import type { JobHandlers } from './jobs/handlers.ts';
import type { PeriodicTask } from './jobs/schedules.ts';
import type { StoreHandle } from './kernel/act.ts';
import { asId, type PersonId, type WorkspaceId } from './kernel/ids.ts';
import type { Log } from './kernel/log.ts';
import { createWorkspaceLife } from './workspace-life.ts';

/** Nobody sends a form again that was opened a week ago. */
const requestMemoryMs = 7 * 24 * 3_600_000;

export interface Clockwork {
  readonly handlers: JobHandlers;
  readonly periodic: readonly PeriodicTask[];
  platformEvent(event: PlatformEvent, now: Date): Promise<void>;
}

export function createClockwork(parts: {
  store: StoreHandle;
  sender: Sender;
  features: Features;
  urns: Urns;
  platform: Platform;
  log: Log;
  /** Nightly tasks run at this zone's night. */
  zone: string;
}): Clockwork {
  const { store, sender, features, urns, platform, log, zone } = parts;
  const life = createWorkspaceLife({ store, platform, log, zone });
  const deadlines = createDeadlineClockwork({ store, duties: features.duties, zone });
  const forgetOldRequests = async (now: Date) => {
    await forgetRequests(store, new Date(now.getTime() - requestMemoryMs));
  };
  const periodic: readonly PeriodicTask[] = [
    ...coreTasks({
      store,
      log,
      zone,
      onChain: async () => {},
      retention: [forgetOldRequests, (now) => forgetExpired(store, now), (now) => forgetIntakes(store, now)],
    }),
    {
      name: 'destroy-sealed-papers',
      rhythm: { daily: '09:10', zone } as const,
      run: ({ now }: { readonly now: Date }) => destroyBoxes(store, now),
    },
    {
      // Cards of an anonymous review become "done" for the whole roll together, at this time and at the close.
      name: 'turn-anonymous-cards',
      rhythm: { daily: '17:00', zone } as const,
      run: ({ now }: { readonly now: Date }) => turnAnonymousCards(store, now),
    },
    {
      // The same for votes on sealed papers.
      name: 'turn-sealed-votes',
      rhythm: { daily: '17:00', zone } as const,
      run: ({ now }: { readonly now: Date }) => turnSealedCards(store, now),
    },
    ...deadlines.periodic,
    // People grow older, measures begin and end: who no longer qualifies is told in the morning.
    { name: 'recheck-names', rhythm: { daily: '02:50', zone }, run: ({ now }) => recheckEverything(store, now) },
    { name: 'watch-plans', rhythm: { daily: '02:55', zone }, run: ({ now }) => watchEverything(store, now) },
    {
      name: 'watch-newcomers',
      rhythm: { daily: '02:57', zone },
      run: ({ now }) => watchNewcomersEverywhere(store, now),
    },
    { name: 'watch-outside', rhythm: { daily: '02:58', zone }, run: ({ now }) => watchExternalEverywhere(store, now) },
    { name: 'watch-dossiers', rhythm: { daily: '03:00', zone }, run: ({ now }) => watchDossiers(store, now) },
    // What is kept has come to its end at midnight; nothing is erased before somebody says so.
    {
      name: 'watch-retention',
      rhythm: { daily: '03:05', zone },
      run: ({ now }) => watchRetention(store, heldPeople, now),
    },
    ...life.periodic,
  ];
  return {
    periodic,
    handlers: {
      ...coreHandlers({ store, sender, periodic }),
      'ballot-opens': (payload, { now }) => ballotOpens(store, urns, payload, now),
      'ballot-papers-taken': (payload, { now }) => papersTaken(store, payload, now),
      'ballot-settles': (payload, { now }) => ballotSettles(store, payload, now),
      'conference-settled': (payload, { now }) => settleAnnouncement(store, payload, now),
      'review-list-settled': ({ workspace, change }, { now }) =>
        settleListChange(store, { workspace: asId(workspace), change: asId(change) }, now),
      'open-unnamed': ({ box }, { now }) => openUnnamed(store, urns, features.sealedSubjects, { box: asId(box), now }),
      recheck: async ({ workspace, person }, { now }) => {
        const which = { workspace: asId<WorkspaceId>(workspace), person: person ? asId<PersonId>(person) : null };
        await recheckWorkspace(store, which, now);
        await watchWorkspace(store, which, now);
        await watchNewcomersOf(store, which, now);
        await watchExternal(store, which, now);
      },
      'measure-dates': ({ workspace, committee, measures }, { now }) =>
        followMeasureDates(store, { workspace: asId(workspace), committee: asId(committee), measures }, now),
      ...deadlines.handlers,
    },
    platformEvent: (event, now) => life.platformEvent(event, now),
  };
}
