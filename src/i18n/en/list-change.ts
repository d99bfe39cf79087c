/** The list under an open review must change. */
export const listChange = {
  button: 'The list must change',
  title: 'Change the list',
  intro:
    'Please first enter the change itself: withdraw a candidate, correct an entry, add a name. Then the review goes on with the candidates as they stand now, on the next list. Comments stay where an entry is unchanged; on the others they are asked for again.',
  why: 'Why the list changes',
  whyHint: 'For example: withdrew, no longer eligible, added by decision no. 12. Kept on record.',
  summary: 'A change of the list under review',
  from: 'The review goes on with list no. {{to}} in place of list no. {{from}}.',
  added: 'Added',
  changed: 'Corrected, asked about again',
  removed: 'Taken off',
  kept_one: '{{count}} nominee is unchanged: the comments stay.',
  kept_other: '{{count}} nominees are unchanged: the comments stay.',
  confirm: 'Change and send',
  sentIn:
    'The review goes on with the new list. The messages go out at {{time}}; until then it can be undone, and nobody can answer.',
  undone: 'The change is undone. Nobody was told; answers stand as before.',
  cardSummary: 'The list under review has changed',
  card: 'The review of “{{plan}}” goes on with list no. **{{to}}** in place of no. **{{from}}**.',
  again_one:
    'Your comments are kindly asked on {{count}} nominee who is new or was corrected. What you said on the others stays.',
  again_other:
    'Your comments are kindly asked on {{count}} nominees who are new or were corrected. What you said on the others stays.',
  nothingAgain: 'What you said on the others stays; there is nothing to do for you.',
  newer: 'There is a newer list: no. {{number}}. What differs:',
  refusals: {
    'review-paused':
      'The list of this review has just been changed; until {{from}} that can be undone. Please try again then.',
    'review-list-same':
      'The candidates are the same as on the list. Please enter the change first: withdraw, correct or add under /candidates or /propose.',
    'review-list-anonymous':
      'This review is anonymous: sealed comments cannot be carried over to another list. Please let it close, then open a new review on the new list.',
    'review-list-why': 'Please say why the list changes.',
    'review-list-too-late':
      'The review closes at {{dueAt}}: too soon to ask again. Please move the date with /deadline first.',
    'review-list-moved': 'The list or the candidates have changed since this preview. Please look at a new one.',
    'review-list-undo-too-late': 'The minute for undoing ended at {{until}} and people are being told.',
  },
};
