export const readiness = {
  title: 'How near people are',
  button: 'Set how near',
  intro: 'For those who stand in the plan **{{plan}}**. Choose one or several people at once.',
  people: 'People in the plan',
  peopleHint: 'Type a name; the position stands beside it.',
  level: 'Level',
  none: 'not set',
  done_one: '**{{level}}**: set for {{count}} person.',
  done_other: '**{{level}}**: set for {{count}} people.',
  doubts:
    '{{level}} is for people whose present post is at most {{below}} level below the position. {{source}} By the register this is not so of:',
  doubt: 'present level {{present}}, level of the position {{position}}. It is set all the same; please check.',
  refusals: {
    'readiness-unknown': 'The rules of this plan know no such level. Please choose one of those shown.',
    'readiness-nobody': 'Please choose at least one person who stands in the plan.',
  },
};
