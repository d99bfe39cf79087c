/** What key-holders press and send; app.ts hands over the urns and the features whose papers are sealed. */
import { refusal, textsOf } from '../../../answers.ts';
import { openForm, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { type Texts, texts } from '../../../i18n/texts.ts';
import { asId } from '../../../kernel/ids.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { type Typed, typeWords } from '../operations/count.ts';
import { drawKey, takeKey } from '../operations/keys.ts';
import { heldBox, subjectFor } from '../operations/look.ts';
import type { Urns } from '../operations/urns.ts';
import type { Box, BoxId, SealedSubject } from '../types.ts';
import { takeKeyButton, typeWordsButton } from '../views/buttons.ts';
import { keyIn, takeKeyForm, takeKeyView, typeWordsForm, typeWordsView } from '../views/forms.ts';

export interface SealingSources {
  readonly urns: Urns;
  readonly sealedSubjects: readonly SealedSubject[];
}

export function sealingInteractions({ urns, sealedSubjects }: SealingSources): readonly Interaction[] {
  return [
    onPress(takeKeyButton, async (call, { box }) => {
      const drawn = await drawKey(call, asId<BoxId>(box));
      if (!drawn.ok) return refusal(call, drawn);
      const { words, key } = drawn.value;
      const title = await titleOf(call, sealedSubjects, drawn.value.box);
      return openForm(takeKeyView(textsOf(call), { box: drawn.value.box.id, title, words, key }));
    }),

    onSubmit(takeKeyForm, async (call, state, { words }) => {
      const taken = await takeKey(call, sealedSubjects, { box: asId(state.box), key: keyIn(state), typed: words });
      return taken.ok ? show(sentence(textsOf(call)('sealing.key.done'))) : refusal(call, taken);
    }),

    onPress(typeWordsButton, async (call, { box }) => {
      const held = await heldBox(call, asId<BoxId>(box));
      if (!held.ok) return refusal(call, held);
      const { box: of, holders, own, isReading } = held.value;
      if (of.state !== 'closed' && of.state !== 'counted') return refusal(call, notClosed);
      if (isReading) return refusal(call, reading(of));
      if (own.hasTyped) return refusal(call, typedAlready);
      const isSecond = holders.some(({ hasTyped }) => hasTyped);
      const title = await titleOf(call, sealedSubjects, of);
      const asked = { box: of.id, title, isSecond, isRecount: of.state === 'counted' };
      return openForm(typeWordsView(textsOf(call), asked));
    }),

    onSubmit(typeWordsForm, async (call, { box }, { words }) => {
      const typed = await typeWords(call, urns, sealedSubjects, { box: asId(box), typed: words });
      return typed.ok ? show(sentence(typedText(textsOf(call), typed.value))) : refusal(call, typed);
    }),
  ];
}

const notClosed = { ok: false, reason: 'box-not-closed', facts: {} } as const;
const typedAlready = { ok: false, reason: 'words-typed', facts: {} } as const;

function reading({ reading: { read, inAll } }: Box): Refused {
  return { ok: false, reason: 'box-reading', facts: { read, papers: inAll } };
}

/** What the papers are about, as far as the reader may know it. */
export async function titleOf(
  act: Parameters<SealedSubject['title']>[0],
  subjects: readonly SealedSubject[],
  box: Box,
): Promise<string> {
  const title = await subjectFor(subjects, box).title(act, box.subject.id);
  return title ?? texts(act.locale, act.zone, act.speech)('sealing.untitled');
}

function typedText(t: Texts, typed: Typed): string {
  switch (typed.step) {
    case 'half':
      return t('sealing.words.half');
    case 'reading':
      return t('sealing.words.begun', { count: typed.papers });
    case 'opened':
      return t('sealing.words.done', { count: typed.papers });
    case 'recounted':
      return t(typed.agrees ? 'sealing.words.agrees' : 'sealing.words.differs', { count: typed.papers });
  }
}
