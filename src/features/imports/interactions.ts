/** What happens when a list is pasted and its preview is confirmed. */
import { refusal, textsOf } from '../../answers.ts';
import { type Call, openForm, replaceCard, show } from '../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../chat/interaction.ts';
import { sentence } from '../../chat/message.ts';
import type { GivenFile } from '../../chat/platform.ts';
import { asId } from '../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { importButton } from '../people/views/register.ts';
import { importEntriesButton } from '../plans/views/buttons.ts';
import { confirmImport, type GivenList, previewImport } from './operations.ts';
import * as views from './views/preview.ts';

export interface FileSource {
  /** Throws Unavailable when the platform does not answer in time. */
  readonly readFile: (call: Call, file: string, maxBytes: number) => Promise<GivenFile>;
}

/** Five hundred rows take a tenth of this. */
const maxFileBytes = 1024 * 1024;

export function importInteractions(source: FileSource): readonly Interaction[] {
  return [
    onPress(importButton, async (call, { committee }) =>
      openForm(views.pasteView(textsOf(call), { committee, plan: null })),
    ),

    onPress(importEntriesButton, async (call, { committee, plan }) =>
      openForm(views.pasteView(textsOf(call), { committee, plan })),
    ),

    onSubmit(views.pasteForm, async (call, state, { file, rows, rows2, rows3 }) => {
      const given = await listOf(call, source, { file, text: [rows, rows2, rows3].filter(Boolean).join('\n') });
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
  ];
}

async function listOf(
  call: Call,
  source: FileSource,
  given: { file: string | null | undefined; text: string },
): Promise<Outcome<GivenList>> {
  if (!given.file) return done(given.text);
  if (given.text !== '') return refused('import-two-lists', {}, 'file');
  const read = await source.readFile(call, given.file, maxFileBytes);
  switch (read.kind) {
    case 'read':
      return done(read.bytes);
    case 'too-large':
      return refused('file-too-large', { limit: maxFileBytes / 1024 }, 'file');
    case 'gone':
      return refused('file-gone', {}, 'file');
    case 'turned-away':
      return read.refused;
  }
}
