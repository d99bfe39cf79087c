import { readsAsStored } from '../support/story-transcripts.ts';
import { fortyPositions } from './forty-positions.ts';

readsAsStored(fortyPositions);
