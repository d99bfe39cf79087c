/** Agenda items that are closed to a viewer: a vote on one of them is closed with it, whatever its question says. */
import { client } from '../../../database/client.ts';
import { foldName } from '../../../i18n/names.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { Viewer } from '../../access/types.ts';

/** Those whose line names somebody from whom the viewer is recused, and those on whose list every case is closed to them. */
export async function closedItems(
  store: StoreHandle,
  looked: readonly { readonly id: string; readonly viewer: Viewer }[],
  recusedNames: (viewer: Viewer) => readonly string[],
): Promise<ReadonlySet<string>> {
  const viewers = new Map(looked.map(({ id, viewer }) => [id, viewer]));
  const ids = [...viewers].flatMap(([id, { hiddenNominees }]) => (hiddenNominees.length > 0 ? [id] : []));
  if (ids.length === 0) return new Set();
  const items = await client(store).sittingItem.findMany({
    where: { id: { in: ids } },
    select: { id: true, text: true, listId: true },
  });
  const open = await client(store).nomineeListEntry.findMany({
    where: {
      OR: items.flatMap(({ id, listId }) =>
        listId === null ? [] : [{ listId, personId: { notIn: [...(viewers.get(id)?.hiddenNominees ?? [])] } }],
      ),
    },
    distinct: ['listId'],
    select: { listId: true },
  });
  const isListOpen = new Set(open.map(({ listId }) => listId));
  const isClosed = ({ id, text, listId }: (typeof items)[number]): boolean => {
    const viewer = viewers.get(id);
    const names = viewer ? recusedNames(viewer) : [];
    return (listId !== null && !isListOpen.has(listId)) || names.some((name) => foldName(text ?? '').includes(name));
  };
  return new Set(items.filter(isClosed).map(({ id }) => id));
}

/** As it stands on the agenda; null for an item that is named by its list, or is gone. */
export async function itemText(store: StoreHandle, id: string): Promise<string | null> {
  const item = await client(store).sittingItem.findUnique({ where: { id }, select: { text: true } });
  return item?.text ?? null;
}
