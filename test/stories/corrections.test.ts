import { readsAsStored } from '../support/story-transcripts.ts';
import { corrections } from './corrections.ts';

readsAsStored(corrections);
