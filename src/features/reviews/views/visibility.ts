/** Who reads what of a round: its fields in the opening form, its words to reviewers before they write, the others' comments. */
import { z } from 'zod';
import type { Field } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { Plan } from '../../plans/types.ts';
import { usualVisibility } from '../rules/rule-set.ts';
import { othersComments, type Round, reviewerNames, type Visibility } from '../types/nouns.ts';
import type { Others, OthersComment, Overview } from '../types/seen.ts';
import { wordBlocks } from './answer.ts';
import { othersButton } from './buttons.ts';
import { commentPages, onlyPart } from './comment-pages.ts';
import { nomineeName } from './nominees.ts';

type OfRound = Pick<Round, 'visibility'>;

export const visibilityValues = {
  others: z.enum(othersComments).nullish(),
  names: z.enum(reviewerNames).nullish(),
  toClerk: z.array(z.string()).nullish(),
};

/** Drawn as is usual under the rule set of the first plan: they stand in one form for all plans. */
export function visibilityFields(
  t: Texts,
  plans: readonly Plan[],
): readonly (Omit<Field, 'kind' | 'name'> & { name: keyof typeof visibilityValues })[] {
  const [plan] = plans;
  const usual = usualVisibility({ ruleSet: { key: plan?.ruleSet ?? 'general', version: plan?.ruleSetVersion ?? 1 } });
  return [
    {
      name: 'others',
      label: t('visibility.others'),
      input: {
        type: 'select',
        options: othersComments.map((value) => ({ value, label: t.label('visibility.othersChoices', value) })),
        initial: usual.others,
      },
    },
    {
      name: 'names',
      label: t('visibility.names'),
      hint: t('visibility.namesHint'),
      input: {
        type: 'select',
        options: reviewerNames.map((value) => ({ value, label: t.label('visibility.namesChoices', value) })),
        initial: usual.names,
      },
    },
    {
      name: 'toClerk',
      label: t('visibility.chairOnly'),
      optional: true,
      input: {
        type: 'checkboxes',
        options: [{ value: 'yes', label: t('visibility.toClerk') }],
        initial: usual.chairOnlyToClerk ? ['yes'] : [],
      },
    },
  ];
}

/** Nothing when the form did not ask: then it is as is usual. */
export function visibilityIn(values: {
  others?: Visibility['others'] | null | undefined;
  names?: Visibility['names'] | null | undefined;
  toClerk?: readonly string[] | null | undefined;
}): { visibility?: Visibility } {
  const { others, names, toClerk } = values;
  if (!others || !names) return {};
  return { visibility: { others, names, chairOnlyToClerk: toClerk?.includes('yes') ?? false } };
}

export function visibilityFacts(t: Texts, { visibility }: OfRound): readonly (readonly [string, Rich])[] {
  return [
    [t('visibility.others'), [t.label('visibility.othersChoices', visibility.others)]],
    [t('visibility.names'), [t.label('visibility.namesChoices', visibility.names)]],
  ];
}

/** Said before somebody writes. */
export function whoReads(t: Texts, { visibility }: OfRound): string {
  return [
    t.label('visibility.heads', visibility.names === 'never' ? 'withoutName' : 'withName'),
    t.label('visibility.reviewers', visibility.others),
    ...(visibility.others === 'never' ? [] : [t.label('visibility.yourName', visibility.names)]),
  ].join(' ');
}

export function chairOnlyHint(t: Texts, { visibility }: OfRound): string {
  return t(visibility.chairOnlyToClerk ? 'visibility.chairAndClerk' : 'visibility.chairAlone');
}

export function othersLabel(t: Texts, { news }: Pick<Overview, 'news'>): string {
  return news > 0 ? t('visibility.readNew', { count: news }) : t('visibility.read');
}

export function othersMessage(t: Texts, { round, nominees }: Others, wanted: number): Message {
  const all = nominees.flatMap(({ entry, comments }) => comments.map((comment) => ({ entry, comment })));
  const pages = commentPages(all);
  const number = Math.min(Math.max(1, wanted), pages.length);
  const here = pages[number - 1] ?? [];
  const turn = (to: number, label: string) => othersButton.draw(label, { round: round.id, page: String(to) });
  const turns = [
    ...(number > 1 ? [turn(number - 1, t('common.previousPage'))] : []),
    ...(number < pages.length ? [turn(number + 1, t('common.nextPage'))] : []),
  ];
  return {
    summary: t('visibility.summary'),
    blocks: [
      { kind: 'heading', text: t('visibility.title') },
      ...(all.length === 0 ? ([{ kind: 'text', text: [t('visibility.none')] }] as const) : []),
      ...here.flatMap(({ entry, comment, part }, index): readonly Block[] => [
        ...(here[index - 1]?.entry === entry
          ? []
          : ([{ kind: 'text', text: [{ bold: nomineeName(t, entry) }, ` · ${entry.positionTitle}`] }] as const)),
        ...(here[index - 1]?.comment === comment ? [] : ([{ kind: 'text', text: sourceLine(t, comment) }] as const)),
        ...wordBlocks(t, round.list, onlyPart(comment, part)),
      ]),
      ...(turns.length > 0 ? ([{ kind: 'buttons', buttons: turns }] as const) : []),
      { kind: 'note', text: [t.label('visibility.othersChoices', round.visibility.others), '. ', t('common.onlyYou')] },
    ],
  };
}

function sourceLine(t: Texts, { name, stance, isNew }: OthersComment): Rich {
  const who = name ?? t('visibility.somebody');
  const said = `${who}, ${t.label('reviews.stances', stance)}:`;
  return isNew ? [{ bold: t('visibility.new') }, ` · ${said}`] : [said];
}
