/** What the features bring, put together: interactions, cards, duties. A new feature adds its lines here. */
import type { Interaction } from './chat/interaction.ts';
import type { Renderers } from './delivery/renderers.ts';
import { type CommitteeSources, committeeCards, committeeInteractions } from './features/committees/interactions.ts';
import type { Duties } from './features/deadlines/types.ts';
import type { DutyViews } from './features/deadlines/views/duty.ts';

export interface Features {
  readonly interactions: readonly Interaction[];
  readonly cards: Renderers;
  readonly duties: readonly Duties[];
  readonly dutyViews: DutyViews;
}

export function createFeatures(sources: CommitteeSources): Features {
  return {
    interactions: [...committeeInteractions(sources)],
    cards: { ...committeeCards },
    duties: [],
    dutyViews: {},
  };
}
