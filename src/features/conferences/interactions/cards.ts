/** How each card of a conference is worded when it really goes out, and again when it changes in its place. */
import { textsOf } from '../../../answers.ts';
import { sentence } from '../../../chat/message.ts';
import type { RenderContext, Renderers } from '../../../delivery/renderers.ts';
import { asId, type ConferenceId } from '../../../kernel/ids.ts';
import { seeInvitation } from '../operations/look.ts';
import { seeDelegation } from '../operations/prepare.ts';
import type { HeldAct } from '../types.ts';
import { chairLeftMessage } from '../views/chair-left.ts';
import { channelMessage } from '../views/channel.ts';
import { liftedMessage } from '../views/consent.ts';
import {
  cancelledMessage,
  delegateMessage,
  invitationMessage,
  recordedMessage,
  releasedMessage,
} from '../views/invitation.ts';
import { cardOf, listsOf } from './shared.ts';
import { standInCards } from './stand-in.ts';

export const conferenceCards: Renderers = {
  ...standInCards,

  'conferences.invitation': async (context) => {
    const seen = await seenBy(context);
    const t = textsOf(context.act);
    // Whoever has left the committee keeps no card that says when and where it meets.
    if (!seen) return context.isRedraw ? sentence(t('conferences.invitation.notYours')) : null;
    const { revision, isCancelled, own, committee } = seen;
    if (!own) return context.isRedraw ? releasedMessage(t, revision, committee.name) : null;
    // Not out yet when it was called off: only the cancellation is told.
    if (isCancelled && !context.isRedraw) return null;
    return invitationMessage(t, await cardOf(context.act, seen, { ...context, tells: context.ids.revision }));
  },

  'conferences.released': async (context) => {
    const seen = await seenBy(context);
    if (!seen || seen.own) return null;
    return releasedMessage(textsOf(context.act), seen.revision, seen.committee.name);
  },

  'conferences.cancelled': async (context) => {
    const seen = await seenBy(context);
    if (!seen?.isCancelled) return null;
    return cancelledMessage(textsOf(context.act), await cardOf(context.act, seen, context));
  },

  'conferences.recorded': async (context) => {
    const seen = await seenBy(context);
    if (!seen?.reply) return null;
    return recordedMessage(textsOf(context.act), await cardOf(context.act, seen, context));
  },

  /** To those who lead: an item is discussed on its own. Who asked is known to nobody. */
  'conferences.lifted': async (context) => {
    const seen = await seenBy(context);
    const at = seen?.revision.agenda.findIndex(({ id }) => id === context.ids.item) ?? -1;
    const item = seen?.revision.agenda[at];
    if (!seen || !item || seen.isCancelled) return null;
    const { committee, conference, revision } = seen;
    return liftedMessage(textsOf(context.act), {
      ...{ conference: conference.id, committeeName: committee.name, revision },
      item: { number: at + 1, item },
      lists: await listsOf(context.act, committee.id, revision),
    });
  },

  'conferences.delegate': async (context) => {
    const { act, ids } = context;
    const seen = await seeDelegation(act, conferenceOf(context), asId(ids.for ?? ''));
    if (!seen.ok || (seen.value.isOver && !context.isRedraw)) return null;
    const { invitation, inPlaceOf, isOver } = seen.value;
    return delegateMessage(textsOf(act), await cardOf(act, invitation, context), inPlaceOf, isOver);
  },

  /** To the committee secretary: whoever was to lead it has left the committee. */
  'conferences.chair-left': async (context) => {
    const seen = await seenBy(context);
    const { chair } = context.ids;
    if (!seen || seen.isCancelled || (seen.revision.chair !== chair && !context.isRedraw)) return null;
    const { conference, revision, chairName, committee } = seen;
    const about = { conference: conference.id, revision, chairName, committeeName: committee.name };
    return chairLeftMessage(textsOf(context.act), { ...about, isSettled: revision.chair !== chair });
  },

  /** The act of a channel card speaks the committee's language in its zone. */
  'conferences.channel': async (context) => {
    const seen = await seenBy(context);
    const what = context.ids.what as HeldAct;
    if (!seen || seen.isCancelled !== (what === 'cancelled')) return null;
    const post = { what, content: seen.revision, summonedCount: seen.summonedCount };
    return channelMessage(textsOf(context.act), post);
  },
};

async function seenBy(context: RenderContext) {
  const seen = await seeInvitation(context.act, conferenceOf(context));
  return seen.ok ? seen.value : null;
}

function conferenceOf({ ids }: RenderContext): ConferenceId {
  return asId(ids.conference ?? '');
}
