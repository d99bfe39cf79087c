/** The clockwork's eyes inside a person's act: for counting and for storing, never for showing. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { clockworkViewer } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';

export function eyesOf(act: Act, committee: CommitteeId): Viewer {
  return clockworkViewer({ ...act, member: null, person: null }, committee);
}
