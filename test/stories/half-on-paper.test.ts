import { readsAsStored } from '../support/story-transcripts.ts';
import { halfOnPaper } from './half-on-paper.ts';

readsAsStored(halfOnPaper);
