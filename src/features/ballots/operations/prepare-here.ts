/** Preparing a vote on the item under discussion, from the card of whoever runs the conference. */
import type { Act } from '../../../kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { type SittingSight, seeRunning } from '../../sittings/operations/look.ts';
import type { SittingItem, SittingItemId } from '../../sittings/types.ts';
import {
  type Prepared,
  type PrepareRefusal,
  prepareForm,
  prepareRound,
  type RoundForm,
  statedIn,
  type ToPrepare,
} from './prepare.ts';

export interface ToPrepareHere extends ToPrepare {
  readonly sight: SittingSight;
  readonly item: SittingItem;
}

export type HereRefusal =
  | AccessRefusal
  | 'conference-unknown'
  | 'conference-cancelled'
  | 'item-not-current'
  | 'vote-open-here';

export interface Here {
  readonly conference: ConferenceId;
  readonly item: SittingItemId;
}

/** What the form offers: of the lists only that of the item. Refusals: access (ballot.run); item-not-current; vote-open-here. */
export async function prepareHereForm(act: Act, here: Here): Promise<Outcome<ToPrepareHere, HereRefusal>> {
  const seen = await seeRunning(act, here.conference);
  if (!seen.ok) return seen;
  const sight = seen.value;
  const item = sight.items.find(({ id }) => id === here.item);
  if (!item || sight.course.current !== item.id) return refused('item-not-current');
  if (sight.course.voting) return refused('vote-open-here');
  const parts = await prepareForm(act, sight.committee.id, here.conference);
  if (!parts.ok) return parts;
  const lists = parts.value.lists.filter(({ id }) => id === item.list);
  return done({ ...parts.value, lists, sight, item });
}

/** Refusals: those of the form and of preparing any round. `minutes`: how long papers are taken, from the opening. */
export async function prepareHere(
  act: Act,
  input: Here & {
    readonly minutes: number;
    readonly form: Pick<RoundForm, 'subject' | 'rule' | 'place' | 'mode'> & { readonly tellers: readonly PersonId[] };
  },
): Promise<Outcome<Prepared, HereRefusal | PrepareRefusal>> {
  const found = await prepareHereForm(act, input);
  if (!found.ok) return found;
  const { committee } = found.value;
  const closesAt = new Date(act.now.getTime() + input.minutes * 60_000);
  return prepareRound(act, {
    committee: committee.id,
    form: {
      ...input.form,
      ...{ closes: statedIn(committee, closesAt), opens: null, settlesAfter: null },
      ...{ conference: input.conference, item: input.item },
    },
  });
}
