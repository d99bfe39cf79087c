/** The cards of movements, worded at the last moment for their reader; and what is expected of people. */
import { textsOf } from '../../../answers.ts';
import type { Renderers } from '../../../delivery/renderers.ts';
import type { Act } from '../../../kernel/act.ts';
import { asId } from '../../../kernel/ids.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { endDuties, opinionDuties, visibleOf } from '../operations/duties.ts';
import { seeOwnProposal } from '../operations/look.ts';
import { ownMovement } from '../operations/own.ts';
import { answeredCard, ownCard } from '../views/told.ts';

async function ofOwn(act: Act, movement: string) {
  const own = await ownMovement(act, asId(movement));
  return own.ok ? ownCard(textsOf(act), own.value) : null;
}

export const movementCards: Renderers = {
  'movements.asked': ({ act, ids }) => ofOwn(act, ids.movement ?? ''),
  'movements.own-decided': ({ act, ids }) => ofOwn(act, ids.movement ?? ''),
  'movements.answered': async ({ act, ids }) => {
    const found = await seeOwnProposal(act, asId(ids.movement ?? ''));
    return found.ok ? answeredCard(textsOf(act), found.value.movement, found.value.names) : null;
  },
};

/** Never a name: members read the list of dates. What is closed to the reader has no title. */
function titled(duties: Omit<Duties, 'titles'>, key: 'movements.listed.opinions' | 'movements.listed.end'): Duties {
  return {
    ...duties,
    async titles(act, ids) {
      const title = textsOf(act)(key);
      return new Map((await visibleOf(act, ids)).map((id) => [id, title]));
    },
  };
}

export const movementDuties: readonly Duties[] = [
  titled(opinionDuties, 'movements.listed.opinions'),
  titled(endDuties, 'movements.listed.end'),
];
