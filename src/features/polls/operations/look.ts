/** What a person sees of a poll: their own answers; for those who schedule everybody's, with the quorum foretold. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, clockworkViewer, recusalsSeenBy, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { committeeHeader, membersOf } from '../../committees/operations/look.ts';
import type { Committee, Membership } from '../../committees/types.ts';
import { type AgendaList, agendaLists } from '../../conferences/operations/agenda-lists.ts';
import { forecastOf } from '../../conferences/operations/forecast.ts';
import type { Forecast } from '../../conferences/types.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import type { RuleSet } from '../../eligibility/types.ts';
import { listsOf } from '../../reviews/operations/lists.ts';
import * as store from '../store/polls.ts';
import { type DatePoll, type DatePollId, type GivenAnswer, type PollOption, pollStates } from '../types.ts';

export interface Found {
  readonly viewer: Viewer;
  readonly committee: Committee;
  readonly poll: DatePoll;
  readonly maySchedule: boolean;
}

/** poll-unknown for one of another committee or workspace, and for one that nobody was asked yet but who schedules. */
export async function findPoll(act: Act, id: DatePollId): Promise<Outcome<Found, 'poll-unknown'>> {
  const at = await store.committeeOf(act.store, id);
  const committee = at ? await committeeHeader(act, at) : null;
  if (!committee) return refused('poll-unknown');
  const viewer = act.member === null ? clockworkViewer(act, committee.id) : await viewerOf(act, committee.id);
  const [poll] = await store.listPolls(act.store, viewer, { ids: [id], states: pollStates });
  const maySchedule = may(viewer, 'conference.schedule');
  if (!poll || !may(viewer, 'conference.see') || (poll.state === 'prepared' && !maySchedule))
    return refused('poll-unknown');
  return done({ viewer, committee, poll, maySchedule });
}

export interface OwnPoll extends Found {
  readonly isAsked: boolean;
  readonly own: readonly GivenAnswer[];
}

export async function seeOwnPoll(act: Act, id: DatePollId): Promise<Outcome<OwnPoll, 'poll-unknown'>> {
  const found = await findPoll(act, id);
  if (!found.ok) return found;
  const { viewer, committee } = found.value;
  const members = await membersOf(act, committee.id);
  const own = act.person ? await store.answersTo(act.store, viewer, [id], act.person) : new Map();
  const isAsked = members.some(({ person }) => person === act.person);
  return done({ ...found.value, isAsked, own: own.get(id) ?? [] });
}

export interface OptionStanding {
  readonly option: PollOption;
  readonly yes: number;
  readonly ifNeedBe: number;
  readonly no: number;
  readonly silent: number;
  readonly forecast: Forecast;
  /** For each list that the reader may see, with those left out who may not take part in it. */
  readonly items: readonly { readonly list: AgendaList; readonly forecast: Forecast }[];
}

export interface PollStanding extends Found {
  readonly members: readonly Membership[];
  readonly options: readonly OptionStanding[];
  readonly mayRecord: boolean;
}

/** Refuses who may not schedule: who can come when is for the chair and the committee secretary. */
export async function seeStanding(
  act: Act,
  id: DatePollId,
): Promise<Outcome<PollStanding, AccessRefusal | 'poll-unknown'>> {
  const found = await findPoll(act, id);
  if (!found.ok) return found;
  const { viewer, committee, poll } = found.value;
  const allowed = await authorise(act, committee.id, 'conference.schedule');
  if (!allowed.ok) return allowed;
  const members = await membersOf(act, committee.id);
  const answers = (await store.answersTo(act.store, viewer, [id], null)).get(id) ?? [];
  const items = poll.lists.length === 0 ? [] : await entitledFor(act, viewer, poll, members);
  const options = poll.options.map((option): OptionStanding => {
    const here = answers.filter((given) => given.option === option.id);
    const said = (answer: GivenAnswer['answer']) => here.filter((given) => given.answer === answer).length;
    const forecast = (who: readonly Membership[]) => foretellFor(committee, option, who, here);
    return {
      ...{ option, yes: said('yes'), ifNeedBe: said('if-need-be'), no: said('no') },
      silent: members.length - new Set(here.map(({ person }) => person)).size,
      forecast: forecast(members),
      items: items.map(({ list, entitled }) => ({ list, forecast: forecast(entitled) })),
    };
  });
  return done({ ...found.value, members, options, mayRecord: may(viewer, 'conference.record') });
}

/** By the rule in force on that day. Who comes if need be is not counted as coming, and not as away. */
function foretellFor(
  committee: Committee,
  option: PollOption,
  who: readonly Membership[],
  answers: readonly GivenAnswer[],
): Forecast {
  const { key, version } = ruleSetOn(committee, option.startsAt);
  const saying = { yes: 'coming', 'if-need-be': 'maybe', no: 'absent' } as const;
  return forecastOf(
    {
      revision: { ruleSet: key, ruleSetVersion: version, call: 'first' },
      summoned: who.map(({ person, votes }) => ({ person, counts: votes })),
      replies: answers.map(({ person, answer }) => ({ person, answer: saying[answer] })),
    },
    who,
  );
}

/**
 * Whoever is recused from somebody on a list leaves while it is dealt with: they are not in its denominator. A case that
 * is closed to the reader counts for nothing: a smaller number would tell them of it.
 */
async function entitledFor(act: Act, viewer: Viewer, poll: DatePoll, members: readonly Membership[]) {
  const { committee, hiddenNominees } = viewer;
  const clockwork = { ...act, member: null, person: null };
  const all = await listsOf(clockwork, committee);
  const recusals = await recusalsSeenBy(clockwork, clockworkViewer(clockwork, committee));
  const shown = await agendaLists(act, committee);
  return shown
    .filter(({ id }) => poll.lists.includes(id))
    .map((list) => {
      const nominees =
        (all.ok ? all.value : []).find(({ id }) => id === list.id)?.entries.map(({ person }) => person) ?? [];
      const leaves = new Set<PersonId>(
        recusals
          .filter(({ nominee }) => nominees.includes(nominee) && !hiddenNominees.includes(nominee))
          .map(({ person }) => person),
      );
      return { list, entitled: members.filter(({ person }) => !leaves.has(person)) };
    });
}

export function ruleSetOn(committee: Committee, at: Date): RuleSet {
  return ruleSetInForce({ now: at, zone: committee.zone }, committee.profile);
}

export interface Prepared {
  readonly committee: Committee;
  readonly lists: readonly AgendaList[];
  /** Open or closed ones that wait to be used. */
  readonly polls: readonly DatePoll[];
}

/** For those who schedule, where the rule set has date polls. */
export async function preparePoll(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<Prepared, AccessRefusal | 'poll-not-in-rules'>> {
  const viewer = await authorise(act, committee, 'conference.schedule');
  if (!viewer.ok) return viewer;
  const header = await committeeHeader(act, committee);
  if (!header) return refused('committee-unknown');
  const rules = ruleSetOn(header, act.now);
  if (!rules.parameters.datePoll.value) return refused('poll-not-in-rules', { rules: rules.title[act.locale] });
  return done({
    committee: header,
    lists: await agendaLists(act, committee),
    polls: await store.listPolls(act.store, viewer.value, { states: ['prepared', 'open', 'closed'] }),
  });
}
