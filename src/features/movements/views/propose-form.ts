/** The form that proposes a movement, and the same with what it says, to correct it. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { type Via, viaKinds } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { type Movement, type MovementForm, type MovementId, movementKinds } from '../types.ts';

const text = z.string().nullish();
const written = z.object({
  kind: z.enum(movementKinds),
  ...{ fromUnit: text, fromPost: text, toUnit: text, toPost: text, outside: z.array(z.string()).nullish() },
  ...{ startsOn: text, endsOn: text, inPostSince: text, reason: text, exception: text, proposedFor: text },
});

export const proposeForm = defineForm({
  id: 'movements.propose',
  state: z.object({ committee: z.string(), after: z.string().nullable() }),
  values: written.extend({ person: text, via: z.enum(viaKinds).nullish(), reference: text }),
});
export const correctForm = defineForm({
  id: 'movements.correct',
  state: z.object({ movement: z.string(), version: z.number() }),
  values: written.extend({ why: text }),
});

export function formIn(values: z.output<typeof written>): MovementForm {
  return {
    kind: values.kind,
    ...{ fromUnit: values.fromUnit ?? '', fromPost: values.fromPost ?? null },
    ...{ toUnit: values.toUnit ?? '', toPost: values.toPost ?? null },
    isOutside: (values.outside ?? []).includes('yes'),
    ...{ startsOn: values.startsOn ?? '', endsOn: values.endsOn ?? null, inPostSince: values.inPostSince ?? null },
    ...{ reason: values.reason ?? '', exception: values.exception ?? null, proposedFor: values.proposedFor ?? null },
  };
}

export function viaIn(values: Pick<z.output<typeof proposeForm.values>, 'via' | 'reference'>): Via | null {
  return values.via && values.via !== 'chat'
    ? { kind: values.via, reference: values.reference?.trim() || null, dated: null }
    : null;
}

export interface NextOf {
  readonly id: MovementId;
  readonly unit: string;
  readonly post: string;
}

/** Somebody for whom it is opened, and what for: both can be changed. */
export interface ProposedFor {
  readonly person: { readonly id: string; readonly fullName: string };
  readonly reason: string;
}

/** `mayManage`: it goes into the plan at once, and may have come from a unit on paper. */
export function proposeView(
  t: Texts,
  shown: {
    readonly committee: CommitteeId;
    readonly mayManage: boolean;
    readonly next: NextOf | null;
    readonly who?: ProposedFor | null;
  },
): Form {
  const { committee, mayManage, next, who = null } = shown;
  const chosen = who && { value: who.person.id, label: who.person.fullName.slice(0, 75) };
  const intro: Block[] = [
    { kind: 'text', text: [t(mayManage ? 'movements.form.intro' : 'movements.form.introMember')] },
    ...(next
      ? [{ kind: 'text', text: t.rich('movements.form.fills', { post: next.post, unit: next.unit }) } as const]
      : []),
  ];
  return proposeForm.draw({
    title: t('movements.form.title'),
    submit: t('movements.form.submit'),
    cancel: t('common.cancel'),
    state: { committee, after: next?.id ?? null },
    items: [
      ...intro,
      proposeForm.field('person', {
        label: t('movements.form.person'),
        input: { type: 'search', minChars: 1, ...(chosen ? { initial: chosen } : {}) },
      }),
      ...fields(t, { toUnit: next?.unit ?? '', toPost: next?.post ?? null, ...(who ? { reason: who.reason } : {}) }),
      ...(mayManage
        ? [
            proposeForm.field('via', {
              ...{ label: t('movements.form.via'), optional: true },
              input: {
                type: 'select',
                options: viaKinds
                  .filter((kind) => kind !== 'chat')
                  .map((value) => ({ value, label: t(`common.via.${value}`) })),
              },
            }),
            proposeForm.field('reference', {
              ...{ label: t('movements.form.reference'), optional: true, input: { type: 'text', max: 100 } },
            }),
          ]
        : []),
    ],
  });
}

export function correctView(t: Texts, movement: Movement): Form {
  return correctForm.draw({
    title: t('movements.form.correctTitle'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { movement: movement.id, version: movement.version },
    items: [
      ...fields(t, movement),
      correctForm.field('why', {
        ...{ label: t('movements.form.why'), hint: t('movements.form.whyHint'), input: { type: 'text', max: 1_000 } },
      }),
    ],
  });
}

function fields(t: Texts, initial: Partial<MovementForm>) {
  const line = (
    name: 'fromUnit' | 'fromPost' | 'toUnit' | 'toPost' | 'proposedFor',
    optional: boolean,
    hint?: string,
  ) => {
    const said = initial[name];
    return proposeForm.field(name, {
      ...{ label: t(`movements.form.${name}`), optional, ...(hint ? { hint } : {}) },
      input: { type: 'text', max: 200, ...(said ? { initial: said } : {}) },
    });
  };
  const day = (name: 'startsOn' | 'endsOn' | 'inPostSince', hint?: string) => {
    const said = initial[name];
    return proposeForm.field(name, {
      ...{ label: t(`movements.form.${name}`), optional: name !== 'startsOn', ...(hint ? { hint } : {}) },
      input: { type: 'date', ...(said ? { initial: said } : {}) },
    });
  };
  const long = (name: 'reason' | 'exception', optional: boolean, hint?: string) => {
    const said = initial[name];
    return proposeForm.field(name, {
      ...{ label: t(`movements.form.${name}`), optional, ...(hint ? { hint } : {}) },
      input: { type: 'text', multiline: true, max: 1_000, ...(said ? { initial: said } : {}) },
    });
  };
  const kinds = movementKinds.map((value) => ({ value, label: t(`movements.kinds.${value}`) }));
  const isOutside = [{ value: 'yes', label: t('movements.form.outsideYes') }];
  return [
    proposeForm.field('kind', {
      label: t('movements.form.kind'),
      input: { type: 'select', options: kinds, initial: initial.kind ?? 'rotation' },
    }),
    line('fromUnit', true, t('movements.form.fromHint')),
    line('fromPost', true),
    line('toUnit', false),
    line('toPost', true),
    proposeForm.field('outside', {
      ...{ label: t('movements.form.outside'), optional: true },
      input: { type: 'checkboxes', options: isOutside, ...(initial.isOutside ? { initial: ['yes'] } : {}) },
    }),
    day('startsOn'),
    day('endsOn', t('movements.form.endsOnHint')),
    day('inPostSince', t('movements.form.inPostSinceHint')),
    long('reason', false),
    long('exception', true, t('movements.form.exceptionHint')),
    line('proposedFor', true),
  ];
}
