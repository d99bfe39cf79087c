/** All slash commands: one line each. A test holds this list against the folder. */
import type { Call } from '../src/chat/call.ts';
import type { Command } from '../src/chat/command.ts';
import type { RunLine } from '../src/chat/command-line.ts';
import type { Interaction } from '../src/chat/interaction.ts';
import type { Message } from '../src/chat/message.ts';
import { candidates } from './candidates.ts';
import { committee } from './committee.ts';
import { conference } from './conference.ts';
import { createDeadline } from './deadline.ts';
import { move } from './move.ts';
import { plan } from './plan.ts';
import { propose } from './propose.ts';
import { auditInteractions } from './quorate/audit.ts';
import { awayInteractions } from './quorate/away.ts';
import { homeMessage } from './quorate/home.ts';
import { menuInteractions } from './quorate/menu.ts';
import { createQuorate, type QuorateParts } from './quorate/quorate.ts';
import { review } from './review.ts';
import { vote } from './vote.ts';

export interface Commands {
  readonly list: readonly Command[];
  interactions(runLine: RunLine): readonly Interaction[];
  home(call: Call): Promise<Message>;
}

export function createCommands(parts: QuorateParts): Commands {
  const others: readonly Command[] = [
    committee,
    plan,
    propose,
    candidates,
    review,
    conference,
    vote,
    move,
    createDeadline(parts.duties),
  ];
  return {
    list: [createQuorate(others, parts), ...others],
    interactions: (runLine) => [...menuInteractions(runLine), ...awayInteractions, ...auditInteractions],
    home: (call) => homeMessage(call, others, parts),
  };
}
