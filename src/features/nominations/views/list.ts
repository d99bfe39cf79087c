/** Candidates as people read them: by position in protocol order, a page of lines at a time, and as text to take away. */

import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import type { AskedData, KeptCheck, ProposingRule } from '../../eligibility/types.ts';
import { findingLine } from '../../eligibility/views.ts';
import { describePerson } from '../../people/views/register.ts';
import type { Plan } from '../../plans/types.ts';
import { newPlanButton, planButton } from '../../plans/views/buttons.ts';
import type { Candidate } from '../types.ts';
import * as buttons from './buttons.ts';

export const pageSize = 20;

export interface ListShown {
  readonly plan: Plan;
  readonly listed: readonly Candidate[];
  readonly suggested: readonly Candidate[];
  readonly may: { readonly enter: boolean };
  readonly rule: ProposingRule;
  readonly hindered: ReadonlyMap<string, readonly KeptCheck[]>;
  /** The reader has a nomination of their own, which is not on this list for them. */
  readonly hasOwn: boolean;
  readonly page: number;
}

export function candidatesMessage(t: Texts, shown: ListShown): Message {
  const { plan, listed, suggested } = shown;
  const pages = Math.max(1, Math.ceil(listed.length / pageSize));
  const page = Math.min(Math.max(1, shown.page), pages);
  const first = (page - 1) * pageSize;
  const onPage = listed.slice(first, first + pageSize);
  return {
    summary: t('nominations.list.summary'),
    blocks: [
      { kind: 'heading', text: t('nominations.list.title', { plan: titled(t, plan) }) },
      ...(listed.length === 0 ? [{ kind: 'text', text: [t('nominations.list.none')] } as const] : []),
      ...consentBlocks(t, shown),
      ...hinderedBlocks(t, shown),
      ...positionBlocks(t, shown, onPage),
      ...(page === 1 ? suggestionBlocks(t, plan.committee, suggested, shown.may.enter) : []),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...buttonsOf(t, plan, { page, pages, isEmpty: listed.length === 0 }),
          ...(shown.hasOwn ? [buttons.ownButton.draw(t('nominations.own.button'), { committee: plan.committee })] : []),
        ],
      },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** Asked once when the committee has several open plans. */
export function choosePlanMessage(
  t: Texts,
  committee: CommitteeId,
  plans: readonly Plan[],
  to: 'propose' | 'candidates',
  /** A typed line that fits several plans: given back, so that nothing is lost. */
  typed: string | null = null,
): Message {
  const button = (plan: Plan): Button => {
    const id = { committee, plan: plan.id };
    if (to === 'propose') return buttons.proposeButton.draw(t('plans.card.buttonPropose'), id);
    return buttons.candidatesButton.draw(t('nominations.list.buttonOpen'), { ...id, page: '1' });
  };
  return {
    summary: t('nominations.list.choose'),
    blocks: [
      { kind: 'text', text: [t('nominations.list.choose')] },
      ...plans.map((plan): Block => ({ kind: 'row', text: [{ bold: titled(t, plan) }], buttons: [button(plan)] })),
      ...(typed
        ? ([
            { kind: 'note', text: [t('nominations.propose.youTyped')] },
            { kind: 'copy', text: typed },
          ] as const)
        : []),
    ],
  };
}

/** For the committee secretary with the button to make one. */
export function noPlanMessage(t: Texts, committee: CommitteeId, mayEdit: boolean): Message {
  const text = t('nominations.list.noPlan');
  return {
    summary: text,
    blocks: [
      { kind: 'text', text: [text] },
      ...(mayEdit
        ? [
            {
              kind: 'buttons',
              buttons: [newPlanButton.draw(t('plans.list.buttonNew'), { committee }, { style: 'primary' })],
            } as const,
          ]
        : []),
    ],
  };
}

/** Rows of a spreadsheet with the columns of the field's own lists; they can be pasted back (features/imports). */
export function exportRows(
  t: Texts,
  listed: readonly (Candidate & { readonly sex: 'female' | 'male' | null })[],
  asked: AskedData,
): readonly (readonly string[])[] {
  const columns = [
    'number',
    'fullName',
    ...(asked.age ? (['bornMale', 'bornFemale'] as const) : []),
    'statePost',
    ...(asked.partyPosts ? (['partyPost'] as const) : []),
    'unit',
    'position',
  ] as const;
  return [
    columns.map((name) => t.label('nominations.out.headers', name)),
    ...listed.map((candidate, index) => {
      const born = candidate.birthMonth ? `${candidate.birthMonth.slice(5)}/${candidate.birthMonth.slice(0, 4)}` : '';
      const cells = {
        number: String(index + 1),
        fullName: candidate.fullName,
        bornMale: candidate.sex === 'female' ? '' : born,
        bornFemale: candidate.sex === 'female' ? born : '',
        statePost: candidate.statePost ?? '',
        partyPost: candidate.partyPost ?? '',
        unit: candidate.unit ?? '',
        position: candidate.positionTitle,
      };
      return columns.map((name) => cells[name]);
    }),
  ];
}

export function pasteText(t: Texts, plan: Plan, listed: readonly Candidate[]): string {
  const parts = positionsOf(plan, listed).flatMap((position) => {
    const here = listed.filter((candidate) => candidate.position === position.id);
    if (here.length === 0) return [];
    return [position.title, ...here.map((candidate, index) => `${index + 1}. ${plainLine(t, candidate)}`), ''];
  });
  return [titled(t, plan), '', ...parts].join('\n').trimEnd();
}

/** Long text in several blocks, cut between lines, because a chat shows no more at once. */
export function copyMessage(t: Texts, text: string, how: 'csv' | 'text'): Message {
  return {
    summary: t('nominations.out.summary'),
    blocks: [
      { kind: 'text', text: [t(`nominations.out.${how}`)] },
      ...chunks(text, 2500).map((part) => ({ kind: 'copy', text: part }) as const),
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

export function candidateLine(t: Texts, candidate: Candidate): Rich {
  const more = describePerson(t, candidate);
  return [{ bold: candidate.fullName }, ...(more ? [`, ${more}`] : [])];
}

function plainLine(t: Texts, candidate: Candidate): string {
  const more = describePerson(t, candidate);
  return more ? `${candidate.fullName}, ${more}` : candidate.fullName;
}

/** Who no longer qualifies: which rule, its numbers, and since when it is known. Nothing is removed by itself. */
function hinderedBlocks(t: Texts, { listed, hindered }: ListShown): readonly Block[] {
  const items = listed.flatMap((candidate) =>
    (hindered.get(candidate.nomination) ?? []).map(
      (finding): Rich => [
        { bold: candidate.fullName },
        ` (${candidate.positionTitle}): `,
        ...findingLine(t, finding),
        ` · ${t('nominations.recheck.since', { at: t.moment(finding.checkedAt) })}`,
      ],
    ),
  );
  if (items.length === 0) return [];
  return [
    { kind: 'text', text: [{ bold: t('nominations.recheck.title') }] },
    { kind: 'list', items: items.slice(0, pageSize) },
    { kind: 'note', text: [t('nominations.recheck.yours')] },
  ];
}

/** The plan's, then those that have ended meanwhile and for which somebody still stands. */
function positionsOf(plan: Plan, listed: readonly Candidate[]) {
  const titles = new Map(listed.map((candidate) => [candidate.position, candidate.positionTitle]));
  for (const { id } of plan.positions) titles.delete(id);
  const ended = [...titles].map(([id, title]) => ({ id, title, seats: null }));
  return [...plan.positions, ...ended];
}

/** How many have not said yet whether they stand, and what that means when a list is frozen. */
function consentBlocks(t: Texts, { listed, rule }: ListShown): readonly Block[] {
  if (rule.consent === 'not-asked' || listed.length === 0) return [];
  const count = listed.filter(({ consent }) => consent !== 'given').length;
  if (count === 0) return [];
  const note = t('nominations.consent.awaited', { count, all: listed.length });
  const silence = rule.consentSilence === 'not-a-candidate' ? ` ${t('nominations.consent.silence')}` : '';
  return [{ kind: 'note', text: [note + silence] }];
}

function positionBlocks(t: Texts, { plan, listed, rule }: ListShown, onPage: readonly Candidate[]): readonly Block[] {
  return positionsOf(plan, listed).flatMap((position): Block[] => {
    const all = listed.filter((candidate) => candidate.position === position.id);
    const here = onPage.filter((candidate) => candidate.position === position.id);
    if (listed.length > 0 && here.length === 0) return [];
    const heading = t.rich('nominations.list.position', {
      title: position.title,
      seats: position.seats === null ? t('nominations.list.ended') : t('plans.card.seats', { count: position.seats }),
      people: all.length === 0 ? t('nominations.list.nobodyHere') : t('nominations.list.people', { count: all.length }),
    });
    return [
      { kind: 'text', text: heading },
      ...here.map((candidate) => row(t, plan.committee, candidate, { number: all.indexOf(candidate) + 1, rule })),
    ];
  });
}

function suggestionBlocks(
  t: Texts,
  committee: CommitteeId,
  suggested: readonly Candidate[],
  screens: boolean,
): readonly Block[] {
  if (suggested.length === 0) return [];
  return [
    { kind: 'divider' },
    {
      kind: 'text',
      text: [{ bold: t(screens ? 'nominations.list.suggestions' : 'nominations.list.ownSuggestions') }],
    },
    ...suggested.slice(0, pageSize).map(
      (candidate): Block => ({
        kind: 'row',
        text: [...candidateLine(t, candidate), ` → ${candidate.positionTitle}`],
        buttons: [openOf(t, committee, candidate)],
      }),
    ),
  ];
}

function row(
  t: Texts,
  committee: CommitteeId,
  candidate: Candidate,
  { number, rule }: { number: number; rule: ProposingRule },
): Block {
  return {
    kind: 'row',
    text: [`${number}. `, ...candidateLine(t, candidate), ...standing(t, candidate, rule)],
    buttons: [openOf(t, committee, candidate)],
  };
}

/** What is known of consent and support, where the rule set has them. */
function standing(t: Texts, { consent }: Candidate, rule: ProposingRule): Rich {
  return rule.consent === 'not-asked' ? [] : [` · ${t(`nominations.consent.short.${consent}`)}`];
}

function openOf(t: Texts, committee: CommitteeId, candidate: Candidate): Button {
  return buttons.openButton.draw(t('nominations.list.buttonOpen'), { committee, nomination: candidate.nomination });
}

function buttonsOf(t: Texts, plan: Plan, at: { page: number; pages: number; isEmpty: boolean }): readonly Button[] {
  const id = { committee: plan.committee, plan: plan.id };
  const to = (page: number) => ({ ...id, page: String(page) });
  return [
    ...(at.page > 1 ? [buttons.candidatesButton.draw(t('common.previousPage'), to(at.page - 1))] : []),
    ...(at.page < at.pages ? [buttons.candidatesButton.draw(t('common.nextPage'), to(at.page + 1))] : []),
    ...(plan.isClosed || plan.positions.length === 0
      ? []
      : [buttons.proposeButton.draw(t('plans.card.buttonPropose'), id)]),
    ...(at.isEmpty
      ? []
      : [
          buttons.csvButton.draw(t('nominations.list.buttonCsv'), id),
          buttons.textButton.draw(t('nominations.list.buttonText'), id),
          buttons.sheetsButton.draw(t('sheets.button'), id),
        ]),
    planButton.draw(t('nominations.list.buttonPlan'), id),
  ];
}

function chunks(text: string, max: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const line of text.split('\n')) {
    if (part !== '' && part.length + line.length + 1 > max) {
      parts.push(part);
      part = '';
    }
    part = part === '' ? line : `${part}\n${line}`;
  }
  return [...parts, part];
}
