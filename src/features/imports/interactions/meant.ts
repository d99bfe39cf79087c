/** What happens when somebody says who is meant by lines of a list: of people, or of measures and experience. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { type Message, sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcome.ts';
import { sayWhoIsMeant } from '../operations/development.ts';
import { sayWhoIsInList } from '../operations/people.ts';
import type { Meant, UnclearLine } from '../types/development.ts';
import type { ImportPreviewId } from '../types/people.ts';
import { developmentPreview } from '../views/development.ts';
import { meantButton, meantForm, meantIn, meantView } from '../views/meant.ts';
import { previewMessage } from '../views/preview.ts';

type At = Parameters<typeof meantView>[1];

export const meantInteractions: readonly Interaction[] = [
  onPress(meantButton, async (call, at) => {
    const seen = await looked(call, at, new Map());
    const t = textsOf(call);
    return seen.ok ? openForm(meantView(t, at, seen.value.unclear)) : show(sentence(t.refusal(seen)));
  }),

  onSubmit(meantForm, async (call, at, values) => {
    const seen = await looked(call, at, meantIn(values));
    return seen.ok ? show(seen.value.message()) : refusal(call, seen);
  }),
];

/** The preview as it is after what was said. */
async function looked(
  call: Call,
  at: At,
  said: Meant,
): Promise<Outcome<{ readonly unclear: readonly UnclearLine[]; readonly message: () => Message }>> {
  const where = { committee: asId<CommitteeId>(at.committee), preview: asId<ImportPreviewId>(at.preview), said };
  const t = textsOf(call);
  if (at.of === 'development') {
    const seen = await sayWhoIsMeant(call, where);
    if (!seen.ok) return seen;
    return done({ unclear: seen.value.matched.unclear, message: () => developmentPreview(t, seen.value) });
  }
  const seen = await sayWhoIsInList(call, where);
  if (!seen.ok) return seen;
  const { id, matched, ...shown } = seen.value;
  const { committee, preview } = { ...where, preview: id };
  return done({
    unclear: matched.unclear,
    message: () => previewMessage(t, { ...shown, ...matched, committee, preview }),
  });
}
