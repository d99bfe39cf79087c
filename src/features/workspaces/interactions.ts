/** The cards about accounts, channels and messages that did not arrive, worded for the committee secretary. */
import type { Message } from '../../chat/message.ts';
import { type RenderContext, type Renderers, undeliverableNotice } from '../../delivery/renderers.ts';
import { type Texts, texts } from '../../i18n/texts.ts';
import { asId, type CommitteeId } from '../../kernel/ids.ts';
import { committeeHeader } from '../committees/operations/look.ts';
import { cardKinds, nameOfRecipient } from './operations/life.ts';
import { accountMessage, channelMessage, undeliverableMessage } from './views.ts';

export const workspaceCards: Renderers = {
  [cardKinds.account]: (context) =>
    inCommittee(context, async (t, id, name) =>
      accountMessage(t, name, await nameOfRecipient(context.act, id, context.ids), context.ids.change ?? ''),
    ),

  [cardKinds.channel]: (context) =>
    inCommittee(context, async (t, _id, name) =>
      channelMessage(t, name, context.ids.channel ?? '', context.ids.loss ?? ''),
    ),

  [undeliverableNotice]: (context) =>
    inCommittee(context, async (t, id, name) => {
      const { card = '', reason = '', channel } = context.ids;
      const person = await nameOfRecipient(context.act, id, context.ids);
      const recipient = channel ? { channel } : (person ?? t('workspaces.somebody'));
      return undeliverableMessage(t, name, { kind: card, reason, recipient });
    }),
};

async function inCommittee(
  { act, committee, ids }: RenderContext,
  word: (t: Texts, id: CommitteeId, name: string) => Promise<Message>,
): Promise<Message | null> {
  const id = committee ?? asId<CommitteeId>(ids.committee ?? '');
  const found = await committeeHeader(act, id);
  return found ? word(texts(act.locale, act.zone, act.speech), id, found.name) : null;
}
