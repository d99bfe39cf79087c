/** Who reads which comment of a review: settings at the opening, words to reviewers before they write, reading the others. */
export const visibility = {
  others: 'Comments of other reviewers',
  othersChoices: {
    'after-mine': 'Open to a reviewer once they have sent theirs on that nominee',
    always: 'Always open to reviewers',
    'after-close': 'Open to reviewers after the close',
    never: 'Not open to reviewers',
  },
  names: 'Names of those who comment',
  namesHint: 'To whoever may read the comment. Without names the synthesis says from which role a comment came.',
  namesChoices: {
    never: 'Not shown',
    'after-close': 'Shown after the close',
    always: 'Shown',
  },
  heads: {
    withoutName: 'Read by the chair and the committee secretary after the close, with your role, without your name.',
    withName: 'Read by the chair and the committee secretary after the close, with your name.',
  },
  reviewers: {
    'after-mine': 'Other reviewers read it once they have sent theirs on the same nominee.',
    always: 'Other reviewers read it as soon as it is sent.',
    'after-close': 'Other reviewers read it after the close.',
    never: 'Other reviewers do not read it.',
  },
  yourName: {
    never: 'They do not see your name; your wording may give you away.',
    'after-close': 'They see your name after the close.',
    always: 'They see your name.',
  },
  chairOnly: 'For the chair only',
  chairOnlyYes: 'This comment is for the chair only',
  chairOnlyMark: 'for the chair only',
  chairAlone: 'The chair alone reads these words. Your view is counted like any other.',
  chairAndClerk:
    'The chair reads these words, and the committee secretary after the close. Your view is counted like any other.',
  toClerk: 'Open to the committee secretary too, after the close',
  withheld_one: '{{count}} comment is for the chair only and is not shown to you; its view is counted.',
  withheld_other: '{{count}} comments are for the chair only and are not shown to you; their views are counted.',
  read: 'Comments of others',
  readNew: 'Comments of others ({{count}} new)',
  summary: 'What other reviewers wrote',
  title: 'Comments of other reviewers',
  none: 'No other reviewer has written anything that is open to you.',
  somebody: 'A reviewer',
  new: 'New',
  refusals: {
    'review-others-never': 'In this review the comments of other reviewers are not open to reviewers.',
    'review-others-after-mine':
      'You can read what the others wrote on a nominee once you have sent your own comments on that nominee.',
    'review-others-after-close': 'You can read what the others wrote after the review has closed.',
  },
};
