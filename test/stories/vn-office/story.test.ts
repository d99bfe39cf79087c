import { readsAsStored } from '../../support/story-transcripts.ts';
import { vnOffice } from './story.ts';

readsAsStored(vnOffice);
