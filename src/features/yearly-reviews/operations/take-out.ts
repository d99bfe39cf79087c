/** The difference on its way out of the chat: that it left is recorded. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { writeCsv } from '../../../documents/csv.ts';
import { alignedText } from '../../../documents/paste.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome } from '../../../kernel/outcome.ts';
import { type At, type Difference, type LookRefusal, seeDifference } from './look.ts';

/** `layout` words the rows in the reader's language. Refusals: access, yearly-review-unknown. */
export async function takeOutDifference(
  act: Act,
  at: At,
  layout: (difference: Difference) => readonly (readonly string[])[],
): Promise<Outcome<{ readonly csv: string; readonly text: string; readonly count: number }, LookRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const found = await seeDifference(within, at);
    if (!found.ok) return found;
    const { plan, lines } = found.value;
    await record(tx, act, {
      kind: 'yearly-reviews.exported',
      committee: at.committee,
      subject: { kind: 'plan', id: plan.id },
      nominees: lines.map(({ person }) => person.id),
      facts: { review: at.review, count: lines.length },
    });
    const rows = layout(found.value);
    return done({ csv: writeCsv(rows, act.locale === 'vi' ? ';' : ','), text: alignedText(rows), count: lines.length });
  });
}
