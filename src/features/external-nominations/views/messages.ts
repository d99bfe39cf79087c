/** Nominations to outside bodies as they are read: the list, one of them with its contacts, and the duty to report. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { DutyViews } from '../../deadlines/views/duty.ts';
import type { Concern, ExternalNomination, ExternalNominationId, ReportRule } from '../types.ts';
import * as buttons from './buttons.ts';
import { concernBlocks, goOnButtons, isUndecided } from './concern.ts';

const linesOnPage = 12;
const contactsShown = 25;

export function listMessage(
  t: Texts,
  committee: CommitteeId,
  all: readonly ExternalNomination[],
  page: number,
  concerns: ReadonlyMap<ExternalNominationId, Concern>,
): Message {
  const pages = Math.max(1, Math.ceil(all.length / linesOnPage));
  const now = Math.min(Math.max(1, page), pages);
  const to = (number: number) => ({ committee, page: String(number) });
  return {
    summary: t('externalNominations.summary'),
    blocks: [
      { kind: 'heading', text: t('externalNominations.heading') },
      ...(all.length === 0 ? [{ kind: 'text', text: [t('externalNominations.none')] } as const] : []),
      ...all.slice((now - 1) * linesOnPage, now * linesOnPage).map(
        (one): Block => ({
          kind: 'row',
          text: [
            ...lineOf(t, one),
            ` · ${standing(t, one)}`,
            ...(isUndecided(one, concerns.get(one.id) ?? null) ? [` · ${t('externalNominations.undecided')}`] : []),
          ],
          buttons: [buttons.openButton.draw(t('externalNominations.buttons.open'), { nomination: one.id })],
        }),
      ),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page: now, pages })] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(now > 1 ? [buttons.listButton.draw(t('common.previousPage'), to(now - 1))] : []),
          ...(now < pages ? [buttons.listButton.draw(t('common.nextPage'), to(now + 1))] : []),
          buttons.prepareButton.draw(t('externalNominations.buttons.prepare'), { committee }, { style: 'primary' }),
        ],
      },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

export interface Shown {
  readonly nomination: ExternalNomination;
  readonly rule: ReportRule;
  readonly dueAt: Date | null;
  readonly mayKeep: boolean;
  readonly concern: Concern | null;
}

export function externalMessage(t: Texts, shown: Shown, said: readonly Block[] = []): Message {
  const { nomination: one, rule, dueAt, mayKeep, concern } = shown;
  const { contacts } = one;
  const fact = (key: 'term' | 'prepared' | 'responsible' | 'standing' | 'word' | 'due' | 'reported', value: Rich) =>
    [t(`externalNominations.facts.${key}`), value] as const;
  return {
    summary: t('externalNominations.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: t('externalNominations.one') },
      { kind: 'text', text: lineOf(t, one) },
      {
        kind: 'facts',
        rows: [
          fact('term', [one.term]),
          fact('prepared', [t.date(one.preparedOn)]),
          fact('responsible', [one.responsibleName]),
          fact('standing', [standing(t, one)]),
          ...(one.word ? [fact('word', [one.word])] : []),
          ...(dueAt ? [fact('due', [t.when(dueAt, 'date')])] : []),
          ...(one.reportedOn ? [fact('reported', [reportedWords(t, one)])] : []),
        ],
      },
      ...concernBlocks(t, one, concern),
      { kind: 'text', text: [{ bold: t('externalNominations.contacts') }] },
      contacts.length === 0
        ? { kind: 'text', text: [t('externalNominations.noContacts')] }
        : {
            kind: 'list',
            items: contacts.slice(-contactsShown).map(({ heldOn, withWhom, said: text }) => [
              t('externalNominations.contact', {
                date: t.shortDate(heldOn),
                with: withWhom,
                said: text.slice(0, 100),
              }),
            ]),
          },
      { kind: 'note', text: [ruleWords(t, rule)] },
      ...row([...goOnButtons(t, one, concern), ...deeds(t, one, mayKeep)]),
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** What the rules say of the report's date, and how sure that is. */
export function ruleWords(t: Texts, { days, confidence, source }: ReportRule): string {
  const facts = { source: source[t.locale], confidence: t.label('eligibility.confidences', confidence) };
  return days === null
    ? t('externalNominations.ruleNone', facts)
    : t('externalNominations.rule', { ...facts, count: days });
}

export const externalDutyViews: DutyViews = {
  'external-nominations.report': (t, { subject, facts }) => ({
    kind: 'row',
    text: [t('externalNominations.duty', { name: String(facts.name), body: String(facts.body) })],
    buttons: [buttons.openButton.draw(t('externalNominations.buttons.open'), { nomination: subject.id })],
  }),
};

function deeds(t: Texts, { id, state, reportedOn, committee }: ExternalNomination, mayKeep: boolean) {
  const data = { nomination: id };
  const hasResult = state === 'elected' || state === 'not-elected';
  const isOpen = state !== 'withdrawn' && reportedOn === null;
  return [
    ...(hasResult && isOpen
      ? [buttons.reportButton.draw(t('externalNominations.buttons.report'), data, { style: 'primary' })]
      : []),
    ...(mayKeep && state !== 'withdrawn'
      ? [buttons.contactButton.draw(t('externalNominations.buttons.contact'), data)]
      : []),
    ...(mayKeep && isOpen
      ? [buttons.outcomeButton.draw(t(`externalNominations.buttons.${hasResult ? 'correct' : 'outcome'}`), data)]
      : []),
    ...(mayKeep ? [buttons.listButton.draw(t('externalNominations.buttons.all'), { committee, page: '1' })] : []),
  ];
}

function lineOf(t: Texts, { fullName, position, body }: ExternalNomination): Rich {
  return t.rich('externalNominations.line', { name: fullName, position, body });
}

function standing(t: Texts, { state, resultOn, decision }: ExternalNomination): string {
  const words = t(`externalNominations.states.${state}`);
  if (resultOn === null) return words;
  const on = t.shortDate(resultOn);
  if (decision && state === 'withdrawn') return t('externalNominations.withdrawnBy', { words, on, letter: decision });
  return decision
    ? t('externalNominations.decided', { words, on, decision })
    : t('externalNominations.on', { words, on });
}

function reportedWords(t: Texts, { reportedOn, reportNumber }: ExternalNomination): string {
  const words = t.date(reportedOn ?? '');
  return reportNumber ? t('externalNominations.numbered', { words, number: reportNumber }) : words;
}

function row(list: readonly Button[]): readonly Block[] {
  return list.length > 0 ? [{ kind: 'buttons', buttons: list }] : [];
}
