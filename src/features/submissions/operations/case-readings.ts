/** Whom a submission let read a case: whoever answers for the authority, in the chat or by an address. */
import { recordedOf } from '../../../audit/history.ts';
import type { Act } from '../../../kernel/act.ts';
import { clockworkViewer } from '../../access/operations.ts';
import type { CaseReading, CaseReadings, Viewer } from '../../access/types.ts';
import { linksTo } from '../../answer-links/operations.ts';
import { type ParcelOut, parcelsOut } from '../store/readings.ts';
import { submissionSubject } from '../types.ts';

export const submissionCaseReadings: CaseReadings = {
  async readingsOf(act, viewer, nominee) {
    const parcels = await parcelsOut(act.store, viewer, nominee);
    const withdrawn = await withdrawals(act, viewer, parcels);
    const ids = parcels.map(({ id }) => id);
    const links = await linksTo(act, submissionSubject, ids);
    return parcels.flatMap((parcel) => {
      const ended = withdrawn.get(parcel.id) ?? null;
      const shared = { facts: { number: parcel.number, name: parcel.authority }, committee: parcel.committee };
      const answerer: readonly CaseReading[] = parcel.answerer
        ? [{ ...shared, person: parcel.answerer, way: 'answer', from: parcel.outAt, to: ended }]
        : [];
      const byLink = links
        .filter(({ subject }) => subject === parcel.id)
        .map(({ createdAt, endedAt }): CaseReading => {
          const to = firstOf([endedAt, parcel.settledAt, ended]);
          return { ...shared, person: null, way: 'link', from: createdAt, to };
        });
      return [...answerer, ...byLink];
    });
  },
};

/** When they were taken back: from then on nobody reads them. */
async function withdrawals(
  act: Act,
  viewer: Viewer,
  parcels: readonly ParcelOut[],
): Promise<ReadonlyMap<string, Date>> {
  const gone = parcels.filter(({ isWithdrawn }) => isWithdrawn);
  const found = new Map<string, Date>();
  for (const committee of new Set(gone.map((parcel) => parcel.committee))) {
    const eyes =
      committee === viewer.committee ? viewer : clockworkViewer({ ...act, member: null, person: null }, committee);
    const ids = gone.filter((parcel) => parcel.committee === committee).map(({ id }) => id);
    const events = await recordedOf(act.store, eyes, { kind: submissionSubject, ids, before: act.now });
    for (const [id, recorded] of events) {
      const last = recorded.findLast(({ kind }) => kind === 'submissions.withdrawn');
      if (last) found.set(id, last.at);
    }
  }
  return found;
}

function firstOf(moments: readonly (Date | null)[]): Date | null {
  const known = moments.flatMap((moment) => moment?.getTime() ?? []);
  return known.length === 0 ? null : new Date(Math.min(...known));
}
