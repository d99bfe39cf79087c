/** Somebody who does it once more when the bot says that the machine was too busy: most tests are about something else. */
import type { Actor, Outcome } from '../../src/sandbox/actor.ts';
import { pause } from './eventually.ts';

/** The sentences of common.router and common.adapter that ask for a repeat. */
const asksToRepeat = /Not saved:|Not confirmed:|It is not confirmed|The answer took too long/u;

export function patientActor(actor: Actor): Actor {
  return {
    ...actor,
    command: (...given) => untilHeard(() => actor.command(...given)),
    click: (...given) => untilHeard(() => actor.click(...given)),
    async submit(view, values) {
      await actor.fill(view, values ?? {});
      const top = actor.topView()?.id;
      return untilHeard(
        () => actor.submit(view),
        () => actor.topView()?.id === top,
      );
    },
  };
}

async function untilHeard(act: () => Promise<Outcome>, canRepeat = () => true): Promise<Outcome> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await act();
    if (!wasTooLate(outcome) || !canRepeat() || tries === 8) return outcome;
    await pause(300);
  }
}

/** No answer within three seconds, none at all, or one of those sentences. */
function wasTooLate({ status, trouble, body, errors }: Outcome): boolean {
  const isUnanswered = status === null && trouble !== null && !trouble.includes('not a valid command');
  return isUnanswered || asksToRepeat.test(JSON.stringify([body, errors]));
}
