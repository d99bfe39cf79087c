/** Votes in the examined bot: very many people with accounts, one open and one secret round, and what came of them. */
import { randomBytes } from 'node:crypto';
import { openDatabase } from '../../src/database/connect.ts';
import { sealedBallotSubject } from '../../src/features/ballots/interactions/sealed-subject.ts';
import { closeRound } from '../../src/features/ballots/operations/close.ts';
import { openRound } from '../../src/features/ballots/operations/open.ts';
import { prepareRound, type RoundForm } from '../../src/features/ballots/operations/prepare.ts';
import { nameHolders, openSecret } from '../../src/features/ballots/operations/secret-open.ts';
import type { BallotRoundId } from '../../src/features/ballots/types/round.ts';
import type { Ruling } from '../../src/features/ballots/types/ruling.ts';
import { typeWords } from '../../src/features/sealing/operations/count.ts';
import { drawKey, takeKey } from '../../src/features/sealing/operations/keys.ts';
import { createUrns } from '../../src/features/sealing/operations/urns.ts';
import type { BoxId } from '../../src/features/sealing/types.ts';
import { type Act, freshSaving, type StoreHandle } from '../../src/kernel/act.ts';
import { asId, type CommitteeId, type PersonId } from '../../src/kernel/ids.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { testAct } from './acts.ts';
import { type Examiner, setUpCommittee } from './app-examiner.ts';
import { admin } from './app-seed.ts';

/** QUORATE_SECRET of the examined bot: the test opens the sealed box, and reads it after the close. */
export const urnSecret = randomBytes(32);

export interface Result {
  readonly for: number;
  readonly against: number;
  /** Published receipts, sorted; none of an open vote. */
  readonly receipts: readonly string[];
}

export interface ExaminedVote {
  readonly round: BallotRoundId;
  /** Ends it in the ordinary way: by hand, and a sealed one with the words of two key-holders. */
  count(): Promise<Result>;
}

interface Place {
  readonly exam: Examiner;
  readonly store: StoreHandle;
  readonly committee: CommitteeId;
}

export const voterIds = (size: number) => Array.from({ length: size }, (_, index) => `U0VOTER${index + 1}`);

/**
 * A committee in which only these have a vote. `work` gets a way to open votes; cards to the voters are not sent, because
 * the examiner's chat does not know them: what is looked at is their papers.
 */
export async function withVoters<T>(
  exam: Examiner,
  { url, size }: { readonly url: string; readonly size: number },
  work: (open: { openVote(): Promise<ExaminedVote>; secretVote(): Promise<ExaminedVote> }) => Promise<T>,
): Promise<T> {
  await setUpCommittee(exam);
  await exam.rows(manyMembers, [size]);
  await exam.rows(`UPDATE membership SET "validFrom" = "validFrom" - interval '5 minutes', votes = 'member' = ANY(roles)
    AND "personId" IN (SELECT "personId" FROM member WHERE "platformId" LIKE 'U0VOTER%')`);
  const database = openDatabase(url, 2, 20);
  const committee = asId<CommitteeId>(String((await exam.rows('SELECT id FROM committee'))[0]?.id));
  const place = { exam, store: database.handle, committee };
  try {
    return await work({ openVote: () => openVote(place), secretVote: () => secretVote(place) });
  } finally {
    await database.close();
  }
}

async function openVote(place: Place): Promise<ExaminedVote> {
  const round = await prepared(place);
  must(await openRound(await actOf(place, admin), round));
  await minuteIsOver(place);
  return {
    round,
    async count() {
      const closed = must(await closeRound(await actOf(place, admin), round));
      return resultOf(closed.rulings, []);
    },
  };
}

async function secretVote(place: Place): Promise<ExaminedVote> {
  const { exam } = place;
  const round = await prepared(place, 'secret');
  const holders = await Promise.all(['U0VOTER1', 'U0VOTER2', 'U0VOTER3'].map((user) => actOf(place, user)));
  const named = holders.map(({ person }) => person as PersonId);
  must(await nameHolders(await actOf(place, admin), { round, holders: named }));
  const [{ id } = {}] = await exam.rows('SELECT id FROM sealed_box WHERE "subjectId" = $1', [round]);
  const box = asId<BoxId>(String(id));
  const words: string[] = [];
  for (const holder of holders) {
    const drawn = must(await drawKey(again(holder), box));
    words.push(drawn.words.join(' '));
    must(await takeKey(again(holder), [sealedBallotSubject], { box, key: drawn.key, typed: drawn.words.join(' ') }));
  }
  const urns = createUrns(urnSecret);
  must(await openSecret(await actOf(place, admin), urns, round));
  await minuteIsOver(place);
  return {
    round,
    async count() {
      must(await closeRound(await actOf(place, admin), round));
      for (const index of [0, 1]) {
        must(await typeWords(again(holders[index]!), urns, [sealedBallotSubject], { box, typed: words[index]! }));
      }
      const [row] = await exam.rows(
        'SELECT r.rulings, b.receipts FROM ballot_round r JOIN sealed_box b ON b."subjectId" = r.id WHERE r.id = $1',
        [round],
      );
      return resultOf(row?.rulings as readonly Ruling[], row?.receipts as string[]);
    },
  };
}

async function prepared(place: Place, mode?: 'secret'): Promise<BallotRoundId> {
  const at = new Date(Date.now() + 10 * 24 * 3_600_000).toISOString().slice(0, 10);
  const form: RoundForm = {
    ...{ subject: { kind: 'question', text: 'Shall the report be published?' }, rule: 'majority-present' },
    ...{ place: 'chat', closes: { date: at, time: null }, opens: null, settlesAfter: null },
    ...{ tellers: [], conference: null, item: null, ...(mode ? { mode } : {}) },
  };
  return must(await prepareRound(await actOf(place, admin), { committee: place.committee, form })).round.id;
}

async function minuteIsOver({ exam }: Place): Promise<void> {
  await exam.rows(`UPDATE delivery SET state = 'cancelled' WHERE kind = 'ballots.paper'`);
  await exam.rows(`UPDATE ballot_round SET "heldUntil" = now() - interval '1 second'`);
}

async function actOf({ exam, store }: Place, user: string): Promise<Act> {
  const [row] = await exam.rows('SELECT id, "personId", "workspaceId" FROM member WHERE "platformId" = $1', [user]);
  return again(
    testAct(store, {
      workspace: asId(String(row?.workspaceId)),
      member: asId(String(row?.id)),
      person: asId(String(row?.personId)),
      zone: 'Europe/Berlin',
    }),
  );
}

function again(act: Act): Act {
  return { ...act, now: new Date(), saving: freshSaving() };
}

function resultOf(rulings: readonly Ruling[] | null, receipts: readonly string[]): Result {
  const line = rulings?.[0]?.lines[0];
  if (!line) throw new Error('nothing was ruled');
  return { for: line.for ?? 0, against: line.against ?? 0, receipts };
}

/** People with accounts and a vote, as rows: the way into a committee is not what is looked at. */
const manyMembers = `
  WITH people AS (
    INSERT INTO person (id, "workspaceId", "fullName", "searchName", source, "createdAt")
    SELECT gen_random_uuid(), w.id, 'Voter Number' || n, 'number' || n || ' voter', 'chat account', now()
    FROM workspace w, generate_series(1, $1) n
    RETURNING id, "workspaceId", "fullName"
  ), accounts AS (
    INSERT INTO member (id, "workspaceId", "platformId", "displayName", "personId", "checkedAt")
    SELECT gen_random_uuid(), "workspaceId", 'U0VOTER' || substr("fullName", 13), "fullName", id, now() FROM people
  )
  INSERT INTO membership (id, "committeeId", "personId", roles, votes, rank, "validFrom")
  SELECT gen_random_uuid(), c.id, people.id, ARRAY['member'], true, 10, now() FROM people, committee c`;

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.facts)}`);
  return outcome.value;
}
