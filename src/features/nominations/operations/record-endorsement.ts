/** Support that somebody told the committee secretary, by letter, by phone or in the room, entered for them. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { send } from '../../../delivery/send.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import type { CommitteeId, NominationId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate } from '../../../kernel/time.ts';
import { authorise, clockworkViewer, recusalsSeenBy } from '../../access/operations.ts';
import { rolesWithRight } from '../../access/rules.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { planOf } from '../../plans/operations/look.ts';
import { checkEndorsable } from '../rules.ts';
import * as endorsements from '../store/endorsements.ts';
import * as store from '../store/nominations.ts';
import type { Nomination } from '../types.ts';
import type { EndorseRefusal } from './endorse.ts';

interface At {
  readonly committee: CommitteeId;
  readonly nomination: NominationId;
}

export interface EndorsementToRecord {
  readonly nomination: Nomination;
  /** Of the nominee. */
  readonly name: string;
  /** Whose support counts: with a chat account or without one, in protocol order. Nobody to whom the case is closed. */
  readonly supporters: readonly Person[];
}

export type RecordEndorsementRefusal = EndorseRefusal | 'endorser-unknown' | 'endorser-via-missing';

/** What the form needs. Refusals: access (candidates.enter), and as endorse. */
export async function endorsementToRecord(
  act: Act,
  at: At,
): Promise<Outcome<EndorsementToRecord, RecordEndorsementRefusal>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const nomination = await store.findNomination(act.store, viewer.value, at.nomination);
  const plan = nomination && (await planOf(act, viewer.value, nomination.plan));
  if (!nomination || !plan) return refused('nomination-unknown');
  const checked = checkEndorsable(nomination, plan, ruleSetOfPlan(plan).parameters.proposing.value);
  if (!checked.ok) return checked;
  const supporters = await supportersFor(act, at.committee, nomination);
  const people = await peopleByIds(act, at.committee, [nomination.person, ...supporters]);
  const find = (id: PersonId) => people.find((person) => person.id === id);
  return done({
    nomination,
    name: find(nomination.person)?.fullName ?? '',
    supporters: supporters.flatMap((id) => find(id) ?? []),
  });
}

/**
 * Enters that somebody supports the name, or no longer does; saying it twice is once. They are told where they can be
 * reached, with how it came. Refusals: as above; endorser-unknown (nobody whose support counts), endorser-via-missing.
 */
export async function recordEndorsement(
  act: Act,
  input: At & { readonly supporter: PersonId; readonly isSupported: boolean; readonly via: Via },
): Promise<Outcome<EndorsementToRecord & { readonly isNew: boolean }, RecordEndorsementRefusal>> {
  const { supporter, isSupported, via } = input;
  if (via.dated !== null && !isPlainDate(via.dated)) return refused('endorser-via-missing', {}, 'dated');
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const found = await endorsementToRecord(within, input);
    if (!found.ok) return found;
    const { nomination, supporters } = found.value;
    if (!supporters.some(({ id }) => id === supporter)) return refused('endorser-unknown', {}, 'supporter');
    const row = { nomination: nomination.id, person: supporter, at: act.now };
    const isNew = isSupported
      ? await endorsements.insertEndorsement(tx, { ...row, entered: { by: act.person, via } })
      : await endorsements.takeBackEndorsement(tx, row);
    if (!isNew) return done({ ...found.value, isNew });
    await record(tx, act, {
      kind: isSupported ? 'nominations.endorsed' : 'nominations.endorsement-taken-back',
      ...{ committee: input.committee, subject: { kind: 'nomination', id: nomination.id } },
      ...{ nominee: nomination.person, facts: {}, onBehalfOf: supporter, via },
    });
    if (supporter !== act.person) {
      const { committee } = input;
      const card = isSupported ? 'nominations.endorsed-for-you' : 'nominations.endorsement-back-for-you';
      await send(tx, act, {
        ...{ kind: card, ids: { committee, nomination: nomination.id }, to: { person: supporter }, committee },
        ...{ key: `${card}:${nomination.id}:${supporter}:${act.now.getTime()}`, nominees: [nomination.person] },
      });
    }
    return done({ ...found.value, isNew });
  });
}

async function supportersFor(act: Act, committee: CommitteeId, { person }: Nomination): Promise<readonly PersonId[]> {
  const eyes = clockworkViewer({ ...act, member: null, person: null }, committee);
  const recused = await recusalsSeenBy(act, eyes);
  const members = await membersOf(act, committee);
  return members
    .filter(({ roles }) => roles.some((role) => rolesWithRight['candidates.endorse'].includes(role)))
    .map((member) => member.person)
    .filter((id) => id !== person && !recused.some((one) => one.person === id && one.nominee === person));
}
