/** The forms and buttons about conflicts of interest: say it, enter it for somebody, dismiss, lift. They carry ids. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { viaKinds } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { conflictKinds } from '../../access/types.ts';
import type { Membership } from '../../committees/types.ts';
import { declarableKinds } from '../rules/conflicts.ts';

const ofCommittee = z.object({ committee: z.string() });
const ofConflict = z.object({ committee: z.string(), person: z.string(), nominee: z.string(), kind: z.string() });

export const conflictsButton = defineButton(
  'reviews.conflicts',
  z.object({ committee: z.string(), page: z.string().default('1') }),
);
export const declareButton = defineButton('reviews.declare-conflict', ofCommittee);
export const enterConflictButton = defineButton('reviews.enter-conflict', ofCommittee);
export const pinButton = defineButton('reviews.pin-conflict', ofConflict);
/** `person` and `nominee` are empty: all of the kind. */
export const dismissButton = defineButton('reviews.dismiss-conflict', ofConflict);
export const liftButton = defineButton(
  'reviews.lift-recusal',
  z.object({ committee: z.string(), person: z.string(), nominee: z.string() }),
);
export const takeOnButton = defineButton('reviews.take-on', z.object({ lead: z.string() }));
export const ledCasesButton = defineButton('reviews.led-cases', ofCommittee);

const said = { nominee: z.string().nullish(), fullName: z.string().nullish(), kind: z.enum(declarableKinds) };

export const declareForm = defineForm({
  id: 'reviews.declare-conflict',
  state: ofCommittee,
  values: z.object(said),
});

export const enterConflictForm = defineForm({
  id: 'reviews.enter-conflict',
  state: ofCommittee,
  values: z.object({
    person: z.string(),
    ...said,
    via: z.enum(viaKinds),
    reference: z.string().nullable(),
    dated: z.string().nullable(),
  }),
});

export const dismissForm = defineForm({
  id: 'reviews.dismiss-conflict',
  state: z.object({ committee: z.string(), person: z.string(), nominee: z.string(), kind: z.enum(conflictKinds) }),
  values: z.object({ reason: z.string().nullable() }),
});

export const liftForm = defineForm({
  id: 'reviews.lift-recusal',
  state: z.object({ committee: z.string(), person: z.string(), nominee: z.string() }),
  values: z.object({ reason: z.string().nullable() }),
});

export function declareView(t: Texts, committee: CommitteeId): Form {
  return declareForm.draw({
    title: t('conflicts.declare.title'),
    submit: t('conflicts.declare.submit'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [
      { kind: 'text', text: [t('conflicts.declare.intro')] },
      declareForm.field('nominee', {
        label: t('conflicts.declare.who'),
        optional: true,
        input: { type: 'search' },
      }),
      declareForm.field('fullName', {
        label: t('conflicts.declare.name'),
        hint: t('conflicts.declare.nameHint'),
        optional: true,
        input: { type: 'text', max: 200 },
      }),
      declareForm.field('kind', { label: t('conflicts.declare.kind'), input: kindInput(t) }),
    ],
  });
}

/** Everything but one's own click in chat. */
const enteredVia = viaKinds.filter((kind) => kind !== 'chat');

export function enterConflictView(t: Texts, committee: CommitteeId, members: readonly Membership[]): Form {
  const options = members.map(({ person, fullName }) => ({ value: person as string, label: fullName }));
  return enterConflictForm.draw({
    title: t('conflicts.enter.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [
      { kind: 'text', text: [t('conflicts.enter.intro')] },
      enterConflictForm.field('person', {
        label: t('conflicts.enter.member'),
        input: options.length > 100 ? { type: 'search' } : { type: 'select', options },
      }),
      enterConflictForm.field('nominee', {
        label: t('conflicts.declare.who'),
        optional: true,
        input: { type: 'search' },
      }),
      enterConflictForm.field('fullName', {
        label: t('conflicts.declare.name'),
        hint: t('conflicts.declare.nameHint'),
        optional: true,
        input: { type: 'text', max: 200 },
      }),
      enterConflictForm.field('kind', { label: t('conflicts.declare.kind'), input: kindInput(t) }),
      enterConflictForm.field('via', {
        label: t('reviews.record.via'),
        input: {
          type: 'radio',
          options: enteredVia.map((kind) => ({ value: kind, label: t.label('common.via', kind) })),
        },
      }),
      enterConflictForm.field('reference', {
        label: t('reviews.record.reference'),
        optional: true,
        input: { type: 'text', max: 200 },
      }),
      enterConflictForm.field('dated', { label: t('reviews.record.dated'), optional: true, input: { type: 'date' } }),
    ],
  });
}

/** `names`: of the one conflict; null: of all of a kind. */
export function dismissView(
  t: Texts,
  state: z.output<typeof dismissForm.state>,
  about: { readonly person: string; readonly nominee: string } | { readonly count: number },
): Form {
  const kind = t.label('conflicts.kinds', state.kind);
  const text =
    'count' in about
      ? t('conflicts.dismiss.all', { kind, count: about.count })
      : t('conflicts.dismiss.one', { ...about, kind });
  return dismissForm.draw({
    title: t('conflicts.dismiss.title'),
    submit: t('conflicts.dismiss.submit'),
    cancel: t('common.cancel'),
    state,
    items: [
      { kind: 'text', text: [text] },
      dismissForm.field('reason', {
        label: t('conflicts.reason'),
        input: { type: 'text', multiline: true, max: 500 },
      }),
    ],
  });
}

export function liftView(
  t: Texts,
  state: z.output<typeof liftForm.state>,
  about: { readonly person: string; readonly nominee: string },
): Form {
  return liftForm.draw({
    title: t('conflicts.lift.title'),
    submit: t('conflicts.lift.submit'),
    cancel: t('common.cancel'),
    state,
    items: [
      { kind: 'text', text: [t('conflicts.lift.text', about)] },
      liftForm.field('reason', { label: t('conflicts.reason'), input: { type: 'text', multiline: true, max: 500 } }),
    ],
  });
}

/** The kinds that a person can say, as options of a form. */
export function kindInput(t: Texts) {
  const options = declarableKinds.map((kind) => {
    const words = t.label('conflicts.kinds', kind);
    return { value: kind, label: words.charAt(0).toUpperCase() + words.slice(1) };
  });
  return { type: 'radio', options } as const;
}
