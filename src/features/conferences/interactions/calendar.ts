/** Calendar files and the personal calendar address. */
import { said, textsOf } from '../../../answers.ts';
import { type Call, giveFile, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { texts } from '../../../i18n/texts.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { asId, type ConferenceId } from '../../../kernel/ids.ts';
import {
  calendarFeed,
  conferenceIcs,
  createCalendarFeed,
  feedHash,
  hasCalendarFeed,
  revokeCalendarFeed,
} from '../operations/calendar.ts';
import type { EntryTitle } from '../operations/calendar-entries.ts';
import * as buttons from '../views/buttons.ts';
import { calendarMessage, feedCreatedMessage, fileMessage, fileSentMessage } from '../views/calendar.ts';

export interface CalendarSource {
  /** PUBLIC_URL without a slash at its end; null: this bot cannot be reached from outside. */
  readonly publicUrl: string | null;
}

export function calendarInteractions(source: CalendarSource): readonly Interaction[] {
  const hasAddress = source.publicUrl !== null;
  return [
    onPress(buttons.fileButton, async (call, { conference }) => showFile(call, asId(conference))),

    onPress(buttons.calendarButton, async (call) =>
      show(calendarMessage(textsOf(call), { feed: await hasCalendarFeed(call), publicAddress: hasAddress })),
    ),

    onPress(buttons.feedCreateButton, async (call) => {
      const t = textsOf(call);
      if (source.publicUrl === null) return show(sentence(t('conferences.calendar.noPublicAddress')));
      const feed = await createCalendarFeed(call);
      if (!feed.ok) return said(call, feed);
      return replaceCard(feedCreatedMessage(t, `${source.publicUrl}/calendar/${feed.value.secret}.ics`));
    }),

    onPress(buttons.feedRevokeButton, async (call) => {
      const revoked = await revokeCalendarFeed(call);
      return revoked.ok ? replaceCard(sentence(textsOf(call)('conferences.calendar.revoked'))) : said(call, revoked);
    }),
  ];
}

/** What GET /calendar/<secret>.ics answers; null: not found. */
export async function readCalendar(store: StoreHandle, now: Date, secret: string): Promise<string | null> {
  return calendarFeed(store, feedHash(secret), now, entryTitle);
}

async function showFile(call: Call, conference: ConferenceId): Promise<Reply> {
  const ics = await conferenceIcs(call, conference, entryTitle);
  if (!ics.ok) return said(call, ics);
  const t = textsOf(call);
  const name = t('conferences.calendar.fileName');
  return giveFile({ name, content: ics.value, sent: fileSentMessage(t, name) }, fileMessage(t, ics.value));
}

const entryTitle: EntryTitle = (locale, committee) =>
  texts(locale, 'UTC', 'general')('conferences.calendarTitle', { committee });
