/** Every table that names a person, put together for merging two rows of the register. A new table adds its lines. */
import { auditHoldsPeople } from './audit/held-people.ts';
import { deliveryHoldsPeople } from './delivery/held-people.ts';
import { accessHoldsPeople } from './features/access/store.ts';
import { ballotsHoldPeople } from './features/ballots/store/held-people.ts';
import { classificationHoldsPeople } from './features/classification/store.ts';
import { collectionsHoldPeople } from './features/collections/store/held-people.ts';
import { committeesHoldPeople } from './features/committees/store.ts';
import { conferencesHoldPeople } from './features/conferences/store/held-people.ts';
import { deadlinesHoldPeople } from './features/deadlines/store/held-people.ts';
import { developmentHoldsPeople } from './features/development/store/held-people.ts';
import { dossiersHoldPeople } from './features/dossiers/store.ts';
import { externalNominationsHoldPeople } from './features/external-nominations/store.ts';
import { guidanceHoldsPeople } from './features/guidance/store.ts';
import { importsHoldPeople } from './features/imports/store.ts';
import { minutesHoldPeople } from './features/minutes/store.ts';
import { movementsHoldPeople } from './features/movements/store/held-people.ts';
import { newcomersHoldPeople } from './features/newcomers/store.ts';
import { nominationsHoldPeople } from './features/nominations/store/held-people.ts';
import { noticesHoldPeople } from './features/notices/store.ts';
import { registerHoldsPeople } from './features/people/store/merging.ts';
import { personalDataHoldsPeople } from './features/personal-data/store/held-people.ts';
import { plansHoldPeople } from './features/plans/store/entries.ts';
import { pollsHoldPeople } from './features/polls/store/held-people.ts';
import { poolsHoldPeople } from './features/pools/store.ts';
import { proceduresHoldPeople } from './features/procedures/store.ts';
import { removalsHoldPeople } from './features/removals/store.ts';
import { retentionHoldsPeople } from './features/retention/store/proposals.ts';
import { reviewsHoldPeople } from './features/reviews/store/held-people.ts';
import { sealingHoldsPeople } from './features/sealing/store/held-people.ts';
import { sittingsHoldPeople } from './features/sittings/store/held-people.ts';
import { submissionsHoldPeople } from './features/submissions/store/held-people.ts';
import { tasksHoldPeople } from './features/tasks/store.ts';
import { unitsHoldPeople } from './features/units/store.ts';
import { workspacesHoldPeople } from './features/workspaces/store.ts';
import { yearlyReviewsHoldPeople } from './features/yearly-reviews/store.ts';
import type { HoldsPeople } from './kernel/held-people.ts';

export const heldPeople: readonly HoldsPeople[] = [
  registerHoldsPeople,
  unitsHoldPeople,
  collectionsHoldPeople,
  personalDataHoldsPeople,
  retentionHoldsPeople,
  workspacesHoldPeople,
  classificationHoldsPeople,
  accessHoldsPeople,
  committeesHoldPeople,
  plansHoldPeople,
  guidanceHoldsPeople,
  poolsHoldPeople,
  newcomersHoldPeople,
  proceduresHoldPeople,
  yearlyReviewsHoldPeople,
  removalsHoldPeople,
  dossiersHoldPeople,
  developmentHoldsPeople,
  externalNominationsHoldPeople,
  importsHoldPeople,
  nominationsHoldPeople,
  reviewsHoldPeople,
  ballotsHoldPeople,
  sealingHoldsPeople,
  conferencesHoldPeople,
  sittingsHoldPeople,
  submissionsHoldPeople,
  noticesHoldPeople,
  minutesHoldPeople,
  tasksHoldPeople,
  movementsHoldPeople,
  pollsHoldPeople,
  deadlinesHoldPeople,
  deliveryHoldsPeople,
  auditHoldsPeople,
];
