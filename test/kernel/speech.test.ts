import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { speechFor, type Tone } from '../../src/kernel/speech.ts';

const office: Tone = { profile: 'vn-party', isHere: false, isOwn: true };
const agency: Tone = { profile: 'vn-state', isHere: false, isOwn: true };
const nomcom: Tone = { profile: 'nomcom', isHere: false, isOwn: true };
const board: Tone = { profile: 'general', isHere: false, isOwn: true };
const here = (tone: Tone): Tone => ({ ...tone, isHere: true });
const others = (tone: Tone): Tone => ({ ...tone, isOwn: false });

describe('how somebody is addressed in Vietnamese', () => {
  test.each([
    ['a member of a Party committee', [office], 'party'],
    ['a member of Party and state committees', [office, agency], 'party'],
    ['a member of a NomCom', [nomcom], 'general'],
    ['a member of a board', [board], 'general'],
    ['a member of both kinds, outside their channels', [office, nomcom], 'general'],
    ['the same in the channel of the Party committee', [here(office), nomcom], 'party'],
    ['the same in the channel of the NomCom', [office, here(nomcom)], 'general'],
    ['a Party member, where a NomCom that is not theirs is in the same workspace', [office, others(nomcom)], 'party'],
    ['somebody without a committee, where all are of the Party', [others(office), others(agency)], 'party'],
    ['somebody without a committee, where there are both', [others(office), others(nomcom)], 'general'],
    ['anybody before there is a committee', [], 'general'],
  ] as const)('%s: %s', (_who, committees, speech) => {
    expect(speechFor(committees)).toBe(speech);
  });

  test('nobody hears the words of the Party in the channel of another body, or as a member of one elsewhere', () => {
    const tone = fc.record({
      profile: fc.constantFrom('vn-party', 'vn-state', 'general', 'nomcom'),
      isHere: fc.boolean(),
      isOwn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(tone, { maxLength: 5 }), (committees) => {
        const isOther = ({ profile }: Tone) => profile === 'general' || profile === 'nomcom';
        const spokenTo = committees.some(({ isHere }) => isHere)
          ? committees.filter(({ isHere }) => isHere)
          : committees.filter(({ isOwn }) => isOwn);

        if (spokenTo.some(isOther)) expect(speechFor(committees)).toBe('general');
        else if (spokenTo.length > 0) expect(speechFor(committees)).toBe('party');
      }),
    );
  });
});
