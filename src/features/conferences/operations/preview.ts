/** What would be sent if the draft were announced now: to whom, what differs, and what to look at before. */
import type { Act } from '../../../kernel/act.ts';
import type { ConferenceId } from '../../../kernel/ids.ts';
import { done, type Outcome, type Refused, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { workingCalendarOf } from '../../committees/operations/calendar.ts';
import { membersOf } from '../../committees/operations/look.ts';
import type { Committee } from '../../committees/types.ts';
import { checkAgendaChange } from '../rules/agenda.ts';
import { checkSummons, dayWarning } from '../rules/content.ts';
import { differenceBetween, isContentChanged } from '../rules/difference.ts';
import * as summons from '../store/summons.ts';
import type { Conference, DayWarning, Difference, Forecast, Revision, Summoned } from '../types.ts';
import { checkComplete, type Incomplete, incompleteItems } from './agenda.ts';
import { forecastOf } from './forecast.ts';
import { findSeen } from './look.ts';

export interface Preview {
  readonly committee: Committee;
  readonly conference: Conference;
  readonly draft: Revision;
  readonly summoned: readonly Summoned[];
  readonly chairName: string;
  /** Null: a first announcement. */
  readonly difference: Difference | null;
  readonly beforeChairName: string | null;
  /** Who would get a card. */
  readonly told: readonly Summoned[];
  readonly released: readonly Summoned[];
  readonly dayWarning: DayWarning | null;
  /** Why it cannot be announced as it is; null: it can. */
  readonly problem: Refused | null;
  /** Items that lack something, with their number on the agenda. */
  readonly incomplete: readonly Incomplete[];
  /** With nobody having answered: how many it takes. */
  readonly forecast: Forecast;
}

export async function previewAnnouncement(
  act: Act,
  id: ConferenceId,
): Promise<Outcome<Preview, AccessRefusal | 'conference-unknown' | 'nothing-to-announce'>> {
  const found = await findSeen(act, id);
  if (!found.ok) return found;
  const { committee, conference, revisions } = found.value;
  const viewer = await authorise(act, committee.id, 'conference.schedule');
  if (!viewer.ok) return viewer;
  const draft = revisions.find((one) => one.number > conference.revision);
  if (!draft || conference.state === 'discarded') return refused('nothing-to-announce');
  const current = revisions.find((one) => one.number === conference.revision) ?? null;
  const summoned = await summons.listSummoned(act.store, viewer.value, id, draft.number);
  const was = current ? await summons.listSummoned(act.store, viewer.value, id, current.number) : [];
  const difference = current && differenceBetween({ ...current, summoned: was }, { ...draft, summoned });
  const chairs = [draft.chair, ...(current ? [current.chair] : [])];
  const names = await summons.namesOf(act.store, viewer.value, chairs);
  const added = new Set([...(difference?.added ?? []), ...(difference?.restanding ?? [])]);
  const gone = new Set(difference?.released ?? []);
  const members = await membersOf(act, committee.id);
  const checked = checkSummons(summoned, draft.chair, members);
  const incomplete = await incompleteItems(act, committee.id, draft);
  const complete = checkComplete(incomplete);
  const changeable = checkAgendaChange(current, draft, act.now);
  return done({
    ...{ committee, conference, draft, summoned, difference },
    chairName: names.get(draft.chair) ?? '',
    beforeChairName: current ? (names.get(current.chair) ?? null) : null,
    told: difference && !isContentChanged(difference) ? summoned.filter((one) => added.has(one.person)) : summoned,
    released: was.filter((one) => gone.has(one.person)),
    dayWarning: dayWarning(draft, workingCalendarOf(committee, act.now)),
    problem: refusalOf(checked) ?? refusalOf(changeable) ?? refusalOf(complete),
    incomplete,
    forecast: forecastOf({ revision: draft, summoned, replies: [] }, members),
  });
}

function refusalOf(outcome: Outcome<void>): Refused | null {
  return outcome.ok ? null : outcome;
}
