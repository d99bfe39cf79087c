import { readsAsStored } from '../support/story-transcripts.ts';
import { recusalCrawl } from './recusal-crawl.ts';

readsAsStored(recusalCrawl);
