/** What a person was sent, worded for them as they are now: cards on their way, posted ones, channel posts, calendar. */
import { client } from '../../src/database/client.ts';
import { sendAll } from '../../src/delivery/send.ts';
import { readCalendar } from '../../src/features/conferences/interactions/calendar.ts';
import { createCalendarFeed } from '../../src/features/conferences/operations/calendar.ts';
import { digestCard, singleCard } from '../../src/features/deadlines/operations/cards.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';
import type { CommitteeId, DeadlineId } from '../../src/kernel/ids.ts';
import { newId } from '../../src/kernel/ids.ts';
import { cards } from './bot.ts';
import { withoutIds } from './explore.ts';
import { afterwards, at, must, type RecusalScene, type Somebody } from './scene.ts';

/** Today's digest, a reminder of every date, and all of it posted: what a recusal has to replace. */
export async function postEverything(store: StoreHandle, reader: Somebody, committee: CommitteeId): Promise<void> {
  const act = at(reader, 0);
  const deadlines = await client(store).deadline.findMany({ where: { committeeId: committee } });
  await sendAll(store, act, [
    digestCard(reader.person, reader.zone, act.now, act.now),
    ...deadlines.map(({ id, subjectKind, subjectId, version, dueAt }) =>
      singleCard(
        {
          ...{ id: id as DeadlineId, committee, version, dueAt },
          subject: { kind: subjectKind, id: subjectId },
        },
        { id: newId(), person: reader.person, side: 'before' },
      ),
    ),
  ]);
  await client(store).delivery.updateMany({
    where: { workspaceId: reader.workspace, personId: reader.person },
    data: { state: 'sent', address: {}, intendedAt: act.now },
  });
}

export interface Worded {
  readonly kind: string;
  readonly isPosted: boolean;
  /** A redraw was asked for. */
  readonly isMarked: boolean;
  /** Null: it is not sent, or stays as it is. */
  readonly text: string | null;
}

/** Everything addressed to the reader or to a channel, in the order of sending, as it would be worded now. */
export async function wordedFor(
  store: StoreHandle,
  scene: RecusalScene,
  to: 'reader' | 'channel',
): Promise<readonly Worded[]> {
  const rows = await client(store).delivery.findMany({
    where: {
      workspaceId: scene.workspace,
      ...(to === 'reader' ? { personId: scene.reader.person } : { channelId: { not: null } }),
    },
    orderBy: { sequence: 'asc' },
  });
  const eyes = { ...at(to === 'reader' ? scene.reader : scene.clockwork, afterwards), store };
  const worded: Worded[] = [];
  for (const row of rows) {
    const isPosted = row.state === 'sent';
    const message = await cards[row.kind]?.({
      ...{ act: eyes, ids: row.ids as Record<string, string>, committee: scene.committee, isSentAgain: false },
      to: to === 'reader' ? { person: scene.reader.person } : { channel: row.channelId ?? '' },
      isRedraw: isPosted,
    });
    worded.push({
      ...{ kind: row.kind, isPosted, isMarked: row.wantsVersion > row.shownVersion },
      text: message ? withoutIds(JSON.stringify(message)) : null,
    });
  }
  return worded;
}

/** What the reader's calendar program reads. Stamps and ids aside. */
export async function calendarOf(store: StoreHandle, scene: RecusalScene): Promise<string> {
  const act = at(scene.reader, afterwards);
  const { secret } = must(await createCalendarFeed(act));
  return withoutIds((await readCalendar(store, act.now, secret)) ?? '');
}
