/** The value of every parameter of a rule set in words. A new parameter needs its line here, in rules/book.ts, and in both languages. */
import type { TextKey, Texts } from '../../../i18n/texts.ts';
import type { Parameters, QuorumRule, RuleSet } from '../../eligibility/types.ts';

type Name = keyof Parameters;
type InWords = { readonly [Of in Name]: (t: Texts, value: Parameters[Of]['value'], ruleSet: RuleSet) => string };

const inWords: InWords = {
  maxPeoplePerPosition: limit('ruleBook.values.people'),
  maxPositionsPerPerson: limit('ruleBook.values.positions'),
  minPeoplePerPosition: (t, least) => (least === null ? none(t) : t('ruleBook.values.least', { count: least })),
  committeeRatioPercent: (t, { min, max }) =>
    min === null && max === null
      ? t('ruleBook.values.notSet')
      : [
          ...(min === null ? [] : [t('ruleBook.values.ratioMin', { percent: t.number(min) })]),
          ...(max === null ? [] : [t('ruleBook.values.ratioMax', { percent: t.number(max) })]),
        ].join(', '),
  targetYoung: (t, target) =>
    target === null ? none(t) : t('ruleBook.values.young', { percent: target.percent, age: target.underAge }),
  targetWomenPercent: (t, percent) => (percent === null ? none(t) : t('ruleBook.values.aim', { percent })),
  targetMinorityPercent: (t, percent) => (percent === null ? none(t) : t('ruleBook.values.aim', { percent })),
  ageBrackets: (t, brackets) =>
    brackets === null ? none(t) : t('ruleBook.values.brackets', { count: brackets.count, years: brackets.gapYears }),
  readinessLevels: (t, levels) =>
    levels.length === 0
      ? none(t)
      : levels.map(({ name, meaning }) => `${name[t.locale]} (${lowerFirst(meaning[t.locale])})`).join('; '),
  pool: (t, outside) => (outside === null ? none(t) : t(`ruleBook.values.pool.${outside}`)),
  onlyHigher: yesNo,
  forbidSameTimeAsAppointment: yesNo,
  membersMayBeNominees: yesNo,
  nextTermMonths: (t, months) => {
    if (months === null) return none(t);
    const required = t('ruleBook.values.months', { count: months.required });
    if (months.preferred === null) return required;
    return `${required}, ${t('ruleBook.values.better', { count: months.preferred })}`;
  },
  currentTermMonths: (t, months) =>
    months === null ? none(t) : t('ruleBook.values.months', { count: months.required }),
  ageReference: (t, reference) => t(`ruleBook.values.ageReference.${reference}`),
  retirement: (t, table) => (table === null ? none(t) : t(`ruleBook.values.retirement.${table}`)),
  discipline: (t, rule) => {
    if (rule === null) return none(t);
    const afterwards = Object.entries(rule.afterwards).map(([kind, level]) => measure(t, kind, level));
    const text = t('ruleBook.values.discipline', {
      during: t.label('eligibility.levels', rule.whileInEffect).toLowerCase(),
      afterwards: afterwards.join(', '),
    });
    return rule.removesFromPlan ? `${text}; ${t('ruleBook.values.removes')}` : text;
  },
  appointmentWaitMonths: (t, waits) =>
    waits === null
      ? none(t)
      : Object.entries(waits)
          .map(([kind, count]) => `${t.label('people.disciplines', kind)}: ${t('ruleBook.values.wait', { count })}`)
          .join(', '),
  proposing: (t, rule) =>
    [
      t(`ruleBook.values.proposing.${rule.who}`),
      ...(rule.mayProposeSelf ? [t('ruleBook.values.self')] : []),
      t(`ruleBook.values.consent.${rule.consent}`),
      t(rule.isNomineeTold ? 'ruleBook.values.told' : 'ruleBook.values.notTold'),
      t(rule.endorsements === null ? 'ruleBook.values.noEndorsements' : 'ruleBook.values.endorsements'),
    ].join('; '),
  stances: (t, stances) => stances.map((stance) => t(`ruleBook.values.stances.${stance}`)).join('; '),
  aspects: (t, aspects, { profile }) => {
    const family = profile === 'vn-party' || profile === 'vn-state' ? 'cadres' : 'elsewhere';
    return aspects.map((aspect) => t(`reviews.aspects.${family}.${aspect}`)).join('; ');
  },
  rsvpChoices: (t, choices) => choices.map((choice) => t(`conferences.answers.${choice}`)).join('; '),
  quorum: quorumWords,
  quorumOtherMatters: (t, rule) => (rule === null ? t('ruleBook.values.asQuorum') : quorumWords(t, rule)),
  secondCall: (t, call) =>
    call === null
      ? none(t)
      : t('ruleBook.values.secondCall', { count: call.afterMinutes, quorum: quorumWords(t, call.quorum) }),
  delegatesCount: yesNo,
  agenda: (t, { freeUntilDays, addUntilDays, consentBlock }) =>
    [
      freeUntilDays === null
        ? t('ruleBook.values.agendaFree')
        : t('ruleBook.values.agendaUntil', { free: freeUntilDays, add: addUntilDays ?? 0 }),
      t(consentBlock ? 'ruleBook.values.consentBlock' : 'ruleBook.values.noConsentBlock'),
    ].join('; '),
  datePoll: yesNo,
  surplusMaxPercent: (t, percent) => (percent === null ? none(t) : t('ruleBook.values.surplus', { percent })),
  ratingsShownYears: (t, count) => t('ruleBook.values.years', { count }),
  dossierPapers: (t, kinds) =>
    kinds.length === 0 ? none(t) : kinds.map((kind) => t(`dossiers.kinds.${kind}`)).join('; '),
  externalReportDays: (t, count) =>
    count === null ? t('ruleBook.values.notSet') : t('ruleBook.values.daysAfter', { count }),
  dossierCvMonths: (t, months) => (months === null ? none(t) : t('ruleBook.values.notOlder', { count: months })),
  minBallotsToPublish: (t, count) => t('ruleBook.values.papers', { count }),
  reviewVisibility: (t, { others, names }) =>
    t('ruleBook.values.visibility', {
      others: t(`ruleBook.values.others.${others}`),
      names: t(`ruleBook.values.names.${names}`),
    }),
  selfVote: (t, choice) => t(`ruleBook.values.selfVote.${choice}`),
  rotationMinMonths: (t, months) => (months === null ? none(t) : t('ruleBook.values.leastMonths', { count: months })),
  rotationMonthsLeft: (t, months) => (months === null ? none(t) : t('ruleBook.values.leastMonths', { count: months })),
  secondmentMaxMonths: (t, months) => (months === null ? none(t) : t('ruleBook.values.mostMonths', { count: months })),
  secondmentNursingMonths: (t, months) => (months === null ? none(t) : t('ruleBook.values.nursing', { count: months })),
  positionChangeMonths: (t, months) => (months === null ? none(t) : t('ruleBook.values.betweenMonths', months)),
  rotationMeetsPerson: yesNo,
  secondmentMeetsPerson: yesNo,
  transferMeetsPerson: yesNo,
  movementEndNoticeDays: (t, count) => t('ruleBook.values.daysBefore', { count }),
  refusedToldFirst: yesNo,
  answerLinkDays: (t, count) => t('ruleBook.values.days', { count }),
};

/** The parameter's value as people say it; null is said too: no rule, or not set. */
export function valueInWords(t: Texts, name: Name, ruleSet: RuleSet): string {
  const words = inWords[name] as (t: Texts, value: unknown, ruleSet: RuleSet) => string;
  return words(t, ruleSet.parameters[name].value, ruleSet);
}

export function nameInWords(t: Texts, name: Name): string {
  return t.label('ruleBook.parameters', name);
}

function quorumWords(t: Texts, rule: QuorumRule): string {
  const base = t(`conferences.quorum.bases.${rule.base}`);
  if (rule.kind === 'count') return t('conferences.quorum.count', { count: rule.atLeast, base });
  const { numerator, denominator } = rule;
  return t(`conferences.quorum.share-${rule.comparison}`, { numerator, denominator, base });
}

function limit(key: Extract<TextKey, 'ruleBook.values.people' | 'ruleBook.values.positions'>) {
  return (t: Texts, most: number | null): string => (most === null ? none(t) : t(key, { count: most }));
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function measure(t: Texts, kind: string, level: string): string {
  return `${t.label('people.disciplines', kind)}: ${t.label('eligibility.levels', level).toLowerCase()}`;
}

function yesNo(t: Texts, value: boolean): string {
  return t(value ? 'ruleBook.values.yes' : 'ruleBook.values.no');
}

function none(t: Texts): string {
  return t('ruleBook.values.none');
}
