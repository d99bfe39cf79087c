/** The short forms of a movement's steps: ask, hear, decide, extend, end, withdraw. */
import { z } from 'zod';
import { defineForm, type Field, type Form } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { viaKinds } from '../../../kernel/act.ts';
import { decisionOutcomes, endings, type Movement, opinionStances, type Side, sides } from '../types.ts';
import { type Names, titleOf } from './line.ts';

const text = z.string().nullish();
const ofMovement = z.object({ movement: z.string() });

export const askForm = defineForm({ id: 'movements.ask', state: ofMovement, values: z.object({ until: text }) });
export const hearForm = defineForm({
  id: 'movements.hear',
  state: ofMovement,
  values: z.object({
    ...{ side: z.enum(sides), stance: z.enum(opinionStances), text, speaker: text },
    ...{ via: z.enum(viaKinds), reference: text, dated: text },
  }),
});
export const ownForm = defineForm({
  id: 'movements.say-own',
  state: ofMovement,
  values: z.object({ stance: z.enum(opinionStances), text }),
});
export const decideForm = defineForm({
  id: 'movements.decide',
  state: z.object({ movements: z.array(z.object({ id: z.string(), version: z.number() })) }),
  values: z.object({
    ...{
      outcome: z.enum(decisionOutcomes),
      number: text,
      decidedOn: text,
      authority: text,
      note: text,
      correction: text,
    },
  }),
});
export const extendForm = defineForm({
  id: 'movements.extend',
  state: ofMovement,
  values: z.object({ until: text, decision: text }),
});
export const endForm = defineForm({
  id: 'movements.end',
  state: ofMovement,
  values: z.object({ ending: z.enum(endings), on: text, decision: text }),
});
export const withdrawForm = defineForm({
  id: 'movements.withdraw',
  state: ofMovement,
  values: z.object({ reason: text }),
});

type About = { readonly movement: Movement; readonly names: Names };

export function askView(t: Texts, about: About, until: string | null): Form {
  return askForm.draw({
    ...frame(t, t('movements.ask.title'), t('movements.ask.submit')),
    state: { movement: about.movement.id },
    items: [
      head(t, about),
      { kind: 'text', text: [t('movements.ask.intro')] },
      askForm.field('until', {
        label: t('movements.ask.until'),
        input: { type: 'date', ...(until ? { initial: until } : {}) },
      }),
    ],
  });
}

export function hearView(t: Texts, about: About, missing: readonly Side[]): Form {
  const ways = viaKinds.filter((kind) => kind !== 'chat');
  return hearForm.draw({
    ...frame(t, t('movements.hear.title'), t('common.save')),
    state: { movement: about.movement.id },
    items: [
      head(t, about),
      hearForm.field('side', {
        label: t('movements.hear.side'),
        input: {
          type: 'radio',
          options: sides.map((value) => ({ value, label: t(`movements.sides.${value}`) })),
          initial: missing[0] ?? 'sending',
        },
      }),
      ...stanceFields(t, hearForm),
      hearForm.field('speaker', {
        ...{ label: t('movements.hear.speaker'), optional: true, input: { type: 'text', max: 200 } },
      }),
      hearForm.field('via', {
        label: t('movements.hear.via'),
        input: {
          type: 'select',
          options: ways.map((value) => ({ value, label: t(`common.via.${value}`) })),
          initial: 'letter',
        },
      }),
      hearForm.field('reference', {
        ...{ label: t('movements.form.reference'), optional: true, input: { type: 'text', max: 100 } },
      }),
      hearForm.field('dated', { label: t('movements.hear.dated'), optional: true, input: { type: 'date' } }),
    ],
  });
}

export function ownView(t: Texts, about: About): Form {
  return ownForm.draw({
    ...frame(t, t('movements.own.title'), t('common.send')),
    state: { movement: about.movement.id },
    items: [head(t, about), ...stanceFields(t, ownForm)],
  });
}

/** `unheard`: sides that have said nothing, told before deciding. `words`: what goes out to whom. */
export function decideView(
  t: Texts,
  about: readonly About[],
  shown: { readonly unheard: readonly string[]; readonly isCorrection: boolean; readonly words: readonly Block[] },
): Form {
  const movements = about.map(({ movement: { id, version } }) => ({ id, version }));
  const outcomes = decisionOutcomes.map((value) => ({ value, label: t(`movements.outcomes.${value}`) }));
  const line = (name: 'number' | 'authority' | 'note', optional = false) =>
    decideForm.field(name, { label: t(`movements.decide.${name}`), optional, input: { type: 'text', max: 200 } });
  return decideForm.draw({
    ...frame(t, t('movements.decide.title'), t('movements.decide.submit')),
    state: { movements },
    items: [
      { kind: 'list', ordered: about.length > 1, items: about.map((one) => titleOf(t, one.movement, one.names)) },
      ...shown.unheard.map((line) => ({ kind: 'note', text: [line] }) as const),
      decideForm.field('outcome', {
        label: t('movements.decide.outcome'),
        input: { type: 'radio', options: outcomes, initial: 'approve' },
      }),
      line('number'),
      decideForm.field('decidedOn', { label: t('movements.decide.decidedOn'), input: { type: 'date' } }),
      line('authority'),
      line('note', true),
      ...(shown.isCorrection
        ? [
            decideForm.field('correction', {
              ...{ label: t('movements.decide.correction'), hint: t('movements.decide.correctionHint') },
              input: { type: 'text', max: 1_000 },
            }),
          ]
        : []),
      ...shown.words,
    ],
  });
}

export function extendView(t: Texts, about: About): Form {
  return extendForm.draw({
    ...frame(t, t('movements.extend.title'), t('common.save')),
    state: { movement: about.movement.id },
    items: [
      head(t, about),
      extendForm.field('until', { label: t('movements.extend.until'), input: { type: 'date' } }),
      extendForm.field('decision', { label: t('movements.extend.decision'), input: { type: 'text', max: 200 } }),
    ],
  });
}

export function endView(t: Texts, about: About, today: string): Form {
  return endForm.draw({
    ...frame(t, t('movements.end.title'), t('common.save')),
    state: { movement: about.movement.id },
    items: [
      head(t, about),
      endForm.field('ending', {
        label: t('movements.end.ending'),
        input: {
          type: 'radio',
          options: endings.map((value) => ({ value, label: t(`movements.endings.${value}`) })),
          initial: 'returned',
        },
      }),
      endForm.field('on', { label: t('movements.end.on'), input: { type: 'date', initial: today } }),
      endForm.field('decision', { label: t('movements.extend.decision'), input: { type: 'text', max: 200 } }),
    ],
  });
}

export function withdrawView(t: Texts, about: About): Form {
  const isSuggested = about.movement.state === 'suggested';
  return withdrawForm.draw({
    ...frame(t, t(isSuggested ? 'movements.withdraw.titleSuggested' : 'movements.withdraw.title'), t('common.save')),
    state: { movement: about.movement.id },
    items: [
      head(t, about),
      withdrawForm.field('reason', {
        ...{ label: t('movements.withdraw.reason'), hint: t('movements.withdraw.hint') },
        input: { type: 'text', multiline: true, max: 1_000 },
      }),
    ],
  });
}

function frame(t: Texts, title: string, submit: string) {
  return { title, submit, cancel: t('common.cancel') };
}

function head(t: Texts, { movement, names }: About): Block {
  return { kind: 'text', text: titleOf(t, movement, names) };
}

function stanceFields(t: Texts, form: typeof hearForm | typeof ownForm): readonly Field[] {
  return [
    form.field('stance', {
      label: t('movements.hear.stance'),
      input: {
        type: 'radio',
        options: opinionStances.map((value) => ({ value, label: t(`movements.stances.${value}`) })),
        initial: 'agree',
      },
    }),
    form.field('text', {
      ...{ label: t('movements.hear.text'), hint: t('movements.hear.textHint'), optional: true },
      input: { type: 'text', multiline: true, max: 1_000 },
    }),
  ];
}
