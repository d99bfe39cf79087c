import { readsAsStored } from '../support/story-transcripts.ts';
import { yearlyReview } from './yearly-review.ts';

readsAsStored(yearlyReview);
