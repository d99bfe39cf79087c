/** Every night: whose data have come to the end of every period is put before those who may decide. Nothing is erased. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { sendAll } from '../../../delivery/send.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { HoldsPeople } from '../../../kernel/held-people.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import { rolesWithRight } from '../../access/rules.ts';
import { committeesOfWorkspace, membersOf } from '../../committees/operations/look.ts';
import { obstaclesOf } from '../../personal-data/operations/effects.ts';
import { clockworkAct, listWorkspaces } from '../../workspaces/operations/workspaces.ts';
import { standingOf } from '../rules/standing.ts';
import { readHeld } from '../store/held.ts';
import * as store from '../store/proposals.ts';
import { periodsFor } from './periods.ts';

export const proposedCard = 'retention.proposed';

/** All workspaces. A second run the same night finds nothing new. */
export async function watchRetention(handle: StoreHandle, holders: readonly HoldsPeople[], now: Date): Promise<void> {
  for (const workspace of await listWorkspaces(handle)) {
    await watchPeriods(clockworkAct(handle, workspace, now), holders);
  }
}

interface Found {
  readonly person: PersonId;
  readonly keptUntil: PlainDate;
  readonly committees: readonly CommitteeId[];
}

/** For the clockwork: one workspace, in a number of statements that does not grow with its people. */
export async function watchPeriods(act: Act, holders: readonly HoldsPeople[]): Promise<void> {
  await inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdWatch(tx, act.workspace);
    const due = await findDue(here, holders);
    const before = await store.listProposals(tx, act.workspace, { today: dateIn(act.zone, act.now) });
    const open = before.filter(({ postponed }) => postponed === null);
    const waiting = new Set(open.map(({ person }) => person));
    const still = new Set(due.map(({ person }) => person));
    const fresh = due.filter(({ person }) => !waiting.has(person));
    const gone = open.filter(({ person }) => !still.has(person));
    if (gone.length > 0) {
      await store.endProposals(
        tx,
        gone.map(({ id }) => id),
        act.now,
      );
      await record(tx, act, {
        ...{ kind: 'retention.no-longer', subject: { kind: 'workspace', id: act.workspace } },
        ...{ nominees: gone.map(({ person }) => person), facts: { people: gone.length } },
      });
    }
    if (fresh.length === 0) return;
    await store.insertProposals(tx, act.workspace, fresh, act.now);
    await tellThoseWhoDecide(here, fresh);
  });
}

async function findDue(act: Act, holders: readonly HoldsPeople[]): Promise<readonly Found[]> {
  const periods = await periodsFor(act);
  const held = await readHeld(act.store, holders, { workspace: act.workspace, people: null, zone: act.zone });
  const over = [...held].flatMap(([person, all]): Found[] => {
    const standing = standingOf(all, periods, act);
    if (standing.state !== 'over') return [];
    const committees = [...new Set(all.flatMap(({ place }) => (place ? [place.id] : [])))];
    return [{ person, keptUntil: standing.until, committees }];
  });
  const people = over.map(({ person }) => person);
  const obstacles = await obstaclesOf(act, people, holders);
  return over.filter(({ person }) => !obstacles.has(person));
}

/** One card for each committee and reader, whatever the number of people; it is worded with its reader's eyes. */
async function tellThoseWhoDecide(act: Act, found: readonly Found[]): Promise<void> {
  const committees = (await committeesOfWorkspace(act)).filter(({ isConfirmed }) => isConfirmed);
  const known = new Set(committees.map(({ id }) => id));
  for (const { id: committee } of committees) {
    // Of whom no committee that is left holds anything, every one is told: one of them knows the person.
    const nominees = found
      .filter((one) => one.committees.includes(committee) || !one.committees.some((id) => known.has(id)))
      .map(({ person }) => person);
    if (nominees.length === 0) continue;
    const deciding = (await membersOf(act, committee)).filter(({ roles }) =>
      roles.some((role) => rolesWithRight['people.erase'].includes(role)),
    );
    await record(act.store, act, {
      ...{ kind: 'retention.proposed', committee, subject: { kind: 'committee', id: committee } },
      ...{ nominees, facts: { people: nominees.length } },
    });
    await sendAll(
      act.store,
      act,
      deciding.map(({ person }) => ({
        ...{ kind: proposedCard, ids: { committee }, to: { person }, committee, nominees },
        key: `${proposedCard}:${committee}:${act.now.toISOString()}:${person}`,
      })),
    );
  }
}
