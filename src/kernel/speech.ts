/**
 * How Vietnamese texts address people: “đồng chí” and the terms of succession planning in Party and state bodies,
 * “anh/chị” and general terms elsewhere. Other languages make no difference.
 */
export type Speech = 'party' | 'general';

/** One committee that may set the tone for somebody. */
export interface Tone {
  readonly profile: string;
  /** Its own channel is where they are. */
  readonly isHere: boolean;
  /** They are a member of it. */
  readonly isOwn: boolean;
}

export function speechOf(profile: string): Speech {
  return profile === 'vn-party' || profile === 'vn-state' ? 'party' : 'general';
}

/**
 * The committee of the channel decides; else those that the person belongs to; else (summoned, put forward, an admin)
 * all of the workspace. Where these differ, and where there is none yet, general words are wrong for nobody.
 */
export function speechFor(committees: readonly Tone[]): Speech {
  const deciding =
    [committees.filter(({ isHere }) => isHere), committees.filter(({ isOwn }) => isOwn), committees].find(
      (some) => some.length > 0,
    ) ?? [];
  const isParty = deciding.length > 0 && deciding.every(({ profile }) => speechOf(profile) === 'party');
  return isParty ? 'party' : 'general';
}
