export const anonymous = {
  title: 'Anonymous review of list no. {{number}} of “{{plan}}”',
  promise:
    'Nobody can read your paper from the database, backups or logs without two key-holders’ words. It is not hidden from Slack, from anyone tampering with the program while you write, from anyone looking at your screen, or when the result itself tells (all alike, too few).',
  wording: 'Your wording may give you away; Slack sees what you send.',
  open: {
    button: 'Open an anonymous review',
    title: 'Open anonymous review',
    intro:
      'Comments are sealed when they are sent. Nobody reads any before the close; then two of three key-holders open them together, and every comment stands alone, in random order. Answers on paper or by phone cannot be entered here.',
    holders: 'Key-holders',
    holdersHint:
      'Exactly three, with a chat account. Any two of them open the papers; if two lose their words, nobody can.',
    without_one:
      '{{count}} person cannot send a sealed paper (no chat account, or recused from everybody on the list): {{names}}. Nobody can send for them.',
    without_other:
      '{{count}} people cannot send a sealed paper (no chat account, or recused from everybody on the list): {{names}}. Nobody can send for them.',
    shield: 'If fewer than {{shield}} answer, nobody opens the papers.',
    next: 'First the three key-holders take their keys. You are told when all have; then you open the review, and only then the others are written to.',
    ask: 'Ask the key-holders',
  },
  keys: {
    summary: 'About the keys of an anonymous review',
    title: 'Keys',
    asked:
      'The three key-holders are asked at {{time}}; until then it can be undone. You are told when all keys are taken.',
    see: 'See the keys',
    taken: 'key taken',
    notTaken: 'not yet',
    waiting: 'The review can be opened when all three keys are taken.',
    allTaken: 'All three keys are taken: the review can be opened.',
    ready:
      'All three keys for the anonymous review of list no. **{{number}}** of “{{plan}}” are taken. You can open it now.',
    used: 'The anonymous review of list no. **{{number}}** of “{{plan}}” is closed, or was taken back.',
  },
  preparing: {
    line: 'Anonymous review of list no. {{number}} of “{{plan}}”, not open yet: {{taken}} of {{of}} keys are taken.',
  },
  card: {
    ask: 'You are kindly asked for your comments, **anonymously**, on list no. **{{number}}** of “{{plan}}” by **{{until}}**.',
    sent: 'Thank you: a sealed paper of yours on list no. **{{number}}** of “{{plan}}” is in the box. With its receipt it can be replaced until {{until}}.',
    write: 'Write my comments',
    replace: 'Replace my paper',
    note: 'So that nobody sees who has answered, everybody’s card changes at the same fixed times and everybody gets the same reminders.',
    waiting:
      'The anonymous review of list no. **{{number}}** of “{{plan}}” closed {{closed}}. The papers are waiting for two key-holders.',
    opened:
      'The anonymous review of list no. **{{number}}** of “{{plan}}” closed {{closed}}, and the papers have been opened. You can check that your receipt is among them.',
    withheld:
      'The anonymous review of list no. **{{number}}** of “{{plan}}” closed {{closed}}. Too few papers came: nobody opens them, and they will be deleted.',
  },
  duty: {
    line_one: 'Your comments are kindly asked, anonymously, on {{count}} nominee of “{{plan}}”',
    line_other: 'Your comments are kindly asked, anonymously, on {{count}} nominees of “{{plan}}”',
    sent_one:
      'Sent, thank you: your sealed paper on {{count}} nominee of “{{plan}}” (this line stays until the close, for everybody alike)',
    sent_other:
      'Sent, thank you: your sealed paper on {{count}} nominees of “{{plan}}” (this line stays until the close, for everybody alike)',
  },
  paper: {
    title: 'Anonymous comments',
    submit: 'Seal and send',
    pick: 'Please choose those you have something to say about, at most {{max}}. The paper itself is the next step.',
    pickByAspect: 'With a field for each aspect: at most {{max}}.',
    printed:
      'Receipt of this paper: **{{receipt}}**. Please write it down: only with it can the paper be replaced until the close.',
    replaces:
      'You have sent a paper. Nobody can read it, so it cannot be shown here; what you send now takes its place as a whole.',
    receipt: 'Receipt of your earlier paper',
    receiptHint: 'Twelve letters and digits. After five wrong ones the paper stays as it is.',
    nothing: 'no comment',
    restAll: 'I agree with all those about whom I say nothing',
  },
  sent: {
    title: 'Sealed and sent',
    close: 'Close',
    text_one: 'Your paper on {{count}} nominee is in the box. Thank you.',
    text_other: 'Your paper on {{count}} nominees is in the box. Thank you.',
    replaced_one: 'Your earlier paper is replaced by this one, on {{count}} nominee. Thank you.',
    replaced_other: 'Your earlier paper is replaced by this one, on {{count}} nominees. Thank you.',
    receipt: 'Your receipt: **{{receipt}}**',
    note: 'It is shown in this window only. With it you can replace the paper until the close, and see afterwards that it was opened. It shows that you took part, not what you wrote.',
  },
  progress: {
    title: 'Anonymous review',
    hidden_one: '{{count}} person is asked. While it is open nobody sees who has answered, nor how many.',
    hidden_other: '{{count}} people are asked. While it is open nobody sees who has answered, nor how many.',
    enough: 'At least {{shield}} have answered: the papers can be opened after the close.',
    notYet: 'Fewer than {{shield}} have answered so far. With fewer than {{shield}} nobody opens the papers.',
    returned: '{{returned}} of {{count}} have answered.',
    sealed: 'The papers are waiting for two of the three key-holders.',
    opened: 'The papers have been opened.',
    withheld: 'That is fewer than {{shield}}: nobody opens the papers.',
    holders: 'Key-holders: {{names}}.',
    closeText:
      'An anonymous review closes before its date only when everybody has answered. Nobody can answer after that.',
  },
  withheld: {
    card: 'The anonymous review of list no. **{{number}}** of “{{plan}}” is closed. Too few papers came, so nobody opens them. It can be repeated with names, or on paper in the room.',
  },
  synthesis: {
    card: 'Two key-holders have opened the papers of the anonymous review of list no. **{{number}}** of “{{plan}}”. The comments can be read.',
    title: 'Anonymous comments',
    facts: 'List no. {{number}} of “{{plan}}”, closed {{closed}}',
    base: '{{returned}} of {{count}} sent a paper. Those who say nothing about a nominee are not counted for that nominee.',
    roles: 'The {{count}} papers by role: {{roles}}.',
    rolesOther: 'other roles together',
    ownUnit: 'Papers from the nominee’s own unit',
    hidden: 'withheld',
    withheld:
      'Numbers are withheld where fewer than {{shield}} people make the difference to another nominee or round: the numbers would give away what those people said.',
    order: 'Every comment stands alone; the order is random.',
  },
  receipts: {
    show: 'Receipts',
    title: 'Receipts of the opened papers',
    note_one: 'List no. {{number}} of “{{plan}}”: {{count}} paper. If yours is not here, please tell the chair.',
    note_other: 'List no. {{number}} of “{{plan}}”: {{count}} papers. If yours is not here, please tell the chair.',
  },
  refusals: {
    'review-is-anonymous':
      'This review is anonymous: answers are sealed papers that only the person can send. Type /review to see it.',
    'review-too-few':
      'An anonymous review needs at least {{shield}} people who can send a paper; there are {{count}} here. Please open one with names, or ask on paper in the room.',
    'keyholder-unfit':
      'A key-holder needs a chat account and must not be recused from everybody on the list. Please choose another.',
    'review-anonymous-early':
      'An anonymous review closes before its date only when everybody has answered, so that nobody learns who is missing. It ends at {{dueAt}}.',
    'review-words-needed': 'For “agree, with comments” and “not yet agreed” please write at least one sentence.',
    'review-stance-needed': 'Please choose your view as well, so that what you wrote can be counted.',
    'review-too-many-chosen': '{{count}} nominees are chosen; one paper takes {{max}}. Please choose fewer.',
    'review-sealed': 'The papers are still sealed. After the close two of the three key-holders open them.',
    'review-withheld':
      '{{returned}} papers came, fewer than {{shield}}: nobody opens them, because so few would give their authors away.',
  },
};
