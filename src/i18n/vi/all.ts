import { access } from './access.ts';
import { anonymous } from './anonymous.ts';
import { answerLinks } from './answer-links.ts';
import { asOf } from './as-of.ts';
import { caseReaders } from './case-readers.ts';
import { citations } from './citations.ts';
import { classification } from './classification.ts';
import { closing } from './closing.ts';
import { collections } from './collections.ts';
import { committees } from './committees.ts';
import { common } from './common.ts';
import { conferences } from './conferences.ts';
import { conflicts } from './conflicts.ts';
import { deadlines } from './deadlines.ts';
import { development } from './development.ts';
import { developmentLists } from './development-lists.ts';
import { dossiers } from './dossiers.ts';
import { eligibility } from './eligibility.ts';
import { endorsing } from './endorsing.ts';
import { erasure } from './erasure.ts';
import { experience } from './experience.ts';
import { externalNominations } from './external-nominations.ts';
import { guidance } from './guidance.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { listChange } from './list-change.ts';
import { minutes } from './minutes.ts';
import { movements } from './movements.ts';
import { newcomers } from './newcomers.ts';
import { nominations } from './nominations.ts';
import { notices } from './notices.ts';
import { ownUnit } from './own-unit.ts';
import { people } from './people.ts';
import { personalData } from './personal-data.ts';
import { planGuidance } from './plan-guidance.ts';
import { plans } from './plans.ts';
import { polls } from './polls.ts';
import { pools } from './pools.ts';
import { procedures } from './procedures.ts';
import { proxies } from './proxies.ts';
import { quorate } from './quorate.ts';
import { readiness } from './readiness.ts';
import { receipt } from './receipt.ts';
import { removals } from './removals.ts';
import { responses } from './responses.ts';
import { retention } from './retention.ts';
import { reviews } from './reviews.ts';
import { ruleBook } from './rule-book.ts';
import { rulings } from './rulings.ts';
import { sealing } from './sealing.ts';
import { secret } from './secret.ts';
import { sheets } from './sheets.ts';
import { sittings } from './sittings.ts';
import { structure } from './structure.ts';
import { submissions } from './submissions.ts';
import { synthesis } from './synthesis.ts';
import { tasks } from './tasks.ts';
import { units } from './units.ts';
import { visibility } from './visibility.ts';
import { votes } from './votes.ts';
import { workspaces } from './workspaces.ts';
import { yearlyReviews } from './yearly-reviews.ts';

/** Every text, by feature. A feature's refusals stand beside its other texts; reasons are unique over all features. */
export const vi = {
  common,
  help,
  quorate,
  access,
  asOf,
  readiness,
  receipt,
  committees,
  eligibility,
  ownUnit,
  answerLinks,
  people,
  personalData,
  units,
  collections,
  erasure,
  retention,
  planGuidance,
  plans,
  pools,
  procedures,
  removals,
  dossiers,
  externalNominations,
  imports,
  movements,
  newcomers,
  nominations,
  notices,
  caseReaders,
  conferences,
  conflicts,
  sittings,
  minutes,
  polls,
  tasks,
  sheets,
  submissions,
  reviews,
  anonymous,
  synthesis,
  classification,
  closing,
  responses,
  listChange,
  sealing,
  secret,
  visibility,
  ruleBook,
  guidance,
  citations,
  endorsing,
  structure,
  rulings,
  votes,
  proxies,
  deadlines,
  development,
  developmentLists,
  experience,
  history,
  workspaces,
  yearlyReviews,
};
