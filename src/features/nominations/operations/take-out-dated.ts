/** The plan on a day, or what changed between two, on its way out of the chat: that it left is recorded. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { writeCsv } from '../../../documents/csv.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { type AsOfRefusal, type SeenAsOf, type SeenChanges, seeChanges, seePlanAsOf } from './as-of.ts';
import type { At } from './look.ts';

type Rows = readonly (readonly string[])[];

interface Taken<Seen> {
  readonly csv: string;
  readonly seen: Seen;
}

/** `layout` words the rows in the reader's language. Refusals: as of seePlanAsOf. */
export async function takeOutAsOf(
  act: Act,
  at: At & { readonly on: PlainDate },
  layout: (seen: SeenAsOf) => Rows,
): Promise<Outcome<Taken<SeenAsOf>, AsOfRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const seen = await seePlanAsOf(within, at);
    if (!seen.ok) return seen;
    await recordTaken(within, at, seen.value.people, { on: at.on });
    return done({ csv: csvOf(act, layout(seen.value)), seen: seen.value });
  });
}

/** Refusals: as of seeChanges. */
export async function takeOutChanges(
  act: Act,
  at: At & { readonly from: PlainDate; readonly to: PlainDate },
  layout: (seen: SeenChanges) => Rows,
): Promise<Outcome<Taken<SeenChanges>, AsOfRefusal | 'as-of-out-of-order'>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const seen = await seeChanges(within, at);
    if (!seen.ok) return seen;
    await recordTaken(within, at, seen.value.people, { from: at.from, to: at.to });
    return done({ csv: csvOf(act, layout(seen.value)), seen: seen.value });
  });
}

async function recordTaken(
  act: Act,
  { committee, plan }: At,
  people: ReadonlyMap<string, unknown>,
  days: Readonly<Record<string, PlainDate>>,
): Promise<void> {
  await record(act.store, act, {
    kind: 'nominations.exported',
    committee,
    subject: { kind: 'plan', id: plan },
    nominees: [...people.keys()] as PersonId[],
    facts: { ...days, count: people.size },
  });
}

function csvOf(act: Act, rows: Rows): string {
  return writeCsv(rows, act.locale === 'vi' ? ';' : ',');
}
