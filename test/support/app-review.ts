/** A review round in the examined bot: members taken over by hand, plan and names put in beside it, the round opened. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../src/database/connect.ts';
import { proposeCandidate } from '../../src/features/nominations/operations/propose.ts';
import { addPerson } from '../../src/features/people/operations/register.ts';
import { emptyShortForm } from '../../src/features/people/types.ts';
import { makePlan } from '../../src/features/plans/operations/make.ts';
import { openRound, prepareRound } from '../../src/features/reviews/operations/open.ts';
import { type Act, freshSaving } from '../../src/kernel/act.ts';
import { asId, type CommitteeId, type PlanId } from '../../src/kernel/ids.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { testAct } from './acts.ts';
import { type Examiner, openFromCommittee, patiently, setUpCommittee, topView } from './app-examiner.ts';
import { admin } from './app-seed.ts';

export interface ExaminedReview {
  readonly committee: CommitteeId;
  readonly plan: PlanId;
  readonly round: string;
}

/** Everybody of the hall becomes a member; `names` are put forward; the minute of undo is over already. */
export async function openReview(exam: Examiner, url: string, names: readonly string[]): Promise<ExaminedReview> {
  await setUpCommittee(exam);
  await takeOver(exam);
  // The round is opened a minute in the past, when they have to be members already.
  await exam.rows(`UPDATE membership SET "validFrom" = "validFrom" - interval '5 minutes'`);
  const database = openDatabase(url, 2, 20);
  try {
    return await putInReview(exam, database, names);
  } finally {
    await database.close();
  }
}

async function takeOver(exam: Examiner): Promise<void> {
  const view = await openFromCommittee(exam, 'Add from chat');
  const person = exam.as(admin);
  await patiently(async () => {
    const done = await person.submit(view);
    if (!done.ok) throw new Error(JSON.stringify(done));
  });
  await person.close(topView(person), true);
}

async function putInReview(exam: Examiner, database: Database, names: readonly string[]): Promise<ExaminedReview> {
  const clerk = await actOf(exam, database);
  const committee = asId<CommitteeId>(String((await exam.rows('SELECT id FROM committee'))[0]?.id));
  const made = must(
    await makePlan(again(clerk), {
      committee,
      title: 'Board 2030–2034',
      unit: '',
      track: 'board',
      termFrom: '2030-01',
      termTo: '2034-12',
      congress: null,
      positions: [{ title: 'Director', seats: 3, level: null, isCommittee: false, rank: 1 }],
      names: null,
    }),
  );
  const position = asId<Parameters<typeof proposeCandidate>[1]['position']>(
    String((await exam.rows('SELECT id FROM position'))[0]?.id),
  );
  for (const fullName of names) {
    const person = must(
      await addPerson(again(clerk), { committee, form: { ...emptyShortForm, fullName }, source: 'form' }),
    );
    const where = { committee, plan: made.plan, position, person };
    const how = { reasons: 'Knows the work.', source: 'inside', onBehalfOf: null, via: null } as const;
    must(await proposeCandidate(again(clerk), { ...where, ...how }));
  }
  const at = new Date(clerk.now.getTime() + 10 * 24 * 3_600_000).toISOString().slice(0, 10);
  const stated = { date: at, time: null };
  const prepared = must(await prepareRound(again(clerk), { committee, plan: made.plan, stated, why: null }));
  must(await openRound(again(clerk), prepared.round.id));
  return { committee, plan: made.plan, round: prepared.round.id };
}

/** The admin, more than a minute ago. */
async function actOf(exam: Examiner, database: Database): Promise<Act> {
  const [row] = await exam.rows('SELECT id, "personId", "workspaceId" FROM member WHERE "platformId" = $1', [admin]);
  return testAct(database.handle, {
    workspace: asId(String(row?.workspaceId)),
    member: asId(String(row?.id)),
    person: asId(String(row?.personId)),
    isWorkspaceAdmin: true,
    now: new Date(Date.now() - 62_000),
    zone: 'Europe/Berlin',
  });
}

function again(act: Act): Act {
  return { ...act, saving: freshSaving(10_000) };
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.facts)}`);
  return outcome.value;
}

/** Where the server of a bot without DATABASE_URL is to be found. */
export async function embeddedUrl(folder: string): Promise<string> {
  const cluster = join(folder, '.data', 'postgres');
  const password = await readFile(join(cluster, 'quorate-password'), 'utf8');
  const port = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[3];
  return `postgres://quorate:${password}@127.0.0.1:${port}/quorate`;
}
