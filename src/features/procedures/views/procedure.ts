/** The steps of a plan: which has ended and how, which is next and what it needs, and the button that begins it. */

import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { clauseOf } from '../../ballots/rules/clause.ts';
import type { BallotRound } from '../../ballots/types/round.ts';
import type { VoteRule } from '../../ballots/types/vote-rule.ts';
import { previewButton, seeButton } from '../../ballots/views/buttons.ts';
import { stateText } from '../../ballots/views/messages.ts';
import { askedText, clauseText } from '../../ballots/views/ruling.ts';
import { ruleText } from '../../ballots/views/words.ts';
import { titled } from '../../classification/views/marks.ts';
import { titleText, whenText } from '../../conferences/views/parts.ts';
import { ruleSetByKey } from '../../eligibility/rules/rule-set-for.ts';
import { cite, committeeOwn } from '../../eligibility/rules/verdict.ts';
import type { Plan } from '../../plans/types.ts';
import { planButton, proposeButton } from '../../plans/views/buttons.ts';
import { openFormButton } from '../../reviews/views/buttons.ts';
import type { EnteredStep, PlanProcedure } from '../types/current.ts';
import { ownParts } from '../types/own-rule.ts';
import type { Procedure, ProcedureStep, StepState } from '../types/procedure.ts';
import * as buttons from './buttons.ts';

export interface StepShown {
  readonly step: ProcedureStep;
  readonly state: StepState;
  readonly rule: VoteRule | null;
  /** The newest first. */
  readonly rounds: readonly { readonly round: BallotRound }[];
  readonly entered: EnteredStep | null;
}

export interface ProcedureShown {
  readonly plan: Plan;
  readonly current: PlanProcedure | null;
  readonly offered: readonly Procedure[];
  readonly steps: readonly StepShown[];
  readonly standings: readonly unknown[];
  readonly conferences: ReadonlyMap<string, Parameters<typeof titleText>[1] & Parameters<typeof whenText>[1] & At>;
  readonly may: { readonly run: boolean; readonly edit: boolean };
}

interface At {
  readonly place: string;
}

export function procedureMessage(t: Texts, shown: ProcedureShown, said: readonly Block[] = []): Message {
  const { plan, current, steps } = shown;
  return {
    summary: t('procedures.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: titled(t, plan) },
      ...(current ? headBlocks(t, current.procedure, steps) : [noneBlock(t, shown)]),
      ...steps.flatMap((step, index) => stepBlocks(t, shown, step, index)),
      { kind: 'buttons', buttons: menu(t, shown) },
      ...(current ? [{ kind: 'note', text: [sourceText(t, current.procedure)] } as const] : []),
    ],
  };
}

function noneBlock(t: Texts, { may, offered }: ProcedureShown): Block {
  if (offered.length === 0) return { kind: 'text', text: [t('procedures.notOffered')] };
  return { kind: 'text', text: [t(may.edit ? 'procedures.none' : 'procedures.noneMember')] };
}

function headBlocks(t: Texts, procedure: Procedure, steps: readonly StepShown[]): readonly Block[] {
  const next = steps.findIndex(({ state }) => state !== 'done');
  const title = procedure.title[t.locale];
  const said =
    next < 0
      ? t.rich('procedures.allDone', { title, count: steps.length })
      : t.rich('procedures.where', { title, number: next + 1, count: steps.length });
  return [{ kind: 'text', text: said }];
}

function stepBlocks(t: Texts, shown: ProcedureShown, one: StepShown, index: number): readonly Block[] {
  const { step, state, rule, entered } = one;
  const text: Rich = [
    { bold: t('procedures.stepTitle', { number: index + 1, title: step.title[t.locale] }) },
    `\n${t(`procedures.bodies.${step.body}`)} · ${t(`procedures.states.${state}`)}`,
  ];
  const isOpen = state !== 'done' && state !== 'later';
  return [
    { kind: 'row', text, buttons: stepButtons(t, shown, one) },
    ...(isOpen && step.skipsOutsiders ? [{ kind: 'note', text: [t('procedures.skipsOutsiders')] } as const] : []),
    ...whereBlocks(t, shown, one),
    ...(entered ? enteredBlocks(t, entered) : []),
    ...(isOpen && rule ? ruleBlocks(t, rule) : []),
  ];
}

/** Where the newest vote of the step is held, and when. */
function whereBlocks(t: Texts, { conferences }: ProcedureShown, { rounds }: StepShown): readonly Block[] {
  const round = rounds[0]?.round;
  if (!round) return [];
  const revision = round.conference === null ? undefined : conferences.get(round.conference);
  const where = revision
    ? t('procedures.inConference', {
        title: titleText(t, revision),
        when: whenText(t, revision),
        place: revision.place,
      })
    : t(round.place === 'room' ? 'procedures.inRoom' : 'procedures.inChat');
  return [{ kind: 'note', text: [`${where} ${stateText(t, round)}`] }];
}

function enteredBlocks(t: Texts, { heldOn, via, reference, isPassed, note }: EnteredStep): readonly Block[] {
  const how = t(`common.via.${via}`);
  const number = reference ? t('procedures.entered.number', { reference }) : '';
  const outcome =
    isPassed === null ? '' : ` ${t(isPassed ? 'procedures.entered.passed' : 'procedures.entered.notPassed')}`;
  return [
    { kind: 'note', text: [`${t('procedures.entered.line', { date: t.date(heldOn), how, number })}${outcome}`] },
    ...(note ? [{ kind: 'quote', text: note } as const] : []),
  ];
}

/** By which rule, and what it needs, with its source and how sure that is. */
export function ruleBlocks(t: Texts, rule: VoteRule): readonly Block[] {
  return [
    {
      kind: 'facts',
      rows: [
        [t('procedures.rule'), [ruleText(t, rule)]],
        [t('procedures.quorum'), [quorumText(t, rule)]],
        [t('procedures.needed'), [neededText(t, rule)]],
      ],
    },
    ...ownParts.flatMap((part): readonly Block[] => {
      const { reference, note } = rule[part].source;
      if (reference !== committeeOwn.key) return [];
      const facts = { part: t(`procedures.own.parts.${part}`), reason: note?.[t.locale] ?? '' };
      return [{ kind: 'note', text: [t('procedures.own.changed', facts)] }];
    }),
    { kind: 'note', text: [clauseText(t, { clause: clauseOf(rule) })] },
  ];
}

export function quorumText(t: Texts, { quorum }: Pick<VoteRule, 'quorum'>): string {
  const asked = quorum.value;
  if (asked.kind === 'none') return t('rulings.card.noQuorumRule');
  if (asked.kind === 'count') return t('procedures.people', { count: asked.atLeast });
  return askedText(t, { ...asked, ...asked.base });
}

export function neededText(t: Texts, { threshold }: Pick<VoteRule, 'threshold'>): string {
  const asked = threshold.value;
  return asked ? askedText(t, { ...asked, ...asked.base }) : t('procedures.mostVotes');
}

function stepButtons(t: Texts, { plan, current, may }: ProcedureShown, one: StepShown): readonly Button[] {
  const { step, state, rounds } = one;
  const [newest] = rounds;
  const see = newest ? [roundButton(t, newest.round)] : [];
  if (!current || plan.isClosed || state === 'later') return see;
  const at = { procedure: current.id, step: step.key };
  const enter =
    may.edit && rounds.length === 0
      ? [buttons.enterButton.draw(t(one.entered ? 'procedures.buttons.correct' : 'procedures.buttons.enter'), at)]
      : [];
  if (state === 'done') return [...see, ...enter];
  const begins = state === 'next' || state === 'failed' || state === 'sent-back';
  const vote =
    may.run && step.voteRule !== null && begins && !one.entered
      ? [buttons.voteButton.draw(t('procedures.buttons.vote'), at, { style: 'primary' })]
      : [];
  const own =
    may.edit && step.voteRule !== null && rounds.length === 0 && !one.entered
      ? [buttons.ownRuleButton.draw(t('procedures.buttons.own'), at)]
      : [];
  return [...see, ...vote, ...elsewhere(t, plan, step), ...enter, ...own];
}

/** What carries a step without a ballot: names put forward, a review round. */
function elsewhere(t: Texts, { committee, id }: Plan, { purpose }: ProcedureStep): readonly Button[] {
  if (purpose === 'nominate') return [proposeButton.draw(t('procedures.buttons.propose'), { committee, plan: id })];
  if (purpose === 'review') return [openFormButton.draw(t('procedures.buttons.review'), { committee })];
  return [];
}

function roundButton(t: Texts, { id, state }: BallotRound): Button {
  const isPrepared = state === 'prepared' || state === 'scheduled';
  return (isPrepared ? previewButton : seeButton).draw(t('procedures.buttons.see'), { round: id });
}

function menu(t: Texts, { plan, current, offered, steps, standings, may }: ProcedureShown): readonly Button[] {
  const id = { committee: plan.committee, plan: plan.id };
  const hasBegun = steps.some(({ state }) => state !== 'next' && state !== 'later');
  const isOver = steps.every(({ state }) => state === 'done');
  const mayChoose = may.edit && !plan.isClosed && offered.length > 0 && (!current || !hasBegun || isOver);
  return [
    ...(standings.length > 0
      ? [buttons.standingsButton.draw(t('procedures.buttons.standings'), { ...id, page: '1' })]
      : []),
    ...(mayChoose
      ? [buttons.chooseButton.draw(t('procedures.buttons.choose'), id, current ? {} : { style: 'primary' })]
      : []),
    planButton.draw(t('common.back'), id),
  ];
}

export function sourceText(t: Texts, { ruleSet, steps }: Procedure): string {
  const { title, article, note, confidence } = cite(ruleSetByKey(ruleSet.key, ruleSet.version), steps);
  const source = t('eligibility.source', {
    title: title[t.locale],
    article: article ? t('eligibility.article', { article }) : '',
    confidence: t(`eligibility.confidences.${confidence}`),
  });
  const said = t('procedures.source', { source });
  return note ? `${said} ${note[t.locale]}` : said;
}
