/** The chain that a movement is part of, the posts it leaves empty, and who stands in the plan for them. */
import type { Act } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import { entriesOf, plansOf } from '../../plans/operations/look.ts';
import { inChainOrder, isSamePost, vacancyOf } from '../rules/chain.ts';
import { chainIds } from '../store/chains.ts';
import { listMovements } from '../store/movements.ts';
import type { Movement, MovementId } from '../types.ts';

export interface Vacancy {
  /** The move that opens it. */
  readonly opens: MovementId;
  readonly unit: string;
  readonly post: string;
  /** Who stands in an open plan of the committee for it, as the viewer may see. */
  readonly planned: readonly PersonId[];
}

export interface Chain {
  readonly links: readonly Movement[];
  readonly vacancies: readonly Vacancy[];
}

/** The caller has authorised. A link of a case closed to the viewer is not there. */
export async function chainOf(act: Act, viewer: Viewer, movement: Movement): Promise<Chain> {
  const ids = await chainIds(act.store, viewer, movement.id);
  const links = inChainOrder(await listMovements(act.store, viewer, { ids }));
  const open = links.flatMap((link) => {
    const vacancy = vacancyOf(link, links);
    return vacancy ? [{ opens: link.id, ...vacancy }] : [];
  });
  if (open.length === 0) return { links, vacancies: [] };
  const plans = (await plansOf(act, viewer)).filter((plan) => !plan.isClosed);
  const entries = await entriesOf(
    act,
    viewer,
    plans.map(({ id }) => id),
  );
  const vacancies = open.map((vacancy) => {
    const positions = plans.flatMap((plan) => plan.positions.filter(({ title }) => isSamePost(title, vacancy)));
    const here = new Set(positions.map(({ id }) => id));
    const planned = entries.filter(({ position }) => here.has(position)).map(({ person }) => person);
    return { ...vacancy, planned: [...new Set(planned)] };
  });
  return { links, vacancies };
}
