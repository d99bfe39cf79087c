/** The structure of a plan: shares, age brackets and coverage, each with its numbers, its aim and what is missing. */

import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import type { Aim, Bracket, Structure } from '../../eligibility/rules/structure.ts';
import type { CitedSource } from '../../eligibility/types.ts';
import type { Plan } from '../../plans/types.ts';
import { candidatesButton, planButton } from '../../plans/views/buttons.ts';
import { readinessName } from '../../plans/views/readiness.ts';

const positionsShown = 20;

export function structureMessage(t: Texts, plan: Plan, structure: Structure): Message {
  const at = { committee: plan.committee, plan: plan.id };
  const wanting = structure.positions.filter(({ missing }) => missing > 0);
  return {
    summary: t('structure.summary'),
    blocks: [
      { kind: 'heading', text: t('structure.title') },
      { kind: 'text', text: t.rich('structure.intro', { plan: titled(t, plan), count: structure.people }) },
      ...structureBlocks(t, structure),
      ...(structure.brackets.length > 0 ? bracketBlocks(t, structure) : []),
      ...readinessBlocks(t, plan, structure),
      { kind: 'text', text: [{ bold: t('structure.coverage') }] },
      { kind: 'list', items: coverageLines(t, structure) },
      ...(wanting.length > 0
        ? [
            {
              kind: 'list',
              items: wanting.slice(0, positionsShown).map(
                (one): Rich => [
                  t('structure.wanting', {
                    title: one.title,
                    people: one.people,
                    seats: one.seats,
                    count: one.missing,
                  }),
                ],
              ),
            } as const,
          ]
        : []),
      ...(wanting.length > positionsShown
        ? [{ kind: 'note', text: [t('structure.more', { count: wanting.length - positionsShown })] } as const]
        : []),
      { kind: 'note', text: [t('structure.aimsOnly')] },
      {
        kind: 'buttons',
        buttons: [
          candidatesButton.draw(t('plans.card.buttonCandidates'), { ...at, page: '1' }),
          planButton.draw(t('common.back'), at),
        ],
      },
    ],
  };
}

/** The shares alone: what stands under a name that was just put forward. Nothing where the rule set has no aims. */
export function structureBlocks(t: Texts, { aims }: Structure): readonly Block[] {
  if (aims.length === 0) return [];
  return [
    { kind: 'text', text: [{ bold: t('structure.shares') }] },
    { kind: 'list', items: aims.map((aim) => aimLine(t, aim)) },
  ];
}

function aimLine(t: Texts, { aim, counted, unknown, of, percent, missing, underAge, source }: Aim): Rich {
  const name = t(`structure.aims.${aim}`, { age: underAge ?? 0 });
  const share = of === 0 ? 0 : counted / of;
  return [
    ...t.rich('structure.share', {
      name,
      counted: t.number(counted),
      of: t.number(of),
      share: t.share(share),
      percent: t.number(percent),
    }),
    ' ',
    missing === 0 ? t('structure.reached') : t('structure.missing', { count: missing }),
    ...(unknown > 0 ? [` ${t(`structure.unknown.${aim}`, { count: unknown })}`] : []),
    ' ',
    { italic: sourceText(t, source) },
  ];
}

function bracketBlocks(t: Texts, { brackets, withoutAge, bracketSource }: Structure): readonly Block[] {
  const unknown = withoutAge > 0 ? [t('structure.unknown.young', { count: withoutAge })] : [];
  return [
    { kind: 'text', text: [{ bold: t('structure.brackets') }] },
    {
      kind: 'list',
      items: brackets.map(
        (bracket): Rich => [t('structure.bracket', { age: ages(t, bracket), count: bracket.people })],
      ),
    },
    { kind: 'note', text: [[...unknown, ...(bracketSource ? [sourceText(t, bracketSource)] : [])].join(' ')] },
  ];
}

/** Those who stand in the plan by how near they are; nothing where nobody stands in it or the rule set knows no levels. */
function readinessBlocks(t: Texts, plan: Plan, { readiness, readinessSource }: Structure): readonly Block[] {
  if (!readinessSource || readiness.every(({ entries }) => entries === 0)) return [];
  const all = readiness.reduce((sum, { entries }) => sum + entries, 0);
  const unset = readiness.find(({ level }) => level === null)?.entries ?? 0;
  const levels = readiness.flatMap(({ level, entries }): Rich[] =>
    level === null || unset === all ? [] : [[`${readinessName(t, plan, level)}: ${t.number(entries)}`]],
  );
  return [
    { kind: 'text', text: [{ bold: t('structure.readiness') }] },
    ...(levels.length > 0 ? [{ kind: 'list', items: levels } as const] : []),
    ...(unset > 0
      ? [{ kind: 'text', text: [t('structure.notAssessed', { count: unset, of: t.number(all) })] } as const]
      : []),
    { kind: 'note', text: [sourceText(t, readinessSource)] },
  ];
}

function ages(t: Texts, { from, below }: Bracket): string {
  if (from === null) return t('structure.under', { age: below ?? 0 });
  return below === null ? t('structure.from', { age: from }) : t('structure.between', { from, to: below - 1 });
}

function coverageLines(t: Texts, { positions, covered, ratioPercent, leastSource }: Structure): readonly Rich[] {
  const wanting = positions.filter(({ missing }) => missing > 0).length;
  return [
    [t('structure.covered', { covered, count: positions.length })],
    ...(ratioPercent === null ? [] : [[t('structure.ratio', { percent: ratioPercent })]]),
    ...(leastSource && wanting > 0
      ? [[`${t('structure.tooFew', { count: wanting })} `, { italic: sourceText(t, leastSource) }]]
      : []),
  ];
}

function sourceText(t: Texts, source: CitedSource): string {
  return t('structure.source', {
    title: source.title[t.locale],
    confidence: t.label('eligibility.confidences', source.confidence),
  });
}
