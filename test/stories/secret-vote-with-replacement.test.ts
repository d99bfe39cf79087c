import { readsAsStored } from '../support/story-transcripts.ts';
import { secretVoteWithReplacement } from './secret-vote-with-replacement.ts';

readsAsStored(secretVoteWithReplacement);
