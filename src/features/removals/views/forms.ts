/** The forms of a removal: bring one forward, close it with the decision, keep the person. */

import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { plain } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import { reasonSource } from '../../eligibility/rules/leaving.ts';
import type { RuleSet } from '../../eligibility/types.ts';
import type { Person } from '../../people/types.ts';
import {
  type Plan,
  type PlanEntry,
  type PlanUse,
  type Position,
  type RemovalReason,
  removalReasons,
} from '../../plans/types.ts';
import { reasonsFor } from '../rules/reasons.ts';
import type { RemovalSeen } from '../types.ts';
import { usesBlocks } from './messages.ts';
import { paperFields, paperValues } from './paper.ts';

const text = z.string().nullish();
const ofRemoval = z.object({ committee: z.string(), removal: z.string() });

export const proposeForm = defineForm({
  id: 'removals.propose',
  state: z.object({ committee: z.string(), plan: z.string() }),
  values: z.object({ entry: z.string(), reason: z.enum(removalReasons), note: text }),
});
export const removeForm = defineForm({
  id: 'removals.remove',
  state: ofRemoval,
  values: z.object(paperValues),
});
export const appointForm = defineForm({
  id: 'removals.appoint',
  state: z.object({ committee: z.string(), plan: z.string(), entry: z.string() }),
  values: z.object(paperValues),
});
export const keepForm = defineForm({ id: 'removals.keep', state: ofRemoval, values: z.object({ note: text }) });

export interface AppointmentShown {
  readonly plan: Plan;
  readonly entry: PlanEntry;
  readonly person: Person;
  readonly position: Position;
  readonly uses: readonly PlanUse[];
}

export function proposeView(t: Texts, plan: Plan, ruleSet: RuleSet): Form {
  return proposeForm.draw({
    title: t('removals.propose.title'),
    submit: t('removals.propose.submit'),
    cancel: t('common.cancel'),
    state: { committee: plan.committee, plan: plan.id },
    items: [
      proposeForm.field('entry', { label: t('removals.propose.entry'), input: { type: 'search', minChars: 0 } }),
      proposeForm.field('reason', {
        label: t('removals.propose.reason'),
        input: {
          type: 'select',
          options: reasonsFor(ruleSet.profile, removalReasons).map((value) => reasonOption(t, ruleSet, value)),
        },
      }),
      proposeForm.field('note', {
        label: t('removals.propose.note'),
        hint: t('removals.propose.noteHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: 3000 },
      }),
    ],
  });
}

/** What follows from it, to whom and in which words it is told, before it is done. */
export function removeView(
  t: Texts,
  seen: RemovalSeen,
  told: { readonly inChat: readonly string[]; readonly otherwise: readonly string[] },
): Form {
  const isAppointed = seen.removal.reason === 'appointed';
  const words = plain(t.rich(`removals.card.${isAppointed ? 'appointed' : 'removed'}`, { plan: titled(t, seen.plan) }));
  return removeForm.draw({
    title: t(isAppointed ? 'removals.appoint.title' : 'removals.one.buttonRemove'),
    submit: t('common.confirm'),
    cancel: t('common.cancel'),
    state: { committee: seen.committee, removal: seen.removal.id },
    items: [intro(t, seen), ...usesBlocks(t, seen.uses), ...paperFields(t, removeForm), ...toldNotes(t, told, words)],
  });
}

/** An appointment: the decision, what ends with the entry, and to whom it is told in which words. */
export function appointView(
  t: Texts,
  seen: AppointmentShown,
  told: { readonly inChat: readonly string[]; readonly otherwise: readonly string[] },
): Form {
  const { plan, entry, person, position, uses } = seen;
  return appointForm.draw({
    title: t('removals.appoint.title'),
    submit: t('common.confirm'),
    cancel: t('common.cancel'),
    state: { committee: plan.committee, plan: plan.id, entry: entry.id },
    items: [
      {
        kind: 'text',
        text: t.rich('removals.appoint.intro', {
          name: person.fullName,
          position: position.title,
          plan: titled(t, plan),
        }),
      },
      ...usesBlocks(t, uses),
      ...paperFields(t, appointForm),
      ...toldNotes(t, told, plain(t.rich('removals.card.appointed', { plan: titled(t, plan) }))),
    ],
  });
}

/** To whom it goes a minute later and in which words, and whom to tell in person. */
function toldNotes(
  t: Texts,
  told: { readonly inChat: readonly string[]; readonly otherwise: readonly string[] },
  words: string,
): readonly Block[] {
  return [
    ...(told.inChat.length > 0 ? [note(t('removals.one.told', { names: t.list(told.inChat), words }))] : []),
    ...(told.otherwise.length > 0 ? [note(t('removals.one.toTell', { names: t.list(told.otherwise) }))] : []),
  ];
}

export function keepView(t: Texts, seen: RemovalSeen): Form {
  return keepForm.draw({
    title: t('removals.one.buttonKeep'),
    submit: t('common.confirm'),
    cancel: t('common.cancel'),
    state: { committee: seen.committee, removal: seen.removal.id },
    items: [
      intro(t, seen),
      keepForm.field('note', {
        label: t('removals.keep.note'),
        hint: t('removals.keep.noteHint'),
        input: { type: 'text', multiline: true, max: 3000 },
      }),
    ],
  });
}

/** Where a reason was read stands beside it; the committee's own have no source. */
export function reasonOption(t: Texts, ruleSet: RuleSet, value: RemovalReason) {
  const source = reasonSource(ruleSet, value);
  const note = source ? { note: source[t.locale].slice(0, 75) } : {};
  return { value, label: t.label('plans.removalReasons', value), ...note };
}

function intro(t: Texts, { person, positionTitle, removal }: RemovalSeen): Block {
  const reason = t.label('plans.removalReasons', removal.reason);
  return {
    kind: 'text',
    text: t.rich('removals.one.intro', { name: person.fullName, position: positionTitle, reason }),
  };
}

function note(words: string): Block {
  return { kind: 'note', text: [words] };
}
