import { readsAsStored } from '../support/story-transcripts.ts';
import { nomcom } from './nomcom.ts';

readsAsStored(nomcom);
