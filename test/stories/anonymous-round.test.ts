import { readsAsStored } from '../support/story-transcripts.ts';
import { anonymousRound } from './anonymous-round.ts';

readsAsStored(anonymousRound);
