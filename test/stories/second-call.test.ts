import { readsAsStored } from '../support/story-transcripts.ts';
import { secondCall } from './second-call.ts';

readsAsStored(secondCall);
