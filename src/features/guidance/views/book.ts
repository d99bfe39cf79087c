/** The rule book: every parameter of a rule set in words, with its source and how sure that is; two sets side by side. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { type Titled, titled } from '../../classification/views/marks.ts';
import { cite } from '../../eligibility/rules/verdict.ts';
import type { Parameters, RuleSet } from '../../eligibility/types.ts';
import { ruleSetLine } from '../../eligibility/views.ts';
import { type BookPart, bookParts, differences, parametersOf } from '../rules/book.ts';
import * as buttons from './buttons.ts';
import { nameInWords, valueInWords } from './words.ts';

export interface BookPlace {
  readonly committee: string;
  /** Empty: the committee's rules of today. */
  readonly plan: string;
  /** Empty: those of the plan. */
  readonly set: string;
}

export function bookMessage(
  t: Texts,
  shown: { at: BookPlace; ruleSet: RuleSet; part: BookPart; plan: Titled | null },
): Message {
  const { at, ruleSet, part, plan } = shown;
  const unsure = parametersOf(part).filter((name) =>
    ['partly', 'unconfirmed'].includes(ruleSet.parameters[name].confidence),
  ).length;
  return {
    summary: t('ruleBook.summary'),
    blocks: [
      { kind: 'heading', text: ruleSet.title[t.locale] },
      { kind: 'note', text: [ruleSetLine(t, ruleSet)] },
      ...(plan ? [{ kind: 'note', text: [t('ruleBook.ofPlan', { plan: titled(t, plan) })] } as const] : []),
      { kind: 'text', text: [{ bold: t(`ruleBook.parts.${part}`) }] },
      { kind: 'list', items: parametersOf(part).map((name) => parameterLine(t, name, ruleSet)) },
      ...(unsure > 0 ? [{ kind: 'note', text: [t('ruleBook.unsure', { count: unsure })] } as const] : []),
      { kind: 'buttons', buttons: partButtons(t, at, part) },
    ],
  };
}

/** From which of these the reader chooses one to hold beside it. */
export function othersMessage(t: Texts, at: BookPlace, ruleSet: RuleSet, others: readonly RuleSet[]): Message {
  return {
    summary: t('ruleBook.summary'),
    blocks: [
      { kind: 'heading', text: t('ruleBook.compare.title') },
      { kind: 'text', text: [t('ruleBook.compare.choose', { title: ruleSet.title[t.locale] })] },
      ...others.map(
        (other): Block => ({
          kind: 'row',
          text: [other.title[t.locale], `, ${periodOf(t, other)}`],
          buttons: [
            buttons.compareButton.draw(t('ruleBook.compare.button'), { ...at, with: keyOf(other) }),
            buttons.rulesButton.draw(t('ruleBook.compare.buttonRead'), {
              ...at,
              set: keyOf(other),
              part: 'planning',
            }),
          ],
        }),
      ),
      { kind: 'buttons', buttons: [back(t, at)] },
    ],
  };
}

/** What differs, both values in words; where only the source or its certainty differs, the names together. */
export function comparisonMessage(t: Texts, at: BookPlace, one: RuleSet, other: RuleSet): Message {
  const found = differences(one, other);
  const values = found.filter(({ isSourceOnly }) => !isSourceOnly);
  const sources = found.filter(({ isSourceOnly }) => isSourceOnly);
  return {
    summary: t('ruleBook.summary'),
    blocks: [
      { kind: 'heading', text: t('ruleBook.compare.title') },
      { kind: 'text', text: t.rich('ruleBook.compare.between', titles(t, one, other)) },
      ...(values.length === 0
        ? [{ kind: 'text', text: [t('ruleBook.compare.none')] } as const]
        : [{ kind: 'list', items: values.map(({ name }) => differenceLine(t, name, one, other)) } as const]),
      ...(sources.length === 0
        ? []
        : [
            {
              kind: 'note',
              text: [
                t('ruleBook.compare.sourceOnly', { list: t.list(sources.map(({ name }) => nameInWords(t, name))) }),
              ],
            } as const,
          ]),
      { kind: 'note', text: [t('ruleBook.compare.rest')] },
      {
        kind: 'buttons',
        buttons: [buttons.othersButton.draw(t('ruleBook.compare.buttonOther'), at), back(t, at)],
      },
    ],
  };
}

export function keyOf({ key, version }: Pick<RuleSet, 'key' | 'version'>): string {
  return `${key}.${version}`;
}

function parameterLine(t: Texts, name: keyof Parameters, ruleSet: RuleSet): Rich {
  const { note } = ruleSet.parameters[name].source;
  return [
    { bold: nameInWords(t, name) },
    `: ${valueInWords(t, name, ruleSet)}. `,
    { italic: sourceOf(t, name, ruleSet) },
    ...(note ? [` ${note[t.locale]}`] : []),
  ];
}

/** `sides`: what stands before each value; by default the time of each set, since their titles are long and stand above. */
export function differenceLine(
  t: Texts,
  name: keyof Parameters,
  one: RuleSet,
  other: RuleSet,
  sides: { readonly one: string; readonly other: string } = { one: periodOf(t, one), other: periodOf(t, other) },
): Rich {
  const side = (label: string, ruleSet: RuleSet): Rich => [
    `${label}: `,
    { bold: valueInWords(t, name, ruleSet) },
    ` · ${sourceOf(t, name, ruleSet)}`,
  ];
  return [`${nameInWords(t, name)}\n`, ...side(sides.one, one), '\n', ...side(sides.other, other)];
}

function sourceOf(t: Texts, name: keyof Parameters, ruleSet: RuleSet): string {
  const source = cite(ruleSet, ruleSet.parameters[name]);
  return t('eligibility.source', {
    title: source.title[t.locale],
    article: source.article ? t('eligibility.article', { article: source.article }) : '',
    confidence: t.label('eligibility.confidences', source.confidence),
  });
}

function periodOf(t: Texts, { validFrom, validTo }: RuleSet): string {
  const from = t.shortDate(validFrom);
  return validTo ? t('ruleBook.period', { from, to: t.shortDate(validTo) }) : t('ruleBook.periodOpen', { from });
}

function titles(t: Texts, one: RuleSet, other: RuleSet) {
  return {
    one: `${one.title[t.locale]} (${periodOf(t, one)})`,
    other: `${other.title[t.locale]} (${periodOf(t, other)})`,
  };
}

function partButtons(t: Texts, at: BookPlace, now: BookPart): readonly Button[] {
  return [
    ...bookParts
      .filter((part) => part !== now)
      .map((part) => buttons.rulesButton.draw(t(`ruleBook.parts.${part}`), { ...at, part })),
    buttons.othersButton.draw(t('ruleBook.compare.button'), at),
    ...(at.plan === ''
      ? [buttons.guidanceButton.draw(t('guidance.button'), { committee: at.committee })]
      : [buttons.planGuidanceButton.draw(t('planGuidance.button'), { committee: at.committee, plan: at.plan })]),
    buttons.citationsButton.draw(t('citations.button'), { committee: at.committee }),
  ];
}

function back(t: Texts, at: BookPlace): Button {
  return buttons.rulesButton.draw(t('common.back'), { ...at, part: 'planning' });
}
