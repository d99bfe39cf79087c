export const experience = {
  title: 'Experience',
  none: 'None is recorded.',
  button: 'Add experience',
  buttonTakeBack: 'Take back',
  takenBack: 'This experience is taken back.',
  fromMovement: 'Finished: {{kind}}, {{route}}, {{dates}}',
  buttonFromMovement: 'Record as experience',
  noKinds:
    'No kind of experience is recorded yet. Open somebody in the plan and choose “Add experience”, for example: practised as a prosecutor.',
  form: {
    title: 'Add experience',
    kind: 'Kind',
    newKind: 'Another kind',
    newKindHint: 'For example: practised as a prosecutor; led a unit; worked at the local level',
    movement: 'Gained in this movement',
    movementHint: 'Place and months are taken from it where you leave them empty.',
    place: 'Unit and post',
    fromMonth: 'From',
    toMonth: 'To',
    monthHint: 'Month and year: 06/2023',
    done: 'The experience is recorded.',
  },
  lacking: {
    title: 'Who lacks experience',
    submit: 'Look',
    intro: '**{{count}}** of {{of}} people in **{{plan}}** have no “{{kind}}” recorded.',
    ahead: 'Ahead of them: {{kind}}, {{route}}, {{dates}}.',
    buttonMove: 'Propose a movement',
    reason: 'To gain experience for the plan {{plan}}: {{kind}}.',
    notKnown: 'What is not recorded is not known: please check before you propose a movement.',
  },
  refusals: {
    'experience-kind-missing': 'Please choose a kind, or write another one.',
    'experience-too-long': 'This is longer than {{max}} characters. Please shorten it.',
    'experience-month-unreadable': 'Please write month and year, for example 06/2023.',
    'experience-months-order': 'From {{from}} to {{to}} cannot be. Please check both.',
    'experience-recorded-already':
      '“{{kindName}}” is recorded for this person already, with the same place and beginning.',
    'experience-movement-unfinished':
      'Experience is recorded from a movement of this person that has ended. Please choose another one, or none.',
    'experience-gone': 'This experience is not there any more. Please look again.',
  },
};
