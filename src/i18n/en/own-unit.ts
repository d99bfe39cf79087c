export const ownUnit = {
  label: 'From elsewhere',
  button: 'Own unit',
  notAsked: 'the own unit is not asked yet',
  asked: 'own unit ({{unit}}) asked on {{date}}',
  letter: ', no. {{number}}',
  waiting: 'not answered yet',
  answered: 'answered on {{date}}: {{answer}}',
  answers: { agrees: 'agrees', reservations: 'agrees with reservations', disagrees: 'does not agree' },
  options: { agrees: 'Agrees', reservations: 'Agrees with reservations', disagrees: 'Does not agree' },
  byAddress: ' (answered at its address)',
  link: {
    button: 'Address for the own unit',
    summary: 'Address for the own unit to answer',
    made: 'With this address **{{unit}}** reads what it is asked about **{{name}}** and answers it once, until {{until}}. An earlier address no longer works.',
    keep: 'It is shown only now. Send it to the unit yourself, with the letter; whoever has it can answer.',
    noAddress:
      'This bot has no public address, so the unit cannot answer without an account. Please ask it by letter, and record its answer here with “Own unit”.',
  },
  page: {
    title: 'Opinion of the own unit',
    intro: '{{committee}} asks {{unit}} for its opinion on {{name}}, who is put forward for {{position}} ({{plan}}).',
    letter: 'Letter no. {{number}} of {{date}}',
    asked: 'Asked on {{date}}',
    forYou:
      'This address was given to {{unit}}. If you do not answer for it, please close this page and let the committee know.',
    answer: 'What does the unit say?',
    note: 'In your words (needed unless you simply agree)',
    reference: 'Number of your letter, if there is one',
  },
  card: 'In the plan **{{plan}}** the own unit of a name from elsewhere has answered at its address.',
  form: {
    title: 'Own unit',
    intro:
      '**{{name}}** is put forward for {{position}} from elsewhere. The own unit is asked by letter; please record the letter, and the answer when it has come. Once the letter is recorded, the unit can be given an address at which it answers itself.',
    unit: 'Unit that is asked',
    askedOn: 'Asked on',
    letter: 'Number of the letter',
    answer: 'Answer',
    answerHint: 'Leave it empty as long as the unit has not answered.',
    answeredOn: 'Answered on',
    reference: 'Number of the answer',
    note: 'What the unit says',
  },
  refusals: {
    'own-unit-not-asked-for':
      'Nothing was recorded: this is for names from elsewhere that stand on the list or wait for screening. If the person comes from elsewhere, please correct the origin first.',
    'own-unit-not-asked': 'No address was made: please record first, with “Own unit”, which unit was asked and when.',
    'own-unit-answered': 'No address was made: the unit has answered already. To correct its answer, use “Own unit”.',
    'own-unit-over':
      'Nothing is asked at this address any more: the unit has answered otherwise, another letter took its place, or the name is no longer put forward. Thank you.',
    'own-unit-answer-missing': 'Please choose what the unit says.',
    'own-unit-note-missing': 'Please write the reservations or the reason in your own words.',
    'own-unit-missing': 'Please write which unit is asked.',
    'own-unit-day-wrong': 'Please choose a day that is not still to come; the answer cannot be older than the letter.',
    'own-unit-answer-incomplete':
      'An answer needs both what the unit says and the day. Please fill in the other one too.',
    'own-unit-text-too-long': 'This is longer than {{max}} characters. Please shorten it.',
  },
};
