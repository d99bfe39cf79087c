/** Addresses by which somebody without an account answers, whatever lies behind them. */
export const answerLinks = {
  once: 'This address takes one answer. Please check before you send.',
  send: 'Send the answer',
  thanks: 'Thank you',
  done: 'Your answer has been saved, and the committee secretary is told.',
  refusals: {
    'link-unknown': 'There is no such address.',
    'link-spent':
      'This address has been used, or a newer one was made. Please ask the committee secretary for a new one.',
    'link-expired': 'This address was good until {{until}}. Please ask the committee secretary for a new one.',
  },
};
