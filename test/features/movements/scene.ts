/** A committee that plans movements, and people to be moved: a builder for the tests beside it. */
import { client } from '../../../src/database/client.ts';
import { askOpinions, recordOpinion } from '../../../src/features/movements/operations/ask.ts';
import { decideMovements } from '../../../src/features/movements/operations/decide.ts';
import { seeMovement } from '../../../src/features/movements/operations/look.ts';
import { proposeMovement } from '../../../src/features/movements/operations/propose.ts';
import { type MovementForm, type MovementId, sides } from '../../../src/features/movements/types.ts';
import { addPerson } from '../../../src/features/people/operations/register.ts';
import type { Act, StoreHandle } from '../../../src/kernel/act.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { again, createScene as createConferenceScene, must, type Scene } from '../conferences/scene.ts';

export { again, must, reasonOf } from '../conferences/scene.ts';

export interface MoveScene extends Scene {
  /** Head of Division A, without an account. */
  readonly hoa: PersonId;
  /** Deputy head of Division A, without an account. */
  readonly long: PersonId;
}

export async function createScene(store: StoreHandle): Promise<MoveScene> {
  const scene = await createConferenceScene(store, 'vn-state');
  const add = async (fullName: string, statePost: string) => {
    const form = { fullName, birthMonth: '1985-03', sex: 'female', unit: 'Division A', statePost } as const;
    const { committee, clerk } = scene;
    const added = await addPerson(again(clerk), {
      ...{ committee, form: { ...form, partyPost: null, level: 2 }, discipline: null, source: 'form' },
    });
    must(added);
    const row = await client(store).person.findFirstOrThrow({ where: { workspaceId: scene.workspace, fullName } });
    return row.id as PersonId;
  };
  return { ...scene, hoa: await add('Hoa Head', 'Head'), long: await add('Long Deputy', 'Deputy head') };
}

/** Head of Division A to Division B for three years from 1 June 2026; the tests' present is 2 March 2026. */
export function form(changes: Partial<MovementForm> = {}): MovementForm {
  return {
    ...{ kind: 'rotation', fromUnit: '', fromPost: null, toUnit: 'Division B', toPost: 'Head', isOutside: false },
    ...{ reason: 'To gain experience.', startsOn: '2026-06-01', endsOn: '2029-05-31', inPostSince: null },
    ...{ exception: null, proposedFor: null },
    ...changes,
  };
}

export function propose(
  scene: MoveScene,
  changes: Partial<MovementForm> = {},
  more: { readonly by?: Act; readonly person?: PersonId; readonly after?: MovementId } = {},
) {
  const { by = scene.clerk, person = scene.hoa, after = null } = more;
  return proposeMovement(again(by), {
    ...{ committee: scene.committee, person, form: form(changes), after, via: null },
  });
}

export async function planned(
  scene: MoveScene,
  changes: Partial<MovementForm> = {},
  more: Parameters<typeof propose>[2] = {},
): Promise<MovementId> {
  return must(await propose(scene, changes, more)).id;
}

export async function heard(scene: MoveScene, id: MovementId): Promise<void> {
  must(await askOpinions(again(scene.clerk), { id, until: '2026-03-20' }));
  for (const side of sides) {
    must(
      await recordOpinion(again(scene.clerk), {
        ...{ id, side, stance: 'agree', text: null, speaker: null },
        via: { kind: 'letter', reference: '12', dated: null },
      }),
    );
  }
}

export async function decide(
  scene: MoveScene,
  ids: readonly MovementId[],
  outcome: 'approve' | 'refuse' | 'return' = 'approve',
  { correction = null, afterMs = 0 }: { readonly correction?: string | null; readonly afterMs?: number } = {},
) {
  const movements = await Promise.all(
    ids.map(async (id) => ({ id, version: must(await seeMovement(again(scene.clerk), id)).movement.version })),
  );
  const decision = { outcome, number: '45-QD', decidedOn: '2026-03-01', authority: 'The Director', note: null };
  return decideMovements(again(scene.clerk, afterMs), { movements, decision, correction });
}
