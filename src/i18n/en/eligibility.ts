export const eligibility = {
  levels: {
    blocks: 'Not possible',
    'not-known': 'Not known',
    'before-appointment': 'To be met before appointment',
    note: 'Note',
    passes: 'In order',
  },
  confidences: {
    confirmed: 'source read',
    own: 'set by the committee',
    partly: 'source read in part',
    unconfirmed: 'source not confirmed',
  },
  rules: {
    'people-per-position': 'People for this position',
    'positions-per-person': 'Positions of this person',
    'age-next-term': 'Age for the next term',
    'age-current-term': 'Age for the present term',
    'only-higher': 'Only a higher position',
    discipline: 'Discipline',
    'appointment-wait': 'Waiting time before appointment',
    'same-time-as-appointment': 'Not together with an appointment',
    'own-committee': 'Not from this committee',
    pool: 'Pool of the plan',
    'committee-ratio': 'People for each seat',
  },
  retired_one:
    'born {{birthMonth}}, retirement age reached {{retirementMonth}}, {{count}} month before {{referenceMonth}}; at least {{requiredMonths}} months have to remain',
  retired_other:
    'born {{birthMonth}}, retirement age reached {{retirementMonth}}, {{count}} months before {{referenceMonth}}; at least {{requiredMonths}} months have to remain',
  numbers: {
    'people-per-position': '{{people}} with this person, at most {{max}}',
    'positions-per-person': '{{positions}} at this level with this one, at most {{max}}',
    'age-next-term':
      'born {{birthMonth}}, retires {{retirementMonth}}: {{remainingMonths}} months from {{referenceMonth}}, at least {{requiredMonths}}, better {{preferredMonths}}',
    'age-current-term':
      'born {{birthMonth}}, retires {{retirementMonth}}: {{remainingMonths}} months from {{referenceMonth}}, at least {{requiredMonths}}',
    'only-higher': 'present level {{presentLevel}}, level of the position {{positionLevel}}',
    discipline: '{{kind}}, decided {{decidedOn}}, in effect until {{effectUntil}}',
    'appointment-wait': '{{kind}} of {{decidedOn}}: {{waitMonths}} months, so not before {{mayBeAppointedFrom}}',
    'same-time-as-appointment': 'an appointment to this position is being proposed at the same time',
    'own-committee': 'members of the committee cannot be its nominees',
    pool: 'in the pool discussed on {{discussedOn}}, version {{version}}',
    'committee-ratio': '{{planned}} people for {{seats}} seats, {{ratioPercent}} %, at most {{maxPercent}} %',
  },
  notInPool: 'not in the pool discussed on {{discussedOn}}, version {{version}}',
  noMeasure: 'no measure in the register',
  leavesPlan: 'decided after the person entered the plan ({{plannedSince}})',
  missing: 'missing: {{list}}',
  missingFacts: {
    'birth-month': 'birth month',
    sex: 'sex',
    'term-start': 'start of the term',
    'present-level': 'level of the present post',
    'position-level': 'level of the position',
    disciplines: 'discipline',
    'decided-on': 'date of the decision',
    'effect-until': 'end of its effect',
    'ruling-on-measure': 'a ruling on this measure, which the rule does not mention',
  },
  unsure:
    'Not confirmed among the rules by which this is computed, also for those who meet them: {{list}}. Their values and sources stand under “Rules” on the plan.',
  sources: 'Source: {{list}}',
  source: '{{title}}{{article}} ({{confidence}})',
  article: ', Art. {{article}}',
  ruleSet: 'Rules: {{title}}, version {{version}}, in force from {{from}}{{to}}.',
  ruleSetUntil: ' until {{to}}',
  refusals: {
    'blocked-people-per-position':
      'Not entered: with this person the position would have {{people}} people, and at most {{max}} are allowed ({{source}}). Somebody has to be withdrawn first.',
    'blocked-positions-per-person':
      'Not entered: this person would stand for {{positions}} positions at this level, and at most {{max}} are allowed ({{source}}). One of them has to be withdrawn first.',
    'blocked-age-next-term':
      'Not entered: born {{birthMonth}}, retires {{retirementMonth}}. That is {{remainingMonths}} months from {{referenceMonth}}, and at least {{requiredMonths}} are needed ({{source}}). If the birth month is wrong, please correct it in the register.',
    'blocked-age-current-term':
      'Not entered: born {{birthMonth}}, retires {{retirementMonth}}. That is {{remainingMonths}} months from {{referenceMonth}}, and at least {{requiredMonths}} are needed ({{source}}). If the birth month is wrong, please correct it in the register.',
    'blocked-only-higher':
      'Not entered: the present post has level {{presentLevel}}, this position level {{positionLevel}}. A person is planned only for a higher one ({{source}}). If a level is wrong, please correct it in the register or in the plan.',
    'blocked-discipline':
      'Not entered: a disciplinary measure decided on {{decidedOn}} stands in the way; its effect ends on {{effectUntil}} ({{source}}). After that date the person may be considered; if this is wrong, please correct it in the register.',
    'blocked-same-time-as-appointment':
      'Not entered: an appointment to this position is being proposed at the same time ({{source}}). Please choose somebody else.',
    'blocked-pool':
      'Not entered: this person is not in the pool of the plan discussed on {{discussedOn}}, version {{version}}, and names come only from it ({{source}}). Please add the person to the next version of the pool first: /plan pool.',
    'blocked-own-committee':
      'Not entered: this person belongs to the committee, and its members cannot be its nominees ({{source}}). Please choose somebody else.',
  },
};
