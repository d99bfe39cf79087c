/** All that this feature answers to; app.ts registers it. */
import type { Interaction } from '../../../chat/interaction.ts';
import { clerkInteractions } from './clerk.ts';
import { conflictInteractions } from './conflicts.ts';
import { listChangeInteractions } from './list-change.ts';
import { othersInteractions } from './others.ts';
import { receiptInteractions } from './receipt.ts';
import { responseInteractions } from './responses.ts';
import { reviewerInteractions } from './reviewer.ts';
import { synthesisInteractions } from './synthesis.ts';

export const reviewInteractions: readonly Interaction[] = [
  ...reviewerInteractions,
  ...clerkInteractions,
  ...synthesisInteractions,
  ...responseInteractions,
  ...conflictInteractions,
  ...receiptInteractions,
  ...othersInteractions,
  ...listChangeInteractions,
];
