/** The second date of a round, at which it closes. Words of the reviews feature. */
export const closing = {
  title: 'Close of the review of list no. {{number}} of “{{plan}}”',
  label: 'Comments are still taken until',
  hint: 'Leave it empty to close at the date asked for. What comes between the two dates counts as any other; you see beside the name that it came after the date asked for.',
  time: 'Time of the close',
  taken: 'What comes after that is still taken until **{{closes}}**.',
  duty: ', still taken until ',
  progress: 'Comments are still taken until {{closes}}; then the review closes.',
  late: {
    sent: 'after the date asked for',
    changed: 'changed after the date asked for',
  },
  refusals: {
    'closes-before-asked':
      'A review closes after the date asked for ({{until}}), not at it or before it. Please choose a later date for the close, or, when you open a review, leave it empty.',
    'asked-after-close':
      'This review closes {{closes}}, so comments cannot be asked for by a later date. Please move the close first; it stands in /deadline.',
  },
};
