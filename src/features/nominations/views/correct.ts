/** The form that corrects an entry: another position is first shown with what the rules say and what rests on the entry. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { RuleSet, Verdict } from '../../eligibility/types.ts';
import { verdictBlocks } from '../../eligibility/views.ts';
import { type Dependent, nominationSources } from '../types.ts';
import { type FormAbout, intro, ofVersion, stateOf, toldNotes } from './change.ts';

export const correctForm = defineForm({
  id: 'nominations.correct',
  /** shown: the other position whose consequences the form has shown already; empty: none. */
  state: ofVersion.extend({ shown: z.string() }),
  values: z.object({
    reasons: z.string().nullish(),
    source: z.enum(nominationSources).nullish(),
    position: z.string().nullish(),
    rank: z
      .string()
      .regex(/^\d{1,4}$/)
      .nullish(),
    why: z.string().nullish(),
  }),
});

/** What putting the name at another position would mean. */
export interface Move {
  readonly position: string;
  readonly title: string;
  readonly verdicts: readonly Verdict[];
  readonly ruleSet: RuleSet;
  readonly isConsentAsked: boolean;
  readonly dependents: readonly Dependent[];
}

export interface CorrectAbout extends FormAbout {
  readonly positions: readonly { readonly id: string; readonly title: string }[];
  readonly move: Move | null;
  /** What was typed so far, when the form is redrawn. */
  readonly typed?: { readonly requestId: string | null; readonly values: Readonly<Record<string, unknown>> };
}

export function correctView(t: Texts, about: CorrectAbout): Form {
  const { nomination, positions, move, typed } = about;
  const said = (name: string, known: string | null) => {
    const value = typed ? typed.values[name] : known;
    return typeof value === 'string' && value !== '' ? { initial: value } : {};
  };
  const rank = typed ? typed.values.rank : nomination.rank;
  return correctForm.draw({
    title: t('nominations.correct.title'),
    submit: t('nominations.correct.submit'),
    cancel: t('common.cancel'),
    state: { ...stateOf(about), shown: move?.position ?? '' },
    ...(typed?.requestId ? { requestId: typed.requestId } : {}),
    items: [
      intro(t, about),
      { kind: 'note', text: [t('nominations.correct.intro')] },
      ...(positions.length > 1
        ? [
            correctForm.field('position', {
              label: t('nominations.correct.position'),
              hint: t('nominations.correct.positionHint'),
              live: true,
              input: {
                type: 'select',
                options: positions.map(({ id, title }) => ({ value: id, label: title })),
                ...said('position', nomination.position),
              },
            }),
          ]
        : []),
      ...(move ? moveBlocks(t, move) : []),
      correctForm.field('reasons', {
        label: t('nominations.propose.reasons'),
        optional: true,
        input: { type: 'text', multiline: true, max: 3000, ...said('reasons', nomination.reasons) },
      }),
      ...(about.asked.origins
        ? [
            correctForm.field('source', {
              label: t('nominations.propose.source'),
              input: {
                type: 'select',
                options: nominationSources.map((source) => ({
                  value: source,
                  label: t.label('nominations.sources', source),
                })),
                ...said('source', nomination.source),
              },
            }),
          ]
        : []),
      correctForm.field('rank', {
        label: t('nominations.correct.rank'),
        hint: t(about.asked.partyPosts ? 'nominations.correct.rankHint' : 'nominations.correct.rankHintElsewhere'),
        optional: true,
        input: {
          type: 'number',
          min: 1,
          max: 9999,
          ...(rank === null || rank === undefined || rank === '' ? {} : { initial: Number(rank) }),
        },
      }),
      correctForm.field('why', {
        label: t('nominations.correct.why'),
        input: { type: 'text', multiline: true, max: 3000, ...said('why', null) },
      }),
      ...toldNotes(t, about),
    ],
  });
}

function moveBlocks(t: Texts, move: Move): readonly Block[] {
  const { dependents } = move;
  return [
    { kind: 'text', text: t.rich('nominations.correct.checked', { position: move.title }) },
    ...verdictBlocks(t, move.verdicts, move.ruleSet),
    ...(dependents.length > 0
      ? [
          { kind: 'text', text: [{ bold: t('nominations.correct.rests') }] } as const,
          { kind: 'list', items: dependents.map((one) => dependentLine(t, one)) } as const,
        ]
      : [{ kind: 'text', text: [t('nominations.correct.restsNothing')] } as const]),
    ...(move.isConsentAsked ? [note(t('nominations.correct.consentAgain'))] : []),
    note(t('nominations.correct.next')),
  ];
}

function dependentLine(t: Texts, dependent: Dependent): Rich {
  const { number } = dependent;
  switch (dependent.kind) {
    case 'list':
      return [t('nominations.correct.list', { number, at: t.moment(dependent.at) })];
    case 'round':
      return dependent.until
        ? t.rich('nominations.correct.round', { number, until: t.when(dependent.until) })
        : [t('nominations.correct.roundOpen', { number })];
    case 'conference':
      return t.rich('nominations.correct.conference', { number, at: t.when(dependent.at) });
  }
}

function note(text: string): Block {
  return { kind: 'note', text: [text] };
}
