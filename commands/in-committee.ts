/** The committee that a command is about: the channel's, else the person's only one, else they are asked once. */
import { type Call, type Reply, show } from '../src/chat/call.ts';
import { committeeAt } from '../src/features/committees/operations/look.ts';
import type { Committee } from '../src/features/committees/types.ts';
import { chooseCommitteeMessage, noCommitteeMessage } from '../src/features/committees/views/cards.ts';
import { headerBlock, underHeader } from '../src/features/committees/views/header.ts';
import { type Texts, texts } from '../src/i18n/texts.ts';

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
      const reply = await run(place.committee);
      if (place.because === 'channel') return reply;
      return headed(t, place.committee, place.because === 'chosen' ? again : null, reply);
    }
    case 'choose':
      return show(chooseCommitteeMessage(t, place.committees, again, typed));
    case 'none':
      return show(noCommitteeMessage(t, call.channel?.kind === 'channel'));
  }
}

/** In the committee's own channel nobody has to be told which one it is. */
function headed(t: Texts, committee: Committee, again: string | null, reply: Reply): Reply {
  switch (reply.kind) {
    case 'show':
    case 'replace': {
      const { message } = reply;
      return { ...reply, message: { ...message, blocks: underHeader(t, committee, again, message.blocks) } };
    }
    case 'form':
    case 'redraw':
      return { ...reply, form: { ...reply.form, header: headerBlock(t, committee, again) } };
    default:
      return reply;
  }
}
