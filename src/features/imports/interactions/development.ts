/** What happens when a list of measures or of experience is taken over. */
import { refusal, textsOf } from '../../../answers.ts';
import { openForm, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId } from '../../../kernel/ids.ts';
import { takeOverButton } from '../../development/views/buttons.ts';
import { confirmDevelopment, previewDevelopment } from '../operations/development.ts';
import type { ImportPreviewId } from '../types/people.ts';
import * as views from '../views/development.ts';
import { type FileSource, listOf } from './given.ts';

export function developmentInteractions(source: FileSource): readonly Interaction[] {
  return [
    onPress(takeOverButton, async (call, at) => openForm(views.takeOverView(textsOf(call), at))),

    onSubmit(views.developmentForm, async (call, { committee, plan, list }, values) => {
      const given = await listOf(call, source, values);
      if (!given.ok) return refusal(call, given);
      const read = await previewDevelopment(call, {
        committee: asId(committee),
        plan: asId(plan),
        list,
        given: given.value,
      });
      return read.ok ? show(views.developmentPreview(textsOf(call), read.value)) : refusal(call, read);
    }),

    onPress(views.takeInButton, async (call, at) => {
      const stored = await confirmDevelopment(call, idsOf(at));
      if (!stored.ok) return show(sentence(textsOf(call).refusal(stored)));
      return replaceCard(views.takenInMessage(textsOf(call), stored.value));
    }),
  ];
}

function idsOf({ committee, preview }: { readonly committee: string; readonly preview: string }) {
  return {
    committee: asId<Parameters<typeof confirmDevelopment>[1]['committee']>(committee),
    preview: asId<ImportPreviewId>(preview),
  };
}
