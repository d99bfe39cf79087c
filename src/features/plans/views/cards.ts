/** Plans as people read them: the list, one plan with its structure and rules, and who stands in it. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import { byGivenName } from '../../../i18n/names.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import type { DueMoment } from '../../deadlines/types/dates.ts';
import type { RuleSet } from '../../eligibility/types.ts';
import { ruleSetLine } from '../../eligibility/views.ts';
import { rulesButton } from '../../guidance/views/buttons.ts';
import { registerButton } from '../../people/views/register.ts';
import { inReadinessOrder, readinessOf } from '../rules/readiness.ts';
import type { AppointedEntry, Plan, PlanEntry, Position } from '../types.ts';
import * as buttons from './buttons.ts';
import { readinessName } from './readiness.ts';

export function plansMessage(
  t: Texts,
  committee: CommitteeId,
  plans: readonly Plan[],
  may: { edit: boolean; seePeople: boolean },
): Message {
  return {
    summary: t('plans.list.summary'),
    blocks: [
      { kind: 'heading', text: t('plans.list.title') },
      ...(plans.length === 0
        ? [{ kind: 'text', text: [t(may.edit ? 'plans.list.none' : 'plans.list.noneMember')] } as const]
        : []),
      ...plans.map(
        (plan): Block => ({
          kind: 'row',
          text: planLine(t, plan),
          buttons: [buttons.planButton.draw(t('plans.list.buttonOpen'), { committee, plan: plan.id })],
        }),
      ),
      ...buttonRow([
        ...(may.edit
          ? [buttons.newPlanButton.draw(t('plans.list.buttonNew'), { committee }, { style: 'primary' })]
          : []),
        ...(may.seePeople ? [registerButton.draw(t('plans.list.buttonPeople'), { committee, page: '1' })] : []),
      ]),
    ],
  };
}

export interface PlanShown {
  readonly plan: Plan;
  readonly entries: readonly PlanEntry[];
  readonly ruleSet: RuleSet;
  /** The date for names; null: none is set. */
  readonly namesUntil: Date | null;
  readonly mayEdit: boolean;
  /** Whoever keeps the list sees who of the register qualifies, and who is made ready how. */
  readonly mayEnter: boolean;
}

export function planMessage(t: Texts, shown: PlanShown, said: readonly Block[] = []): Message {
  const { plan, entries, ruleSet, namesUntil } = shown;
  const none = plan.positions.length === 0;
  return {
    summary: t('plans.card.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: titled(t, plan) },
      {
        kind: 'facts',
        rows: [
          [t('plans.card.unit'), [plan.unit]],
          [t('plans.card.classification'), [t.label('classification.levels', plan.classification)]],
          [t('plans.card.track'), [t.label('plans.tracks', plan.track)]],
          [t('plans.card.term'), [t('plans.card.termValue', termOf(t, plan))]],
          ...(plan.congress ? [[t('plans.card.congress'), [t.month(plan.congress)]] as const] : []),
          [t('plans.card.names'), namesUntil ? [t.when(namesUntil)] : [t('plans.card.namesNone')]],
        ],
      },
      { kind: 'text', text: [{ bold: t('plans.card.positions') }] },
      none
        ? { kind: 'text', text: [t('plans.card.noPositions')] }
        : {
            kind: 'list',
            ordered: true,
            items: plan.positions.map((position) => positionLine(t, position, entries)),
          },
      ...(plan.isClosed ? [{ kind: 'note', text: [t('plans.card.closed')] } as const] : []),
      { kind: 'note', text: [ruleSetLine(t, ruleSet)] },
      ...deeds(t, shown),
    ],
  };
}

/** Where the date for names came to lie, and why it is not the day that was written. */
export function namesBlocks(t: Texts, due: DueMoment, dueAt: Date): readonly Block[] {
  const { moved } = due;
  return [
    { kind: 'text', text: t.rich('plans.names.done', { due: t.when(dueAt) }) },
    ...(moved ? [{ kind: 'note', text: [t('plans.names.moved', { from: t.date(moved.from) })] } as const] : []),
    { kind: 'note', text: [t('plans.names.later')] },
  ];
}

export const entriesPageSize = 20;

/** Who stands in the plan, by position; `names` are those whom the viewer may see. */
export function entriesMessage(
  t: Texts,
  shown: {
    plan: Plan;
    entries: readonly PlanEntry[];
    appointed: readonly AppointedEntry[];
    names: ReadonlyMap<string, string>;
    page: number;
    /** Whoever may change the plan sets how near people are. */
    mayEdit: boolean;
  },
  said: readonly Block[] = [],
): Message {
  const { plan, names, page } = shown;
  const order = new Map(plan.positions.map((position, index) => [position.id, index]));
  const groups = inReadinessOrder(plan, shown.entries);
  const byName = byGivenName(t.locale);
  const lines = shown.entries
    .filter((entry) => names.has(entry.person))
    .sort(
      (a, b) =>
        (order.get(a.position) ?? 0) - (order.get(b.position) ?? 0) ||
        groups.indexOf(a.readiness) - groups.indexOf(b.readiness) ||
        byName(names.get(a.person) ?? '', names.get(b.person) ?? ''),
    );
  const pages = Math.max(1, Math.ceil(lines.length / entriesPageSize));
  const onPage = lines.slice((page - 1) * entriesPageSize, page * entriesPageSize);
  const at = (to: number) => ({ committee: plan.committee, plan: plan.id, page: String(to) });
  return {
    summary: t('plans.card.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: t('plans.entries.title') },
      ...(lines.length === 0 ? [{ kind: 'text', text: [t('plans.entries.none')] } as const] : []),
      ...plan.positions.flatMap((position): Block[] => {
        const here = onPage.filter((entry) => entry.position === position.id);
        return inReadinessOrder(plan, here).flatMap((readiness): Block[] => {
          const items = here.filter((entry) => entry.readiness === readiness);
          const group = readiness === null ? '' : ` · ${readinessName(t, plan, readiness)}`;
          return [
            { kind: 'text', text: [{ bold: position.title }, group] },
            { kind: 'list', items: items.map((entry) => entryLine(t, entry, names.get(entry.person) ?? '')) },
          ];
        });
      }),
      ...(page === pages ? appointedBlocks(t, shown) : []),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      ...buttonRow([
        ...(page > 1 ? [buttons.entriesButton.draw(t('common.previousPage'), at(page - 1))] : []),
        ...(page < pages ? [buttons.entriesButton.draw(t('common.nextPage'), at(page + 1))] : []),
        ...(shown.mayEdit && lines.length > 0 && readinessOf(plan).value.length > 0
          ? [buttons.readinessButton.draw(t('readiness.button'), { committee: plan.committee, plan: plan.id })]
          : []),
        buttons.planButton.draw(t('common.back'), { committee: plan.committee, plan: plan.id }),
      ]),
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

const appointedShown = 30;

/** Who has left the plan for the post it was made for. */
function appointedBlocks(
  t: Texts,
  shown: { plan: Plan; appointed: readonly AppointedEntry[]; names: ReadonlyMap<string, string> },
): readonly Block[] {
  const byName = byGivenName(t.locale);
  const nameOf = ({ person }: AppointedEntry) => shown.names.get(person) ?? '';
  const inOrder = [...shown.appointed].sort((a, b) => b.leftOn.localeCompare(a.leftOn) || byName(nameOf(a), nameOf(b)));
  const items = inOrder.flatMap(({ person, position, leftOn, decisionOut: decision }): Rich[] => {
    const name = shown.names.get(person);
    const title = shown.plan.positions.find(({ id }) => id === position)?.title ?? t('common.unknown');
    const date = t.shortDate(leftOn);
    return name ? [[t('plans.entries.appointedLine', { name, position: title, decision, date })]] : [];
  });
  if (items.length === 0) return [];
  return [
    { kind: 'text', text: [{ bold: t('plans.entries.appointed') }] },
    { kind: 'list', items: items.slice(0, appointedShown) },
  ];
}

function planLine(t: Texts, plan: Plan): Rich {
  const line = t.rich('plans.list.entry', { title: titled(t, plan), ...termOf(t, plan), count: plan.positions.length });
  return plan.isClosed ? [...line, t('plans.list.closed')] : line;
}

function termOf(t: Texts, plan: Plan) {
  return { from: t.month(plan.termFrom), to: t.month(plan.termTo) };
}

function positionLine(t: Texts, position: Position, entries: readonly PlanEntry[]): Rich {
  const people = new Set(entries.filter((entry) => entry.position === position.id).map((entry) => entry.person)).size;
  return [
    ...t.rich('plans.card.position', {
      title: position.title,
      seats: t('plans.card.seats', { count: position.seats }),
      people: t.number(people),
    }),
    ...(position.level === null ? [] : [t('plans.card.positionLevel', { level: position.level })]),
    ...(position.isCommittee ? [t('plans.card.positionCommittee')] : []),
  ];
}

function entryLine(t: Texts, entry: PlanEntry, name: string): Rich {
  const more = [
    entry.enteredOn ? t('plans.entries.since', { date: t.shortDate(entry.enteredOn) }) : null,
    entry.decisionIn ? t('plans.entries.decision', { decision: entry.decisionIn }) : null,
  ].filter(Boolean);
  return [name, ...(more.length > 0 ? [`, ${more.join(', ')}`] : [])];
}

/** People and names first; then what is done with the whole plan; then what it is made of. */
function deeds(t: Texts, { plan, entries, mayEdit, mayEnter }: PlanShown): readonly Block[] {
  const { committee } = plan;
  const id = { committee, plan: plan.id };
  const isOpen = !plan.isClosed;
  const mayChange = mayEdit && isOpen;
  const canTakeNames = isOpen && plan.positions.length > 0;
  return [
    ...buttonRow([
      ...(canTakeNames ? [buttons.proposeButton.draw(t('plans.card.buttonPropose'), id, { style: 'primary' })] : []),
      buttons.candidatesButton.draw(t('plans.card.buttonCandidates'), { ...id, page: '1' }),
      buttons.entriesButton.draw(t('plans.card.buttonEntries'), { ...id, page: '1' }),
      buttons.structureButton.draw(t('structure.button'), id),
      buttons.sheetsButton.draw(t('sheets.button'), id),
    ]),
    { kind: 'note', text: [t('plans.card.doing')] },
    ...buttonRow([
      buttons.procedureButton.draw(t('plans.card.buttonProcedure'), id),
      ...(mayEnter && plan.positions.length > 0 ? [buttons.poolButton.draw(t('plans.card.buttonPool'), id)] : []),
      ...(mayChange && entries.length > 0
        ? [
            buttons.yearlyReviewButton.draw(t('plans.card.buttonYearlyReview'), id),
            buttons.watchButton.draw(t('plans.card.buttonWatch'), id),
          ]
        : []),
      ...(mayChange ? [buttons.dossiersButton.draw(t('dossiers.buttons.plan'), id)] : []),
      ...(mayEnter && entries.length > 0
        ? [buttons.developmentButton.draw(t('plans.card.buttonDevelopment'), id)]
        : []),
      ...(mayChange ? [buttons.submissionsButton.draw(t('plans.card.buttonSubmit'), { committee })] : []),
    ]),
    { kind: 'note', text: [t(mayChange ? 'plans.card.settingUp' : 'plans.card.reading')] },
    ...buttonRow([
      ...(mayChange
        ? [
            buttons.positionsButton.draw(t('plans.card.buttonPositions'), id),
            buttons.namesButton.draw(t('plans.card.buttonNames'), id),
            buttons.importEntriesButton.draw(t('plans.card.buttonImport'), id),
            buttons.classifyButton.draw(t('plans.card.classification'), id),
          ]
        : []),
      buttons.anotherDayButton.draw(t('asOf.button'), id),
      rulesButton.draw(t('plans.card.buttonRules'), { ...id, set: '', part: 'planning' }),
      buttons.plansButton.draw(t('plans.card.buttonAll'), { committee }),
    ]),
  ];
}

function buttonRow(list: readonly Button[]): readonly Block[] {
  return list.length > 0 ? [{ kind: 'buttons', buttons: list }] : [];
}
