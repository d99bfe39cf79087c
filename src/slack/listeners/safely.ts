/** The last net under every listener: a mistake of ours in drawing or sending still ends in words for the person. */
import { errorFacts } from '../../kernel/log.ts';
import { before } from '../deadline.ts';
import { closedDoor, type Desk, platformName, type Visit, visitOf } from '../desk.ts';
import { sentence } from '../reply-message.ts';
import { sayPrivately } from '../respond.ts';

interface Actor {
  readonly team?: { id: string } | null;
  readonly team_id?: string;
  readonly user?: { id: string };
  readonly user_id?: string;
  readonly response_url?: string;
}

export async function safely(desk: Desk, body: object, ack: () => Promise<void>, run: () => Promise<void>) {
  try {
    await run();
  } catch (error) {
    desk.log.error(errorFacts(error), 'an answer could not be drawn or given');
    await ack().catch(() => {});
    const visit = visitBy(desk, body);
    // What became of the act is not known here: repeating it is safe, and that is what the sentence says.
    if (visit) await before(performance.now() + 10_000, sayPrivately(visit, sentence(visit.drawing, 'not-confirmed')));
  }
}

function visitBy(desk: Desk, body: Actor): Visit | null {
  const origin = {
    platform: platformName,
    team: body.team_id ?? body.team?.id ?? '',
    user: body.user_id ?? body.user?.id ?? '',
    channel: null,
    requestId: null,
  };
  const visit = visitOf(desk, { origin, receivedAt: performance.now(), responseUrl: body.response_url });
  if (!visit) closedDoor(desk, origin);
  return visit;
}
