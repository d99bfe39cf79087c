/** The frozen nominee lists that an agenda may carry, as the acting person may see them. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, NomineeListId } from '../../../kernel/ids.ts';

/** What an agenda says of a list: never whose names stand in it. */
export interface AgendaList {
  readonly id: NomineeListId;
  readonly planTitle: string;
  readonly number: number;
}

/** The newest first; none for somebody who may not see candidates, or to whom every case in them is closed. */
export async function agendaLists(_act: Act, _committee: CommitteeId): Promise<readonly AgendaList[]> {
  return [];
}
