/** The committee that a command is about: the channel's, else the person's only one, else they are asked once. */
import { asAbout } from '../src/chat/about.ts';
import { type Call, type Reply, show } from '../src/chat/call.ts';
import { committeeAt } from '../src/features/committees/operations/look.ts';
import type { Committee } from '../src/features/committees/types.ts';
import { chooseCommitteeMessage, noCommitteeMessage } from '../src/features/committees/views/cards.ts';
import { texts } from '../src/i18n/texts.ts';

/**
 * `again` is the command to repeat once a committee is chosen: "review open". It travels in buttons, so what was typed
 * after it (names, titles) does not belong there: that is `typed`, given back as text to copy.
 */
export async function inCommittee(
  call: Call,
  again: string,
  run: (committee: Committee) => Promise<Reply>,
  typed: string | null = null,
): Promise<Reply> {
  const place = await committeeAt(call, call.channel?.id ?? null);
  const t = texts(call.locale, call.zone, call.speech);
  switch (place.kind) {
    case 'one': {
      const { name, channel } = place.committee;
      return asAbout(await run(place.committee), { name, channel, again: place.because === 'chosen' ? again : null });
    }
    case 'choose':
      return show(chooseCommitteeMessage(t, place.committees, again, typed));
    case 'none':
      return show(noCommitteeMessage(t, call.channel?.kind === 'channel'));
  }
}
