/** Sets the demo committees up on the first start of the sandbox: through the same operations that people use. */
import { inTransaction } from '../database/in-transaction.ts';
import { committeeAt, membersOf } from '../features/committees/operations/look.ts';
import { addMembers, changeMembership, setAway } from '../features/committees/operations/members.ts';
import { setUpCommittee } from '../features/committees/operations/set-up.ts';
import { proposeCandidate } from '../features/nominations/operations/propose.ts';
import { peopleByIds } from '../features/people/operations/find.ts';
import { addPerson, changePerson, personOfAccount } from '../features/people/operations/register.ts';
import { type Discipline, emptyShortForm, type ShortForm } from '../features/people/types.ts';
import { seePlan } from '../features/plans/operations/look.ts';
import { makePlan } from '../features/plans/operations/make.ts';
import { takeInAccounts } from '../features/workspaces/operations/accounts.ts';
import type { AccountSource, Member } from '../features/workspaces/types.ts';
import { type Act, freshSaving, inside, type Saving } from '../kernel/act.ts';
import { Bug } from '../kernel/errors.ts';
import type { CommitteeId, PersonId } from '../kernel/ids.ts';
import { done, type Outcome } from '../kernel/outcome.ts';
import { addDays, addMonths, dateIn, monthOf } from '../kernel/time.ts';
import type { DemoCommittee, DemoPerson } from './types.ts';

export interface DemoDeps {
  readonly platform: string;
  readonly accounts: AccountSource;
  /** Everything known about an account; its workspace becomes a row on the way. */
  readonly whoIs: (
    origin: { platform: string; team: string; user: string },
    saving: Saving,
  ) => Promise<Omit<Act, 'requestId' | 'saving'> | null>;
}

/** All or nothing for each committee; one whose channel has a committee already is left as it is. */
export async function seedDemo(deps: DemoDeps, committees: readonly DemoCommittee[]): Promise<void> {
  for (const committee of committees) await seedCommittee(deps, committee);
}

async function seedCommittee(deps: DemoDeps, demo: DemoCommittee): Promise<void> {
  const { clerk, people } = demo;
  const users = [clerk, ...people].flatMap(({ account }) => (account ? [account] : []));
  const origin = { platform: deps.platform, team: demo.team, user: clerk.account };
  const identified = await deps.whoIs(origin, freshSaving());
  if (!identified) throw new Bug('the workspace of a demo committee is not there');
  const act: Act = { ...identified, requestId: null, saving: freshSaving() };
  const team = { platform: deps.platform, id: demo.team };

  const { channel, name, profile, locale, zone } = demo;
  const place = await committeeAt(act, channel);
  if (place.kind !== 'none') return;
  await inTransaction(act, async (tx) => {
    const asClerk = inside(act, tx);
    const committee = must(await setUpCommittee(asClerk, { channel, name, profile, locale, zone })).id;
    const { members } = await takeInAccounts(asClerk, deps.accounts, team, users);
    const own = members.find(({ user }) => user === clerk.account);
    if (!own) throw new Bug('the committee secretary of the demo has no account');
    const secretary = { ...asClerk, person: await personOfAccount(asClerk, own) };
    const ids = await fillRegister(secretary, committee, demo, members);
    await fillCommittee(secretary, committee, demo, ids);
    const actOf = (who: string) => actingAs(secretary, demo, members, ids, who);
    if (demo.away) await beAway(actOf, demo.away, ids);
    await fillPlan(secretary, committee, demo, ids, actOf);
    return done();
  });
}

type Ids = ReadonlyMap<string, PersonId>;

async function fillRegister(act: Act, committee: CommitteeId, demo: DemoCommittee, accounts: readonly Member[]) {
  const ids = new Map<string, PersonId>();
  for (const person of [demo.clerk, ...demo.people]) {
    const form = formOf(person);
    const discipline = disciplineOf(act, person);
    const account = accounts.find(({ user }) => user === person.account);
    if (!account) {
      ids.set(person.fullName, must(await addPerson(act, { committee, form, discipline, source: 'demo' })));
      continue;
    }
    const id = account.user === demo.clerk.account && act.person ? act.person : await personOfAccount(act, account);
    const [known] = await peopleByIds(act, committee, [id]);
    if (!known) throw new Bug('a person of the demo was not taken in');
    const change = { committee, person: id, version: known.version, form, discipline, replacesNewest: false };
    must(await changePerson(act, change));
    ids.set(person.fullName, id);
  }
  return ids;
}

async function fillCommittee(act: Act, committee: CommitteeId, demo: DemoCommittee, ids: Ids): Promise<void> {
  const joining = demo.people.flatMap(({ fullName, member }) =>
    member ? [{ person: idOf(ids, fullName), ...member, rank: null }] : [],
  );
  must(await addMembers(act, committee, joining));
  const [own] = (await membersOf(act, committee)).filter(({ person }) => person === act.person);
  if (own && demo.clerk.member) must(await changeMembership(act, committee, own.id, { ...own, ...demo.clerk.member }));
}

async function beAway(actOf: (who: string) => Act, away: NonNullable<DemoCommittee['away']>, ids: Ids): Promise<void> {
  const act = actOf(away.who);
  const until = new Date(act.now.getTime() + away.days * 24 * 60 * 60 * 1000);
  must(await setAway(act, { from: act.now, until, deputy: idOf(ids, away.deputy) }));
}

async function fillPlan(
  act: Act,
  committee: CommitteeId,
  demo: DemoCommittee,
  ids: Ids,
  actOf: (who: string) => Act,
): Promise<void> {
  const today = dateIn(demo.zone, act.now);
  const { proposals, namesInDays, positions, ...plan } = demo.plan(Number(today.slice(0, 4)));
  const made = must(
    await makePlan(act, {
      ...plan,
      committee,
      unit: '',
      positions: positions.map((position, index) => ({ ...position, rank: (index + 1) * 10 })),
      names: { date: addDays(today, namesInDays), time: null },
    }),
  );
  const seen = must(await seePlan(act, { committee, plan: made.plan }));
  for (const { by, who, position, reasons } of proposals) {
    const place = seen.plan.positions.find(({ title }) => title === position);
    if (!place) throw new Bug('a position of the demo is not in its plan');
    const at = { committee, plan: made.plan, position: place.id, person: idOf(ids, who) };
    must(await proposeCandidate(actOf(by), { ...at, reasons, source: 'inside', onBehalfOf: null, via: null }));
  }
}

/** The same transaction with somebody else's hands. */
function actingAs(act: Act, demo: DemoCommittee, accounts: readonly Member[], ids: Ids, who: string): Act {
  const user = [demo.clerk, ...demo.people].find(({ fullName }) => fullName === who)?.account;
  const account = accounts.find((each) => each.user === user);
  if (!account) throw new Bug('a person of the demo who acts has no account');
  return { ...act, member: account.id, person: idOf(ids, who), isWorkspaceAdmin: account.isAdmin };
}

function formOf({ account: _account, discipline: _discipline, member: _member, ...form }: DemoPerson): ShortForm {
  return { ...emptyShortForm, ...form };
}

function disciplineOf(act: Act, { discipline }: DemoPerson): Discipline | null {
  if (!discipline) return null;
  const thisMonth = monthOf(dateIn(act.zone, act.now));
  return {
    kind: discipline.kind,
    decidedOn: `${addMonths(thisMonth, discipline.decidedMonths)}-15`,
    effectUntil: `${addMonths(thisMonth, discipline.endsMonths)}-15`,
    decision: discipline.decision,
  };
}

function idOf(ids: Ids, name: string): PersonId {
  const id = ids.get(name);
  if (!id) throw new Bug('a person of the demo is not in its register');
  return id;
}

function must<Value>(outcome: Outcome<Value, string>): Value {
  if (outcome.ok) return outcome.value;
  throw new Bug(`the demo was refused: ${outcome.reason}`);
}
