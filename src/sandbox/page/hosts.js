/** What stands behind the elements of a message and of the Home tab: they act at once. */
import { perform } from './api.js';
import { toast } from './dom.js';

/** `place` is `{ channelId, ts }` or `{ viewId }`; `values` is what the server knows to be chosen. */
export function hostAt(place, values) {
  const entered = structuredClone(values ?? {});
  return {
    valueOf: (blockId, actionId) => entered[blockId]?.[actionId],
    enter(blockId, actionId, value) {
      entered[blockId] = { ...entered[blockId], [actionId]: value };
    },
    async use(blockId, actionId, choice) {
      await guarded(async () => {
        const answer = await perform('act', { ...place, blockId, actionId, choice, values: entered });
        if (answer.trouble) toast(answer.trouble);
      });
    },
    suggest: async (blockId, actionId, query) =>
      (await perform('suggest', { ...place, blockId, actionId, query })).options,
  };
}

export async function guarded(run) {
  try {
    return await run();
  } catch (error) {
    toast(error.message);
    return null;
  }
}
