import { readsAsStored } from '../support/story-transcripts.ts';
import { slippingCalendar } from './slipping-calendar.ts';

readsAsStored(slippingCalendar);
