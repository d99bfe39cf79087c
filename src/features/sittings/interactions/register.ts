/** Everything that happens when the buttons and forms of a sitting are used. */
import type { Interaction } from '../../../chat/interaction.ts';
import { rollCallInteractions } from './roll-call.ts';
import { runningInteractions } from './running.ts';

export const sittingInteractions: readonly Interaction[] = [...rollCallInteractions, ...runningInteractions];
