/** The committee that a command is about: the channel's, else the person's only one, else they are asked once. */
import { type Call, type Reply, show } from '../src/chat/call.ts';
import { committeeAt } from '../src/features/committees/operations/look.ts';
import type { Committee } from '../src/features/committees/types.ts';
import { chooseCommitteeMessage, noCommitteeMessage } from '../src/features/committees/views/cards.ts';
import { texts } from '../src/i18n/texts.ts';

/** `again` is the command line to repeat once a committee is chosen: "review open". */
export async function inCommittee(
  call: Call,
  again: string,
  run: (committee: Committee) => Promise<Reply>,
): Promise<Reply> {
  const place = await committeeAt(call, call.channel?.id ?? null);
  const t = texts(call.locale, call.zone);
  switch (place.kind) {
    case 'one':
      return run(place.committee);
    case 'choose':
      return show(chooseCommitteeMessage(t, place.committees, again));
    case 'none':
      return show(noCommitteeMessage(t, call.channel?.kind === 'channel'));
  }
}
