/** The reminder rules: in sentences for everybody, as a form for the committee secretary, with what they make of a date. */
import { z } from 'zod';
import { defineButton, defineForm, type Field, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Committee } from '../../committees/types.ts';
import { enteredFrom, hoursText } from '../rules/check-rules.ts';
import type { EnteredRules, ReminderRules, RulesOutlook, RulesSeen, RulesTried, Rung } from '../types/ladder.ts';
import { titleText } from './list.ts';

const ofCommittee = z.object({ committee: z.string() });

export const changeRulesButton = defineButton('deadlines.change-rules', ofCommittee);
export const usualRulesButton = defineButton('deadlines.usual-rules', ofCommittee);

export const rulesForm = defineForm({
  id: 'deadlines.rules',
  state: z.object({ committee: z.string(), version: z.number() }),
  values: z.object({
    hours: z.string(),
    digestAt: z.string().nullable(),
    digestDays: z.string().nullable(),
    digestFromHours: z.string().nullable(),
    kinds: z.array(z.string()).nullable(),
    hoursBefore: z.string().nullable(),
    conferenceHours: z.string().nullable(),
    perDay: z.string().nullable(),
    askAgain: z.string().nullable(),
    tellClerk: z.string().nullable(),
    tellChair: z.string().nullable(),
  }),
});

export function rulesMessage(t: Texts, look: RulesSeen): Message {
  const { committee, rules } = look;
  const id = { committee: committee.id };
  return {
    summary: t('deadlines.rules.title'),
    about: committee,
    blocks: [
      { kind: 'heading', text: t('deadlines.rules.title') },
      { kind: 'list', items: ruleLines(t, rules).map((line) => [line]) },
      {
        kind: 'note',
        text: [
          t(look.isUsual ? 'deadlines.rules.isUsual' : 'deadlines.rules.isOwn', { profile: profileOf(t, committee) }),
        ],
      },
      ...outlookBlocks(t, look.outlook),
      ...(look.mayChange
        ? [
            {
              kind: 'buttons',
              buttons: [
                changeRulesButton.draw(t('deadlines.rules.buttonChange'), id),
                ...(look.isUsual ? [] : [usualRulesButton.draw(t('deadlines.rules.buttonUsual'), id)]),
              ],
            } as const,
          ]
        : []),
    ],
  };
}

/** Each rule as a sentence with its numbers. */
function ruleLines(t: Texts, rules: ReminderRules): readonly string[] {
  const days = t.list(rules.digestDaysBefore.map(String));
  const listed = rules.digestDaysBefore.length === 0 ? 'none' : rules.firstNotice ? 'firstAndDays' : 'days';
  const list = rules.firstNotice && listed === 'none' ? 'first' : listed;
  const single = whichSingle(rules.dayBefore, rules.singleHoursBefore);
  const conference = whichSingle(rules.conferenceDayBefore, rules.conferenceHoursBefore);
  const { askAgainAfterDays: again, tellClerkAfterDays: clerk, tellChairAfterDays: chair } = rules;
  return [
    t('deadlines.rules.hours', { hours: hoursText(rules.workingHours) }),
    t(`deadlines.rules.list.${list}`, { at: rules.digestAt, days, hours: rules.digestFromHours }),
    t(`deadlines.rules.single.${single}`, { count: rules.singleHoursBefore ?? 0 }),
    t(`deadlines.rules.conference.${conference}`, { count: rules.conferenceHoursBefore ?? 0 }),
    t('deadlines.rules.perDay', { count: rules.singlesPerDay }),
    ...(again === null ? [t('deadlines.rules.notAgain')] : [t('deadlines.rules.again', { count: again })]),
    t('deadlines.rules.clerk', { count: clerk }),
    ...(chair === null ? [t('deadlines.rules.noChair')] : [t('deadlines.rules.chair', { count: chair })]),
  ];
}

function whichSingle(dayBefore: boolean, hours: number | null): 'both' | 'day' | 'hours' | 'none' {
  if (dayBefore) return hours === null ? 'day' : 'both';
  return hours === null ? 'none' : 'hours';
}

/** "With these rules the next date gives these reminders." */
function outlookBlocks(t: Texts, outlook: RulesOutlook): readonly Block[] {
  const { deadline, dueAt, rungs } = outlook;
  const values = { date: t.moment(dueAt), title: deadline ? titleText(t, deadline, outlook.title) : '' };
  return [
    { kind: 'text', text: t.rich(deadline ? 'deadlines.rules.outlook' : 'deadlines.rules.outlookSample', values) },
    rungs.length > 0
      ? {
          kind: 'list',
          items: rungs.map((rung) => t.rich(`deadlines.rules.to.${reader(rung)}`, { at: t.moment(rung.at) })),
        }
      : { kind: 'text', text: [t('deadlines.rules.outlookNone')] },
  ];
}

function reader({ mode }: Rung): 'list' | 'single' | 'clerk' | 'chair' {
  return mode === 'digest' ? 'list' : mode;
}

/** Before the first change: the rules as they stand. */
export function presentRulesView(t: Texts, { committee, rules, outlook }: RulesSeen): Form {
  return rulesView(t, committee, enteredFrom(rules), { outlook });
}

/** With what has been entered, and what it means. */
export function rulesView(
  t: Texts,
  committee: Committee,
  entered: EnteredRules,
  meaning: RulesTried,
  requestId?: string,
): Form {
  const text = (name: TextField, more: { optional?: boolean } = {}): Field =>
    rulesForm.field(name, {
      label: t(`deadlines.rules.field.${name}`),
      hint: t(`deadlines.rules.hint.${name}`),
      live: true,
      ...more,
      input: { type: 'text', max: 60, ...(entered[name] ? { initial: entered[name] } : {}) },
    });
  const number = (name: NumberField, min: number, max: number, isOptional = false): Field =>
    rulesForm.field(name, {
      label: t(`deadlines.rules.field.${name}`),
      ...(isOptional ? { optional: true, hint: t('deadlines.rules.hint.empty') } : {}),
      live: true,
      input: { type: 'number', min, max, ...initialNumber(entered[name]) },
    });
  return rulesForm.draw({
    title: t('deadlines.rules.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee: committee.id, version: committee.version },
    ...(requestId ? { requestId } : {}),
    items: [
      text('hours'),
      rulesForm.field('digestAt', {
        label: t('deadlines.rules.field.digestAt'),
        live: true,
        input: { type: 'time', ...(entered.digestAt ? { initial: entered.digestAt } : {}) },
      }),
      rulesForm.field('kinds', {
        label: t('deadlines.rules.field.kinds'),
        optional: true,
        live: true,
        input: {
          type: 'checkboxes',
          options: ruleKinds.map((kind) => ({ value: kind, label: t(`deadlines.rules.kind.${kind}`) })),
          initial: entered.kinds,
        },
      }),
      text('digestDays', { optional: true }),
      number('digestFromHours', 0, 168),
      number('hoursBefore', 1, 24, true),
      number('conferenceHours', 1, 24, true),
      number('perDay', 1, 10),
      number('askAgain', 1, 10, true),
      number('tellClerk', 1, 20),
      number('tellChair', 2, 30, true),
      { kind: 'divider' },
      ...('outlook' in meaning
        ? outlookBlocks(t, meaning.outlook)
        : meaning.problems.map((problem) => ({ kind: 'text', text: [t.refusal(problem)] }) as const)),
    ],
  });
}

type TextField = 'hours' | 'digestDays';
type NumberField =
  | 'digestFromHours'
  | 'hoursBefore'
  | 'conferenceHours'
  | 'perDay'
  | 'askAgain'
  | 'tellClerk'
  | 'tellChair';

const ruleKinds = ['first-notice', 'day-before', 'conference-day-before'] as const;

function initialNumber(text: string | null): { readonly initial?: number } {
  return text !== null && /^\d{1,3}$/u.test(text.trim()) ? { initial: Number(text) } : {};
}

function profileOf(t: Texts, { profile }: Committee): string {
  return t.label('committees.profiles', profile);
}
