/** What happens when a list is pasted and its preview is confirmed. */
import { refusal, textsOf } from '../../../answers.ts';
import { openForm, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId } from '../../../kernel/ids.ts';
import { importButton } from '../../people/views/register.ts';
import { importEntriesButton } from '../../plans/views/buttons.ts';
import { confirmImport, previewImport } from '../operations/people.ts';
import * as views from '../views/preview.ts';
import { developmentInteractions } from './development.ts';
import { type FileSource, listOf } from './given.ts';
import { meantInteractions } from './meant.ts';

export function importInteractions(source: FileSource): readonly Interaction[] {
  return [
    onPress(importButton, async (call, { committee }) =>
      openForm(views.pasteView(textsOf(call), { committee, plan: null })),
    ),

    onPress(importEntriesButton, async (call, { committee, plan }) =>
      openForm(views.pasteView(textsOf(call), { committee, plan })),
    ),

    onSubmit(views.pasteForm, async (call, state, values) => {
      const given = await listOf(call, source, values);
      if (!given.ok) return refusal(call, given);
      const plan = state.plan === null ? null : asId<NonNullable<views.Where['plan']>['id']>(state.plan);
      const read = await previewImport(call, { committee: asId(state.committee), plan, list: given.value });
      if (!read.ok) return refusal(call, read);
      const { id, matched, ...shown } = read.value;
      return show(
        views.previewMessage(textsOf(call), { ...shown, ...matched, committee: asId(state.committee), preview: id }),
      );
    }),

    onPress(views.storeButton, async (call, { committee, preview }) => {
      const stored = await confirmImport(call, { committee: asId(committee), preview: asId(preview) });
      if (!stored.ok) return show(sentence(textsOf(call).refusal(stored)));
      const { plan, ...counts } = stored.value;
      return replaceCard(views.storedMessage(textsOf(call), { committee: asId(committee), plan }, counts));
    }),

    ...developmentInteractions(source),
    ...meantInteractions,
  ];
}
