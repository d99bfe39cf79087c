/** A conference that is announced is to be led by somebody who has left the committee: its secretaries are told, once. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { clockworkViewer } from '../../access/operations.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { listConferences } from '../store/conferences.ts';

/** For the clockwork, right after people changed; twice is once. Until another is named the head of that moment leads. */
export async function tellChairLeft(act: Act, committee: CommitteeId): Promise<void> {
  await inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const members = await membersOf(here, committee);
    const there = new Set(members.map(({ person }) => person));
    const clerks = members.filter(({ roles }) => roles.includes('clerk'));
    const coming = await listConferences(tx, clockworkViewer(here, committee), act.now);
    const led = coming.flatMap(({ conference: { id, state, revision: number }, revisions }) => {
      const revision = state === 'scheduled' ? revisions.find((one) => one.number === number) : undefined;
      return revision && revision.startsAt > act.now && !there.has(revision.chair) ? [{ id, revision }] : [];
    });
    const cards = led.flatMap(({ id, revision }) =>
      clerks.map(({ person }) => ({
        ...{
          kind: 'conferences.chair-left',
          ids: { conference: id, chair: revision.chair },
          to: { person },
          committee,
        },
        ...{ key: `conferences.chair-left:${id}:${revision.chair}:${person}`, validUntil: revision.startsAt },
      })),
    );
    await sendAll(tx, act, cards);
    for (const { id } of led) await refresh(tx, act, { kind: 'conferences.chair-left', ids: { conference: id } });
  });
}
