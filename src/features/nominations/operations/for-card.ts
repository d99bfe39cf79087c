/** What a card about a nomination needs, with its reader's eyes. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, NominationId } from '../../../kernel/ids.ts';
import { viewerOf } from '../../access/operations.ts';
import { planOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import * as store from '../store/nominations.ts';
import type { Nomination } from '../types.ts';
import { type OwnNomination, ownNominations } from './consent.ts';

/** Null: there is no such nomination, or none for this reader. */
export async function nominationForCard(
  reader: Act,
  at: { committee: CommitteeId; nomination: NominationId },
): Promise<{ nomination: Nomination; plan: Plan } | null> {
  const viewer = await viewerOf(reader, at.committee);
  const nomination = await store.findNomination(reader.store, viewer, at.nomination);
  const plan = nomination ? await planOf(reader, viewer, nomination.plan) : null;
  return nomination && plan ? { nomination, plan } : null;
}

/** The reader's own nomination, as far as the rule set tells them. */
export async function ownForCard(
  reader: Act,
  at: { committee: CommitteeId; nomination: NominationId },
): Promise<OwnNomination | null> {
  const own = await ownNominations(reader, at.committee);
  return own.find(({ nomination }) => nomination.id === at.nomination) ?? null;
}
