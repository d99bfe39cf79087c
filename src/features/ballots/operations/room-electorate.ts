/**
 * Who votes inside a conference: whoever is summoned, no guest, and in the room for the item by the roll call of this
 * moment; somebody sent in their place where the rule set counts them; and by the rule of the vote somebody away whose
 * proxy is in the room. Whoever is recused from the item is not asked.
 */
import type { Act } from '../../../kernel/act.ts';
import { asId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { Membership } from '../../committees/types.ts';
import {
  isInRoom,
  type VoteHere,
  voteEnds,
  voteOpens,
  votersInRoom,
  voteTakenBack,
} from '../../sittings/operations/votes.ts';
import type { SittingItemId } from '../../sittings/types.ts';
import { heldHere } from '../rules/proxies.ts';
import type { BallotProxy } from '../types/proxy.ts';
import type { BallotRound } from '../types/round.ts';
import type { Asked, AskedElector } from './electorate.ts';

type InConference = Pick<BallotRound, 'id' | 'conference' | 'item' | 'subject'>;

/** Null: a vote of its own, outside a conference. */
export function placeInConference({ id, conference, item, subject }: InConference): VoteHere | null {
  if (!conference || !item) return null;
  const text = subject.kind === 'question' ? subject.text : null;
  return { conference, item: asId<SittingItemId>(item), round: id, text };
}

/** A conference that is not there any more asks nobody, and opening is refused with these numbers. */
export async function askedInRoom(
  act: Act,
  round: InConference & { readonly members: readonly Membership[]; readonly proxies: readonly BallotProxy[] },
  isRecused: (person: PersonId) => boolean,
): Promise<Asked> {
  const here = placeInConference(round);
  const room = here ? await votersInRoom(act, here) : null;
  const places = (room?.ok ? room.value.places : []).map((place) => ({
    ...place,
    isRecused:
      place.isOut || isRecused(place.of.person) || (place.filledBy !== null && isRecused(place.filledBy.person)),
  }));
  const seated = room?.ok ? room.value.seated : [];
  const filled = places.filter(({ filledBy }) => filledBy !== null);
  const outOfItem = new Set(places.filter((place) => place.isRecused).map(({ of }) => of.person));
  const known = new Map(round.members.map((member) => [member.person, member]));
  const votesHere = new Set(
    filled.flatMap(({ filledBy, isRecused: isOut }) => (filledBy && !isOut ? [filledBy.person] : [])),
  );
  const held = heldHere(round.proxies, (person) => votesHere.has(person));
  const isRepresented = (place: (typeof places)[number]) =>
    place.filledBy === null && !place.isRecused && held.has(place.of.person);
  const electors = places.flatMap((place): readonly AskedElector[] => {
    const asked = place.filledBy ?? (isRepresented(place) ? place.of : null);
    if (!asked) return [];
    const { person, fullName, isReachable } = asked;
    const member = known.get(person);
    const hasAccount = member?.hasAccount ?? isReachable;
    const isVoter = member?.votes ?? false;
    const proxy = held.get(person)?.holder ?? null;
    return [{ person, fullName, hasAccount, isReachable, isRecused: place.isRecused, isVoter, proxy }];
  });
  const represented = places.filter(isRepresented).length;
  return {
    electors,
    entitled: places.flatMap((place) => (place.isRecused ? [] : [place.filledBy ?? place.of])),
    frozen: {
      summoned: places.length,
      seated: seated.length,
      present: filled.length,
      ...(represented > 0 ? { represented } : {}),
      recused: {
        summoned: outOfItem.size,
        seated: seated.filter((person) => outOfItem.has(person) || isRecused(person)).length,
        present: filled.filter((place) => place.isRecused).length,
      },
    },
  };
}

/** Papers in the chat go to members with a vote; of whom else takes part in the room only tellers can count the votes. */
export function checkPapersReach(
  { place }: Pick<BallotRound, 'place'>,
  { electors }: Asked,
): Outcome<void, 'ballot-room-needed'> {
  const others = electors.filter(({ isVoter, isRecused }) => !isVoter && !isRecused);
  if (place === 'room' || others.length === 0) return done();
  return refused(
    'ballot-room-needed',
    { count: others.length, names: others.map(({ fullName }) => fullName) },
    'place',
  );
}

/** The vote takes its place among what happens; nothing for a vote outside a conference. */
export async function openInConference(act: Act, round: InConference) {
  const here = placeInConference(round);
  return here ? voteOpens(act, here) : done();
}

export async function endInConference(
  act: Act,
  round: InConference,
  how: 'vote-closed' | 'voted' | 'vote-void',
): Promise<void> {
  const here = placeInConference(round);
  if (here) await voteEnds(act, here, how);
}

export async function takeBackInConference(act: Act, round: InConference): Promise<void> {
  const here = placeInConference(round);
  if (here) await voteTakenBack(act, here, 'the opening was taken back');
}

/**
 * Whoever left the room hands in no paper until they are back; one handed in before counts. Not asked of whoever enters
 * papers that were written in the room.
 */
export async function checkInRoom(
  act: Act,
  round: InConference,
  person: PersonId,
): Promise<Outcome<void, 'ballot-out-of-room'>> {
  const here = placeInConference(round);
  if (!here || (await isInRoom(act, here, person))) return done();
  return refused('ballot-out-of-room');
}
