/** What is held about somebody: told to the person, or handed over by the committee secretary; taken away as a file. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import { keptKinds } from '../../../kernel/held-people.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, dayAfterMonths, isPlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { highestOf } from '../../classification/types.ts';
import type { Profile } from '../../committees/types.ts';
import { ownMovementsEverywhere } from '../../movements/operations/own.ts';
import { ownEverywhere } from '../../nominations/operations/consent.ts';
import { seePerson } from '../../people/operations/find.ts';
import { periodsFor } from '../../retention/operations/periods.ts';
import * as store from '../store/statement.ts';
import type { HeldMembership, Statement, ToldPeriod } from '../types.ts';

export type StatementRefusal = AccessRefusal | 'person-unknown' | 'personal-data-nobody' | 'personal-data-via-missing';

/**
 * Everything held about the acting person in this workspace; of their own case only what the rules tell them. Refusals:
 * personal-data-nobody (the account was never taken into the register: only the account itself is held).
 */
export async function seeOwnData(act: Act): Promise<Outcome<Statement, 'personal-data-nobody'>> {
  const statement = act.person ? await statementOf(act, act.person) : null;
  return statement ? done(statement) : refused('personal-data-nobody');
}

/** The same to be taken away as a file: recorded, as nothing personal leaves unrecorded. Refusals: as above. */
export async function exportOwnData(act: Act): Promise<Outcome<Statement, 'personal-data-nobody'>> {
  return inTransaction(act, async (tx) => {
    const seen = await seeOwnData(inside(act, tx));
    if (!seen.ok) return seen;
    await record(tx, act, {
      kind: 'personal-data.exported',
      subject: { kind: 'person', id: seen.value.person },
      facts: {},
    });
    return seen;
  });
}

/**
 * For somebody without an account who asked the committee secretary, to be handed over on paper; recorded with how the
 * request came. Refusals: access (people.edit), person-unknown (also where the case is closed to the committee
 * secretary), personal-data-via-missing (how the request came, or a date that is none).
 */
export async function handOverData(
  act: Act,
  input: { readonly committee: CommitteeId; readonly person: PersonId; readonly via: Via },
): Promise<Outcome<Statement, StatementRefusal>> {
  const { committee, via } = input;
  if (via.dated !== null && !isPlainDate(via.dated)) return refused('personal-data-via-missing', {}, 'dated');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, committee, 'people.edit');
    if (!viewer.ok) return viewer;
    const seen = await seePerson(here, committee, input.person);
    if (!seen.ok) return seen;
    const statement = seen.value ? await statementOf(here, seen.value.id) : null;
    if (!statement) return refused('person-unknown', {}, 'person');
    await record(tx, act, {
      ...{ kind: 'personal-data.handed-over', committee, subject: { kind: 'person', id: statement.person } },
      ...{ facts: {}, onBehalfOf: statement.person, via },
      // Whoever takes no part in the case of this person does not read of them here either.
      nominee: statement.person,
    });
    const memberships = statement.memberships.filter(({ committeeId }) => committeeId === committee);
    const names = memberships.map((one) => one.committee);
    const periods = statement.periods.filter((one) => one.committee === null || names.includes(one.committee));
    return done({ ...statement, memberships, periods });
  });
}

async function statementOf(act: Act, person: PersonId): Promise<Statement | null> {
  const rows = await store.rowsOfPerson(act.store, act.workspace, person);
  if (rows.length === 0) return null;
  const self: Act = { ...act, person };
  const own = await ownEverywhere(self);
  const memberships = await store.readMemberships(act.store, rows);
  const periodOf = await periodsFor(act);
  return {
    ...{ person, at: act.now },
    classification: highestOf(own.map(({ plan }) => plan.classification)),
    entry: await store.readEntry(act.store, person),
    account: await store.readAccount(act.store, person),
    memberships: memberships.map(({ zone, profile, ...membership }) => {
      const period = periodOf({ id: membership.committeeId, profile }, 'memberships');
      const ended = membership.to && membership.to <= act.now ? dateIn(zone, membership.to) : null;
      return { ...membership, keptUntil: ended && period ? dayAfterMonths(ended, period.months) : null };
    }),
    periods: toldPeriods(memberships, periodOf),
    nominations: own.map(({ nomination, plan }) => ({
      ...{ position: nomination.positionTitle, plan: plan.title, classification: plan.classification },
      state: nomination.state,
    })),
    movements: await ownMovementsEverywhere(self),
  };
}

/** What holds for the workspace, and where a committee in which the person is or was keeps things for another time. */
function toldPeriods(
  memberships: readonly (Pick<HeldMembership, 'committeeId' | 'committee'> & { readonly profile: Profile })[],
  periodOf: Awaited<ReturnType<typeof periodsFor>>,
): readonly ToldPeriod[] {
  const committees = new Map(memberships.map((one) => [one.committeeId, one]));
  return keptKinds.flatMap((kind): ToldPeriod[] => {
    const general = periodOf(null, kind);
    const own = [...committees.values()].flatMap(({ committeeId, committee, profile }) => {
      const period = periodOf({ id: committeeId, profile }, kind);
      return period?.months === general?.months ? [] : [{ committee, kind, period }];
    });
    return [{ committee: null, kind, period: general }, ...own];
  });
}
