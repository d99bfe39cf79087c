/** How the cards of a sitting are worded when they go out, and again with everything that happens. */
import { textsOf } from '../../../answers.ts';
import type { Renderers } from '../../../delivery/renderers.ts';
import { asId } from '../../../kernel/ids.ts';
import { seeRunning, seeSitting } from '../operations/look.ts';
import { leaveItemMessage } from '../views/panel.ts';
import { panelOf } from './shared.ts';

export const sittingCards: Renderers = {
  'sittings.panel': async ({ act, ids }) => {
    const seen = await seeRunning(act, asId(ids.conference ?? ''));
    return seen.ok ? panelOf(act, seen.value) : null;
  },

  /** Said once; when the item is over it stays as it is. */
  'sittings.leave-item': async ({ act, ids, isRedraw }) => {
    if (isRedraw) return null;
    const seen = await seeSitting(act, asId(ids.conference ?? ''));
    return seen.ok ? leaveItemMessage(textsOf(act), seen.value.committee.name) : null;
  },
};
