/** Texts of who could read a nominee's case on a day. */
export const caseReaders = {
  summary: 'Who could read a case',
  button: 'Who could read this',
  title: 'Who could read a case on {{date}}',
  whose: 'Case of **{{name}}**',
  readers: 'Could read it',
  besidesRole: 'Could read it though not by a role',
  ways: {
    answer: 'answers submission no. {{number}} for {{name}}',
    link: 'whoever had the one-time address for {{name}}, submission no. {{number}}',
    'unit-above': 'the committee secretary, chair and deputy chairs of {{name}}, to whom the list was handed in',
    vote: 'asked or able to follow in a vote on this case',
    'vote-key': 'holds a key to the sealed papers of a vote on this case',
    'review-key': 'holds a key to the sealed comments on this case',
    outside: 'responsible for the nomination to {{name}}',
  },
  others: 'Could not read it',
  rights: 'What these roles may do',
  since: 'since {{at}}',
  until: 'until {{at}}',
  because: {
    own: 'one’s own case is closed to everybody',
    recused: 'takes no part in the case, as declared',
    'recused-recorded': 'takes no part in the case, as recorded by the committee secretary or the chair',
    role: 'the role reads no cases',
  },
  besides:
    'Whoever was summoned to a conference stands in its records. A workspace admin reads no case by being one; whoever runs the server can read its database.',
  more_one: '{{count}} more is left out here.',
  more_other: '{{count}} more are left out here.',
  buttonDay: 'On another day',
  form: { title: 'Who could read a case', submit: 'Show', on: 'Day' },
};
