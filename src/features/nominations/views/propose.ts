/** The form that puts a name forward: redrawn with what the rules say as soon as person and position are chosen. */

import { z } from 'zod';
import { defineForm, type Form, type Option, type RawValues } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { viaKinds } from '../../../kernel/act.ts';
import { titled } from '../../classification/views/marks.ts';
import type { Structure } from '../../eligibility/rules/structure.ts';
import type { RuleSet, Verdict } from '../../eligibility/types.ts';
import { verdictBlocks } from '../../eligibility/views.ts';
import type { Person } from '../../people/types.ts';
import { describePerson } from '../../people/views/register.ts';
import type { Plan } from '../../plans/types.ts';
import type { Nomination, NominationState, UndoTarget } from '../types.ts';
import * as buttons from './buttons.ts';
import { structureBlocks } from './structure.ts';

const sources = ['inside', 'outside', 'superior'] as const;
const text = z.string().nullish();

export const proposeForm = defineForm({
  id: 'nominations.propose',
  /** `people`: a typed name fitted these, and whoever typed it says who is meant. Empty: searched in the register. */
  state: z.object({ committee: z.string(), plan: z.string(), people: z.array(z.string()).max(10) }),
  values: z.object({
    position: z.string().nullable(),
    person: z.string().nullable(),
    source: z.enum(sources).nullish(),
    reasons: text,
    onBehalfOf: text,
    via: z.enum(viaKinds).nullish(),
    reference: z.string().max(200).nullish(),
    dated: z.iso.date().nullish(),
  }),
});

export interface ProposeDrawing {
  readonly plan: Plan;
  /** What the acting person's proposal becomes. */
  readonly state: NominationState;
  /** The rule set lets people put themselves forward. */
  readonly maySelf: boolean;
  /** Whether it is asked where the person comes from. */
  readonly asksOrigin: boolean;
  /** Members to enter a name for; empty where the actor may not. */
  readonly members: readonly { readonly person: string; readonly fullName: string }[];
  readonly people: readonly Person[];
  readonly chosen: { readonly position: string | null; readonly person: Person | null };
  readonly check: { readonly verdicts: readonly Verdict[]; readonly ruleSet: RuleSet } | null;
  /** With the person who is chosen; null: nobody is yet, or not for this reader. */
  readonly structure: Structure | null;
  /** A sentence above the form: what has to be chosen still. */
  readonly said: string | null;
  readonly typed: RawValues;
  readonly requestId?: string;
}

export function proposeView(t: Texts, drawing: ProposeDrawing): Form {
  const { plan, people, chosen, check, typed, members } = drawing;
  const initial = (name: string) => (typeof typed[name] === 'string' ? { initial: typed[name] as string } : {});
  const own = chosen.person ? personOption(t, chosen.person) : null;
  return proposeForm.draw({
    title: t('nominations.propose.title'),
    submit: t('nominations.propose.submit'),
    cancel: t('common.cancel'),
    state: { committee: plan.committee, plan: plan.id, people: people.map(({ id }) => id) },
    ...(drawing.requestId ? { requestId: drawing.requestId } : {}),
    items: [
      { kind: 'text', text: t.rich('nominations.propose.intro', { plan: titled(t, plan) }) },
      ...(drawing.said ? [{ kind: 'text', text: [drawing.said] } as const] : []),
      ...(drawing.maySelf
        ? [
            {
              kind: 'buttons',
              buttons: [
                buttons.selfButton.draw(t('nominations.self.button'), { committee: plan.committee, plan: plan.id }),
              ],
            } as const,
          ]
        : []),
      proposeForm.field('position', {
        label: t('nominations.propose.position'),
        live: true,
        input: {
          type: 'select',
          options: plan.positions.map((position) => ({ value: position.id, label: position.title })),
          ...(chosen.position ? { initial: chosen.position } : {}),
        },
      }),
      proposeForm.field('person', {
        label: t(people.length > 0 ? 'nominations.propose.whoIsMeant' : 'nominations.propose.person'),
        ...(people.length > 0 ? {} : { hint: t('nominations.propose.personHint') }),
        live: true,
        input:
          people.length > 0
            ? {
                type: 'radio',
                options: people.map((person) => personOption(t, person)),
                ...(own ? { initial: own.value } : {}),
              }
            : { type: 'search', minChars: 1, ...(own ? { initial: own } : {}) },
      }),
      ...(check ? verdictBlocks(t, check.verdicts, check.ruleSet) : []),
      ...(check && drawing.structure ? structureBlocks(t, drawing.structure) : []),
      proposeForm.field('reasons', {
        label: t('nominations.propose.reasons'),
        hint: t('nominations.propose.reasonsHint'),
        optional: drawing.state !== 'suggested',
        input: { type: 'text', multiline: true, max: 3000, ...initial('reasons') },
      }),
      ...(drawing.asksOrigin
        ? [
            proposeForm.field('source', {
              label: t('nominations.propose.source'),
              optional: true,
              input: {
                type: 'select',
                options: sources.map((source) => ({ value: source, label: t.label('nominations.sources', source) })),
                initial: typeof typed.source === 'string' ? typed.source : 'inside',
              },
            }),
          ]
        : []),
      ...(members.length > 0 ? behalfFields(t, members, initial) : []),
      ...(drawing.state === 'suggested'
        ? [{ kind: 'note', text: [t('nominations.propose.suggestion')] } as const]
        : []),
    ],
  });
}

/** Name with birth month and post, so that two of one name are told apart. */
export function personOption(t: Texts, person: Person): Option {
  const note = describePerson(t, person);
  return { value: person.id, label: person.fullName, ...(note ? { note } : {}) };
}

export interface ProposedShown {
  readonly plan: Plan;
  readonly nomination: Pick<Nomination, 'id'>;
  readonly state: NominationState;
  readonly name: string;
  readonly position: string;
  readonly check: { readonly verdicts: readonly Verdict[]; readonly ruleSet: RuleSet };
  readonly isOutside: boolean;
  readonly asked: { readonly inChat: boolean } | null;
  /** Null: not for this reader, or not yet on the list. */
  readonly structure: Structure | null;
  /** The reader keeps the list, so it is they who ask a nominee outside the chat. */
  readonly keepsList: boolean;
  readonly names: ToldNames;
  readonly batch: string | null;
}

export function proposedMessage(t: Texts, shown: ProposedShown): Message {
  const { plan, name, position, check } = shown;
  const id = { committee: plan.committee, nomination: shown.nomination.id };
  const done = shown.state === 'listed' ? 'nominations.propose.listed' : 'nominations.propose.suggested';
  return {
    summary: t('nominations.propose.summary'),
    blocks: [
      { kind: 'text', text: t.rich(done, { name, position }) },
      ...(shown.isOutside ? [] : verdictBlocks(t, check.verdicts, check.ruleSet)),
      ...(shown.structure ? structureBlocks(t, shown.structure) : []),
      ...askedBlocks(t, shown),
      ...toldBlocks(
        t,
        { ...id, version: 1, batch: shown.batch ?? '', to: 'gone' },
        shown.isOutside ? null : shown.names,
      ),
      {
        kind: 'buttons',
        buttons: [
          buttons.proposeButton.draw(t('nominations.propose.buttonAnother'), {
            committee: plan.committee,
            plan: plan.id,
          }),
          ...(shown.isOutside ? [] : [buttons.openButton.draw(t('nominations.list.buttonOpen'), id)]),
        ],
      },
    ],
  };
}

/** After putting oneself forward: no verdicts but those that refuse, and the way to one's own nomination. */
export function ownProposedMessage(
  t: Texts,
  at: { readonly committee: string },
  shown: Pick<ProposedShown, 'state' | 'batch'> & {
    readonly nomination: string;
    readonly check: { readonly position: { readonly title: string } };
  },
): Message {
  const done = shown.state === 'listed' ? 'nominations.self.done' : 'nominations.self.suggested';
  const { committee } = at;
  const undo = { committee, nomination: shown.nomination, version: 1, batch: shown.batch ?? '', to: 'gone' } as const;
  return {
    summary: t('nominations.own.summary'),
    blocks: [
      { kind: 'text', text: t.rich(done, { position: shown.check.position.title }) },
      ...toldBlocks(t, undo, null),
      { kind: 'buttons', buttons: [buttons.ownButton.draw(t('nominations.own.button'), { committee })] },
      { kind: 'note', text: [t('nominations.own.confidential')] },
    ],
  };
}

/** What happens to the nominee now, where the rule set asks them. */
function askedBlocks(t: Texts, { asked, keepsList }: ProposedShown): readonly Block[] {
  if (!asked) return [];
  if (asked.inChat) return [{ kind: 'note', text: [t('nominations.consent.asking')] }];
  return [{ kind: 'note', text: [t(`nominations.consent.${keepsList ? 'askYourself' : 'askingByHand'}`)] }];
}

export interface ToldNames {
  readonly told: readonly string[];
  /** Not to be reached in chat. */
  readonly toTell: readonly string[];
}

/** Who will be told, and the minute in which that can be taken back. `names` null: they are not the reader's to know. */
export function toldBlocks(
  t: Texts,
  undo: { committee: string; nomination: string; version: number; batch: string | null; to: UndoTarget },
  names: ToldNames | null,
): readonly Block[] {
  const { batch, version, ...rest } = undo;
  if (batch === null) return [];
  return [
    ...toldNotes(t, names),
    {
      kind: 'buttons',
      buttons: [buttons.undoButton.draw(t('common.undo'), { ...rest, version: String(version), batch })],
    },
  ];
}

export function toldNotes(t: Texts, names: ToldNames | null): readonly Block[] {
  const { told = [], toTell = [] } = names ?? {};
  return [
    ...(told.length > 0
      ? [{ kind: 'note', text: [t('nominations.propose.told', { names: t.list(told) })] } as const]
      : []),
    ...(toTell.length > 0
      ? [{ kind: 'note', text: [t('nominations.propose.toTell', { names: t.list(toTell) })] } as const]
      : []),
  ];
}

/** What was typed on a line, given back so that nothing is lost. */
export function notFoundMessage(t: Texts, said: string, typedLine: string): Message {
  return {
    summary: said,
    blocks: [
      { kind: 'text', text: [said] },
      { kind: 'note', text: [t('nominations.propose.youTyped')] },
      { kind: 'copy', text: typedLine },
    ],
  };
}

function behalfFields(t: Texts, members: ProposeDrawing['members'], initial: (name: string) => { initial?: string }) {
  return [
    proposeForm.field('onBehalfOf', {
      label: t('nominations.propose.onBehalfOf'),
      hint: t('nominations.propose.onBehalfOfHint'),
      optional: true,
      input: {
        type: 'select',
        options: members.slice(0, 100).map(({ person, fullName }) => ({ value: person, label: fullName })),
        ...initial('onBehalfOf'),
      },
    }),
    proposeForm.field('via', {
      label: t('nominations.propose.via'),
      optional: true,
      input: {
        type: 'select',
        options: viaKinds.map((kind) => ({ value: kind, label: t.label('common.via', kind) })),
        ...initial('via'),
      },
    }),
    proposeForm.field('reference', {
      label: t('nominations.propose.reference'),
      optional: true,
      input: { type: 'text', max: 200, ...initial('reference') },
    }),
    proposeForm.field('dated', {
      label: t('nominations.propose.dated'),
      optional: true,
      input: { type: 'date', ...initial('dated') },
    }),
  ];
}
