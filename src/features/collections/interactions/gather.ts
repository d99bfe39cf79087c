/** What the department presses and sends on the way to one parcel of all lists. */
import { asCard, refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import type { Block } from '../../../chat/message.ts';
import { asId, type CollectionId } from '../../../kernel/ids.ts';
import { refused } from '../../../kernel/outcome.ts';
import { showOne as showSubmission } from '../../submissions/interactions/manage.ts';
import { answererOptions } from '../../submissions/interactions/shared.ts';
import { goWithout, settleTwice, submitCollection, twiceOf } from '../operations/gather.ts';
import { seeCollection } from '../operations/look.ts';
import * as buttons from '../views/buttons.ts';
import * as views from '../views/gather.ts';
import { unitOf } from './rounds.ts';

export const gatherInteractions: readonly Interaction[] = [
  onPress(buttons.gatherButton, async (call, { collection }) => asCard(await showGather(call, asId(collection)))),

  onPress(buttons.withoutButton, async (call, { collection, unit }) => {
    const found = await unitOf(call, asId(collection), unit);
    return 'reason' in found
      ? refusal(call, found)
      : openForm(views.withoutView(textsOf(call), found.collection, found.unit));
  }),

  onSubmit(views.withoutForm, async (call, { collection, unit }, { word }) => {
    const left = await goWithout(call, { collection: asId(collection), unit: asId(unit), word: word ?? '' });
    return left.ok ? showGather(call, asId(collection), 'without') : refusal(call, left);
  }),

  onPress(buttons.twiceButton, async (call, { collection, entry }) => {
    const seen = await seeCollection(call, asId(collection));
    if (!seen.ok) return refusal(call, seen);
    const found = twiceOf(seen.value.collection, entry);
    if (!found) return refusal(call, refused('twice-unknown'));
    return openForm(views.settleView(textsOf(call), seen.value.collection, found));
  }),

  onSubmit(views.settleForm, async (call, { collection, entry }, { as, word }) => {
    const settled = await settleTwice(call, { collection: asId(collection), entry, as, word: word ?? null });
    return settled.ok ? showGather(call, asId(collection), 'settled') : refusal(call, settled);
  }),

  onPress(buttons.submitButton, async (call, { collection }) => {
    const seen = await seeCollection(call, asId(collection));
    return seen.ok ? openForm(views.submitView(textsOf(call), seen.value.collection)) : refusal(call, seen);
  }),

  onSubmit(
    views.submitForm,
    async (call, { collection }, { authority, answerer, letter, date }) => {
      const prepared = await submitCollection(call, {
        ...{ collection: asId(collection), authority: authority ?? '', letter: letter ?? null },
        answerer: answerer ? asId(answerer) : null,
        stated: date ? { date, time: null } : null,
      });
      return prepared.ok ? showSubmission(call, prepared.value) : refusal(call, prepared);
    },
    { options: (call, { state, typed }) => answererOptions(call, asId(state.committee), typed) },
  ),
];

async function showGather(call: Call, id: CollectionId, said: 'without' | 'settled' | null = null): Promise<Reply> {
  const seen = await seeCollection(call, id);
  if (!seen.ok) return refusal(call, seen);
  const t = textsOf(call);
  const { collection, mayManage } = seen.value;
  const above: readonly Block[] = said ? [{ kind: 'text', text: [t(`collections.gather.said.${said}`)] }] : [];
  return show(views.gatherMessage(t, collection, mayManage, above));
}
