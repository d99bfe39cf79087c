import { readsAsStored } from '../support/story-transcripts.ts';
import { movementWithChain } from './movement-with-chain.ts';

readsAsStored(movementWithChain);
