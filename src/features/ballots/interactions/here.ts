/** A vote on the item under discussion, opened from the card of whoever runs the conference. */
import { textsOf } from '../../../answers.ts';
import { openForm, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { asId, type ConferenceId, type PersonId } from '../../../kernel/ids.ts';
import type { SittingItemId } from '../../sittings/types.ts';
import { prepareHere, prepareHereForm } from '../operations/prepare-here.ts';
import { prepareHereButton } from '../views/buttons.ts';
import * as forms from '../views/here-form.ts';
import { previewMessage } from '../views/messages.ts';
import { subjectIn, tellerOptions, wayIn } from './prepare-values.ts';
import { atField, said } from './shared.ts';

export const hereInteractions: readonly Interaction[] = [
  onPress(prepareHereButton, async (call, state) => {
    const found = await prepareHereForm(call, placeIn(state));
    return found.ok ? openForm(forms.prepareHereView(textsOf(call), found.value)) : said(call, found);
  }),

  onSubmit(
    forms.prepareHereForm,
    async (call, state, values) => {
      const { rule, place, minutes, tellers } = values;
      const prepared = await prepareHere(call, {
        ...{ ...placeIn(state), minutes: Number(minutes) },
        form: {
          ...{ subject: subjectIn(values), rule, ...wayIn(place) },
          tellers: (tellers ?? []).map((one) => asId<PersonId>(one)),
        },
      });
      return prepared.ok ? show(previewMessage(textsOf(call), prepared.value)) : atField(call, prepared);
    },
    { options: (call, { state, typed }) => tellerOptions(call, asId(state.committee), typed) },
  ),
];

function placeIn({ conference, item }: { readonly conference: string; readonly item: string }) {
  return { conference: asId<ConferenceId>(conference), item: asId<SittingItemId>(item) };
}
