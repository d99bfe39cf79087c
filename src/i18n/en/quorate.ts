export const quorate = {
  about: 'Carries a committee through its work: names, rules, comments, conferences, reminders.',
  menu: {
    title: 'Quorate',
    intro: 'What would you like to do? Each button opens a form or a list that only you see.',
    typed: 'Typing works too: /quorate help shows all commands with examples.',
    duties: 'My duties',
    help: 'Help',
  },
  help: {
    title: 'How to use Quorate',
    intro: 'Each command alone opens a form or a menu. With words after it, it does at once what they say.',
    also: 'Every command also works as /quorate and its name, and in a direct message to Quorate. Parts are separated by a semicolon.',
  },
  duties: {
    title: 'My duties',
    none: 'Nothing is expected of you right now.',
  },
  home: {
    title: 'Quorate',
    committees: 'My committees',
    more: 'What you can do',
    open: 'Open',
  },
};
