/** Home: drawn when it is opened, and again after an act that came from it. */
import { errorFacts } from '../../kernel/log.ts';
import { drawHome } from '../blocks/view.ts';
import { drawingOf, type Visit } from '../desk.ts';

export async function publishHome(visit: Visit): Promise<void> {
  const { desk, client, origin } = visit;
  const reply = await desk.conversation.answer({ ...origin, channel: null, requestId: null }, { kind: 'home' });
  if (reply.kind !== 'show' && reply.kind !== 'replace') return;
  try {
    await client.views.publish({ user_id: origin.user, view: drawHome(reply.message, drawingOf(desk, origin)) });
  } catch (error) {
    desk.log.info(errorFacts(error), 'a Home could not be redrawn');
  }
}
