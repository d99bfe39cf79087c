/** What the features bring, put together: interactions, cards, duties. A new feature adds its lines here. */
import type { Interaction } from './chat/interaction.ts';
import type { Renderers } from './delivery/renderers.ts';
import { type CommitteeSources, committeeCards, committeeInteractions } from './features/committees/interactions.ts';
import type { CalendarSource } from './features/conferences/interactions/calendar.ts';
import { conferenceCards } from './features/conferences/interactions/cards.ts';
import { conferenceInteractions } from './features/conferences/interactions/register.ts';
import { duties as conferenceDuties } from './features/conferences/operations/duties.ts';
import { dutyViews as conferenceDutyViews } from './features/conferences/views/duty.ts';
import type { Duties } from './features/deadlines/types.ts';
import type { DutyViews } from './features/deadlines/views/duty.ts';
import { candidateInteractions } from './features/nominations/interactions/candidates.ts';
import { nominationCards } from './features/nominations/interactions/cards.ts';
import { proposeInteractions } from './features/nominations/interactions/propose.ts';
import { nominationDuties } from './features/nominations/operations/duties.ts';
import { nominationDutyViews } from './features/nominations/views/cards.ts';
import { peopleInteractions } from './features/people/interactions.ts';
import { planInteractions } from './features/plans/interactions.ts';
import { reviewInteractions } from './features/reviews/interactions/all.ts';
import { cards as reviewCards } from './features/reviews/interactions/cards.ts';
import { duties as reviewDuties } from './features/reviews/operations/duties.ts';
import { dutyViews as reviewDutyViews } from './features/reviews/views/cards.ts';

export interface Features {
  readonly interactions: readonly Interaction[];
  readonly cards: Renderers;
  readonly duties: readonly Duties[];
  readonly dutyViews: DutyViews;
}

export function createFeatures(sources: CommitteeSources & CalendarSource): Features {
  return {
    interactions: [
      ...committeeInteractions(sources),
      ...peopleInteractions,
      ...planInteractions,
      ...proposeInteractions,
      ...candidateInteractions,
      ...reviewInteractions,
      ...conferenceInteractions(sources),
    ],
    cards: { ...committeeCards, ...nominationCards, ...reviewCards, ...conferenceCards },
    duties: [nominationDuties, reviewDuties, conferenceDuties],
    dutyViews: { ...nominationDutyViews, ...reviewDutyViews, ...conferenceDutyViews },
  };
}
