/** What happens when a list is pasted and its preview is confirmed. */
import { type Call, openForm, type Reply, replaceCard, show } from '../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../chat/interaction.ts';
import { sentence } from '../../chat/message.ts';
import { type Texts, texts } from '../../i18n/texts.ts';
import { asId } from '../../kernel/ids.ts';
import type { Refused } from '../../kernel/outcome.ts';
import { importButton } from '../people/views/register.ts';
import { importEntriesButton } from '../plans/views/buttons.ts';
import { confirmImport, previewImport } from './operations.ts';
import * as views from './views.ts';

export const importInteractions: readonly Interaction[] = [
  onPress(importButton, async (call, { committee }) =>
    openForm(views.pasteView(textsOf(call), { committee, plan: null })),
  ),

  onPress(importEntriesButton, async (call, { committee, plan }) =>
    openForm(views.pasteView(textsOf(call), { committee, plan })),
  ),

  onSubmit(views.pasteForm, async (call, state, { rows, rows2, rows3 }) => {
    const text = [rows, rows2, rows3].filter(Boolean).join('\n');
    const plan = state.plan === null ? null : asId<NonNullable<views.Where['plan']>['id']>(state.plan);
    const read = await previewImport(call, { committee: asId(state.committee), plan, text });
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
];

/** Beside the pasted rows while the form is open; else as a private sentence. */
function refusal(call: Call, refused: Refused): Reply {
  const text = textsOf(call).refusal(refused);
  return refused.field ? { kind: 'field-errors', errors: { [refused.field]: text } } : show(sentence(text));
}

function textsOf(call: Call): Texts {
  return texts(call.locale, call.zone);
}
