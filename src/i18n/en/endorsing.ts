export const endorsing = {
  button: 'Enter somebody’s support',
  title: 'Support of a member',
  supporter: 'Who said it',
  supporterHint: 'Members, the chair and the deputy, with or without a chat account',
  said: 'What they said',
  options: { supports: 'supports this name', 'takes-back': 'no longer supports it' },
  told: 'Each counts once. Who can be reached in chat is told that it was entered, and how it came.',
  entered: 'Entered for {{name}}.',
  known: 'Nothing was changed for {{name}}: this stood there already.',
  recorded: '{{name}} (entered, {{via}})',
  refusals: {
    'endorser-unknown':
      'Only members, the chair and the deputy of this committee support a name, and only where the case is open to them. Please choose one of those who are offered.',
    'endorser-via-missing': 'Please say how the support came, and write the date in full.',
  },
};
