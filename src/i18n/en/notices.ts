/** Telling the nominees and the members what the approving authority decided. */
export const notices = {
  title: 'Telling the result',
  refusedFirst: 'Those who were not approved are told first ({{source}}).',
  parts: {
    'not-approved_one': 'Not approved: {{count}} name',
    'not-approved_other': 'Not approved: {{count}} names',
    approved_one: 'Approved: {{count}} name',
    approved_other: 'Approved: {{count}} names',
    members: 'Members of the committee',
  },
  told: 'told on {{date}} {{how}}',
  untold: 'not told yet',
  untoldHere: 'not told yet, no chat account: please tell them and record it',
  membersTold: 'told on {{date}}',
  membersUntold: 'not told yet',
  more_one: 'and {{count}} name more',
  more_other: 'and {{count}} names more',
  buttons: {
    'not-approved_one': 'Tell {{count}} not approved',
    'not-approved_other': 'Tell {{count}} not approved',
    approved_one: 'Tell {{count}} approved',
    approved_other: 'Tell {{count}} approved',
    members: 'Tell the members',
    record: 'Record who was told',
  },
  confirm: {
    title: 'Tell the result?',
    'not-approved_one':
      '{{count}} person gets a private message that they were not approved for “{{plan}}”. It names nobody else.',
    'not-approved_other':
      '{{count}} people each get a private message that they were not approved for “{{plan}}”. It names nobody else.',
    approved_one:
      '{{count}} person gets a private message that they were approved for “{{plan}}”. It names nobody else.',
    approved_other:
      '{{count}} people each get a private message that they were approved for “{{plan}}”. It names nobody else.',
    members: 'Every member gets a private message that “{{plan}}” has been decided. The names stand in the plan.',
    yes: 'Tell them',
  },
  form: {
    title: 'Record who was told',
    who: 'Who was told',
    whoHint: 'Those who have not been told yet.',
    via: 'How',
    on: 'On',
  },
  said: {
    told_one: '{{count}} person is told in a minute; until then “Undo” takes it back.',
    told_other: '{{count}} people are told in a minute; until then “Undo” takes it back.',
    undone: 'Taken back: nobody was told.',
    recorded_one: 'Recorded: {{count}} person was told.',
    recorded_other: 'Recorded: {{count}} people were told.',
  },
  own: {
    summary: 'A decision on your nomination',
    approved: 'The approving authority has **approved** you for **{{position}}** in “{{plan}}”.',
    notApproved: 'The approving authority has **not approved** you for **{{position}}** in “{{plan}}”.',
    decision: 'Decision no. {{number}} of {{date}}.',
    questions: 'For questions please turn to the secretary of {{committee}}.',
  },
  decided: {
    summary: 'A plan has been decided',
    text: 'The approving authority has decided on **{{plan}}**.',
    open: 'Open the plan',
  },
  refusals: {
    'submission-not-settled': 'There is no decision on this submission yet, so there is nothing to tell.',
    'refused-first_one': 'First tell those who were not approved: {{count}} of them has not been told.',
    'refused-first_other': 'First tell those who were not approved: {{count}} of them have not been told.',
    'nobody-to-tell': 'Everybody whom this concerns has been told already, or has no chat account.',
    'told-later': 'Please give a day that is not after today, {{today}}.',
  },
};
