import { readsAsStored } from '../support/story-transcripts.ts';
import { fiveSteps } from './five-steps.ts';

readsAsStored(fiveSteps);
