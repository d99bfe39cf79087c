import { readsAsStored } from '../support/story-transcripts.ts';
import { tieAndSecondRound } from './tie-and-second-round.ts';

readsAsStored(tieAndSecondRound);
