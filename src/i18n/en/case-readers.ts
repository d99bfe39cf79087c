/** Texts of who could read a nominee's case on a day. */
export const caseReaders = {
  summary: 'Who could read a case',
  button: 'Who could read this',
  title: 'Who could read a case on {{date}}',
  whose: 'Case of **{{name}}**',
  readers: 'Could read it',
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
    'Whoever was asked in a vote, summoned to a conference or answered for the approving authority stands in those records. A workspace admin reads no case by being one; whoever runs the server can read its database.',
  more_one: '{{count}} more is left out here.',
  more_other: '{{count}} more are left out here.',
  buttonDay: 'On another day',
  form: { title: 'Who could read a case', submit: 'Show', on: 'Day' },
};
