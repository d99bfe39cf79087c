/** Asking for erasure, entering that somebody asked, deciding on it; and the cards of it. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import type { Renderers } from '../../../delivery/renderers.ts';
import { texts } from '../../../i18n/texts.ts';
import type { HoldsPeople } from '../../../kernel/held-people.ts';
import { asId, type CommitteeId, type PersonId } from '../../../kernel/ids.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { registerOptions } from '../../people/interactions/options.ts';
import { eraseFormButton } from '../../people/views/register.ts';
import { askedCard, askForErasure, recordErasureRequest } from '../operations/ask-erasure.ts';
import { erasePerson, ownRefusal, previewErasure, refusedCard, refuseErasure } from '../operations/erase.ts';
import type { ErasureRequestId } from '../types.ts';
import * as views from '../views/erasure.ts';
import { recordErasureForm, recordErasureView, viaOf } from '../views/hand-over.ts';

/** `holders`: every table that names a person (src/held-people.ts). */
export function erasureInteractions(holders: readonly HoldsPeople[]): readonly Interaction[] {
  async function preview(call: Call, at: views.OfRequest): Promise<Reply> {
    const seen = await previewErasure(call, idsOf(at), holders);
    return seen.ok ? show(views.previewMessage(textsOf(call), at, seen.value)) : refusal(call, seen);
  }

  return [
    onPress(views.askErasureButton, async (call) => {
      const asked = await askForErasure(call);
      if (!asked.ok) return refusal(call, asked);
      return show(sentence(textsOf(call)(asked.value.isNew ? 'erasure.asked' : 'erasure.askedBefore')));
    }),

    onPress(eraseFormButton, async (call, { committee }) =>
      openForm(recordErasureView(textsOf(call), asId(committee))),
    ),

    onSubmit(
      recordErasureForm,
      async (call, { committee }, { person, ...came }) => {
        const input = { committee: asId<CommitteeId>(committee), person: asId<PersonId>(person), via: viaOf(came) };
        const recorded = await recordErasureRequest(call, input);
        return recorded.ok ? preview(call, { committee, request: recorded.value }) : refusal(call, recorded);
      },
      { options: (call, { state, typed }) => registerOptions(call, asId(state.committee), typed) },
    ),

    onPress(views.lookErasureButton, preview),

    onPress(views.eraseButton, async (call, at) => {
      const placeholder = textsOf(call)('erasure.placeholder');
      const erased = await erasePerson(call, { ...idsOf(at), placeholder }, holders);
      if (!erased.ok) return refusal(call, erased);
      return replaceCard(sentence(textsOf(call)('erasure.done', { count: erased.value.texts })));
    }),

    onPress(views.refuseButton, async (call, at) => openForm(views.refuseView(textsOf(call), at))),

    onSubmit(views.refuseForm, async (call, at, { reason }) => {
      const decided = await refuseErasure(call, { ...idsOf(at), reason });
      return decided.ok ? show(sentence(textsOf(call)('erasure.refuse.done'))) : refusal(call, decided);
    }),
  ];
}

export function erasureCards(holders: readonly HoldsPeople[]): Renderers {
  return {
    [askedCard]: async ({ act, ids, isRedraw }) => {
      const at = { committee: ids.committee ?? '', request: ids.request ?? '' };
      const t = texts(act.locale, act.zone, act.speech);
      const seen = await previewErasure(act, idsOf(at), holders);
      const header = await committeeHeader(act, asId(at.committee));
      if (seen.ok && header) return views.askedMessage(t, at, header.name);
      return isRedraw ? sentence(t('erasure.settledCard')) : null;
    },
    [refusedCard]: async ({ act, ids }) => {
      const reason = await ownRefusal(act, asId(ids.request ?? ''));
      return reason === null ? null : views.refusedMessage(texts(act.locale, act.zone, act.speech), reason);
    },
  };
}

function idsOf({ committee, request }: views.OfRequest) {
  return { committee: asId<CommitteeId>(committee), request: asId<ErasureRequestId>(request) };
}
