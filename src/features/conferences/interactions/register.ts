/** Everything that happens when the buttons and forms of conferences are used. */
import type { Interaction } from '../../../chat/interaction.ts';
import { agendaInteractions } from './agenda.ts';
import { answerInteractions } from './answer.ts';
import { type CalendarSource, calendarInteractions } from './calendar.ts';
import { classifyInteractions } from './classify.ts';
import { scheduleInteractions } from './schedule.ts';
import { standInInteractions } from './stand-in.ts';
import { summoningInteractions } from './summoning.ts';

export function conferenceInteractions(source: CalendarSource): readonly Interaction[] {
  return [
    ...scheduleInteractions,
    ...agendaInteractions,
    ...classifyInteractions,
    ...summoningInteractions,
    ...answerInteractions,
    ...standInInteractions,
    ...calendarInteractions(source),
  ];
}
