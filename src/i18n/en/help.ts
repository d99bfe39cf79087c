/** One section a command: summary, button label, and for each subcommand its parts, what it does, an example. */
export const help = {
  quorate: {
    summary: 'menu, help and what is expected of you',
    button: 'Menu',
    help: { parts: '', does: 'all commands with examples', example: '' },
    duties: { parts: '', does: 'what is expected of you in all your committees', example: '' },
    home: { parts: '', does: 'the same as the Home tab', example: '' },
  },
  committee: {
    summary: 'set up the committee of this channel; members, roles, voting rights, settings',
    button: 'Committee and members',
    setup: { parts: '', does: 'set up a committee in this channel', example: '' },
    members: { parts: '', does: 'members in protocol order', example: '' },
    settings: { parts: '', does: 'name, language, working hours, reminders', example: '' },
  },
  plan: {
    summary: 'positions, seats and terms; people in the plan; the date for names; the register of people',
    button: 'Plans',
    list: { parts: '', does: 'the plans of the committee', example: '' },
    new: { parts: '', does: 'make a plan', example: '' },
    people: { parts: '', does: 'the register of people: search, add, paste a list', example: '' },
  },
  propose: {
    summary: 'put a person forward for a position',
    button: 'Put a name forward',
    line: {
      parts: 'person; position; reasons',
      does: 'put a name forward with one line',
      example: 'Maria Example; Vice Chair; has led the audit for two terms',
    },
  },
  candidates: {
    summary: 'who is put forward, by position; profile, withdraw, correct, take away as CSV or text',
    button: 'Candidates',
    list: { parts: '', does: 'candidates by position', example: '' },
  },
  review: {
    summary: 'freeze a nominee list, ask for comments on it, answer, read the synthesis',
    button: 'Reviews',
    open: { parts: '', does: 'open a round on the list, with a date', example: '' },
    comment: { parts: '', does: 'say what you think of the nominees', example: '' },
    recuse: { parts: '', does: 'stay away from the case of a nominee', example: '' },
    progress: { parts: '', does: 'who has answered; enter an answer for somebody', example: '' },
    close: { parts: '', does: 'close a round before its date', example: '' },
    synthesis: { parts: '', does: 'the comments and counts of the newest closed round', example: '' },
    list: { parts: '', does: 'frozen lists, and freezing a new one', example: '' },
  },
  deadline: {
    summary: 'dates of the committee: list, move, be reminded later, cancel',
    button: 'Deadlines',
    list: { parts: '', does: 'all dates, working days left, how many have not answered', example: '' },
    move: { parts: 'number; new date', does: 'move the date with this number in the list', example: '1; 15/12 16:30' },
    snooze: { parts: '', does: 'be reminded of one of your dates later', example: '' },
    cancel: { parts: 'number', does: 'cancel the date with this number in the list', example: '1' },
  },
};
