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
};
