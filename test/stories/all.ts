/** The stories there are. */
import type { Story } from '../support/story-player.ts';
import { anonymousRound } from './anonymous-round.ts';
import { corrections } from './corrections.ts';
import { fiveSteps } from './five-steps.ts';
import { fortyPositions } from './forty-positions.ts';
import { halfOnPaper } from './half-on-paper.ts';
import { movementWithChain } from './movement-with-chain.ts';
import { nomcom } from './nomcom.ts';
import { recusalCrawl } from './recusal-crawl.ts';
import { secondCall } from './second-call.ts';
import { secretVoteWithReplacement } from './secret-vote-with-replacement.ts';
import { slippingCalendar } from './slipping-calendar.ts';
import { tieAndSecondRound } from './tie-and-second-round.ts';
import { vnOffice } from './vn-office/story.ts';
import { yearlyReview } from './yearly-review.ts';

export const stories: readonly Story[] = [
  vnOffice,
  nomcom,
  secondCall,
  corrections,
  anonymousRound,
  halfOnPaper,
  recusalCrawl,
  slippingCalendar,
  secretVoteWithReplacement,
  fiveSteps,
  tieAndSecondRound,
  movementWithChain,
  yearlyReview,
  fortyPositions,
];
