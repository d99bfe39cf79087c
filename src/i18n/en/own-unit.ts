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
  form: {
    title: 'Own unit',
    intro:
      '**{{name}}** is put forward for {{position}} from elsewhere. The own unit is asked by letter; please record the letter, and the answer when it has come.',
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
    'own-unit-missing': 'Please write which unit is asked.',
    'own-unit-day-wrong': 'Please choose a day that is not still to come; the answer cannot be older than the letter.',
    'own-unit-answer-incomplete':
      'An answer needs both what the unit says and the day. Please fill in the other one too.',
    'own-unit-text-too-long': 'This is longer than {{max}} characters. Please shorten it.',
  },
};
