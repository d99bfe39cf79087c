/** What became of a comment: accepted or explained (tiếp thu, giải trình). */
export const responses = {
  title: 'Answer a comment',
  kind: 'Outcome',
  choices: {
    accepted: 'Accepted: something changes',
    explained: 'Explained: it stays as it is',
  },
  kinds: {
    accepted: 'Accepted',
    explained: 'Explained',
  },
  text: 'In words',
  textHint: 'Accepted: what changes. Explained: why not. At most {{max}} characters.',
  told: 'Whoever made the comment reads this, with your name, and so does anybody who reads the synthesis.',
  replaces: 'This takes the place of the earlier answer, which is kept on record. Whoever made the comment is told.',
  answer: 'Answer',
  change: 'Change the answer',
  unanswered_one: '{{count}} without an answer',
  unanswered_other: '{{count}} without an answer',
  unansweredTitle: 'Comments without an answer, page {{page}} of {{pages}}',
  allDone: 'Every comment that you may read has an answer.',
  line: '{{kind}}: {{said}} ({{by}}, {{at}})',
  out: '{{kind}}: {{said}}',
  column: 'Accepted / explained',
  by: 'Answered by',
  cardSummary: 'Your comments were answered',
  card: 'Comments that you made on list no. **{{number}}** of “{{plan}}” have been answered.',
  see: 'See what was answered',
  refusals: {
    'review-comment-unknown':
      'This comment is not open to you, or it has been corrected since. Please open the synthesis again with /review synthesis.',
    'review-response-needed': 'Please write in one sentence what changes, or why not.',
    'review-response-too-long':
      'This has {{length}} characters; {{max}} is the limit. Please shorten it: it is still here.',
    'review-response-changed':
      'Somebody has answered this comment in the meantime. Please open the synthesis again with /review synthesis.',
  },
};
