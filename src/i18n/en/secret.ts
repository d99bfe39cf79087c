export const secret = {
  title: '{{title}}, until {{closes}}',
  promise:
    'Nobody can read your paper from the database, backups or logs without two key-holders’ words. It is not hidden from Slack, from anyone tampering with the program while you vote, from anyone looking at your screen, or when the result itself tells (all alike, too few).',
  promiseUnnamed:
    'This paper carries no name, and nobody in the committee sees who sent it. It is not a secret paper: whoever operates the bot could open it and find out.',
  numbersTo: 'Exact numbers, also where they tell (all alike, too few), are seen by: {{names}}.',
  holders: {
    title: 'Key-holders',
    intro:
      'Papers of a secret vote are sealed when they are sent. Nobody reads any before the close; then any two of three key-holders open them together. A secret paper cannot be entered for anybody.',
    label: 'Key-holders',
    hint: 'Exactly three, with a chat account and not on the paper. If two lose their words, nobody can open the papers.',
    button: 'Name the key-holders',
    previewTitle: 'Before the key-holders are asked',
    vote: 'Vote',
    can: 'Can vote here',
    people_one: '{{count}} person',
    people_other: '{{count}} people',
    without_one:
      '{{count}} person with a vote has no chat account and cannot send a sealed paper: {{names}}. Nobody can for them; for all to vote, please vote on paper in the room.',
    without_other:
      '{{count}} people with a vote have no chat account and cannot send a sealed paper: {{names}}. Nobody can for them; for all to vote, please vote on paper in the room.',
    shield: 'If fewer than {{shield}} papers come, nobody opens them.',
    words: 'What everybody reads above their paper:',
    next: 'First the three take their keys. You are told when all have; then you open the vote, and only then the others are written to.',
    ask: 'Ask the key-holders',
  },
  keys: {
    summary: 'About the keys of a secret vote',
    title: 'Keys',
    asked:
      'The three key-holders are asked at {{time}}; until then it can be undone. You are told when all keys are taken.',
    undone:
      'Undone: nobody was asked. The vote stands here again as it was prepared; for a secret vote please name the key-holders anew, because a key is of use once.',
    see: 'See the keys',
    taken: 'key taken',
    notTaken: 'not yet',
    waiting: 'The vote can be opened when all three keys are taken.',
    allTaken: 'All three keys are taken: the vote can be opened.',
    ready: 'All three keys for **{{title}}** are taken. You can open the vote now.',
    used: '**{{title}}**: its keys are in use, or the vote was put away.',
    open: 'Open the vote',
  },
  card: {
    vote: 'Vote',
    replace: 'Replace my paper',
    ask: 'You are kindly asked to vote **secretly** by **{{until}}**: {{title}}.',
    askUnnamed: 'You are kindly asked to vote **without your name** by **{{until}}**: {{title}}.',
    notSecret: 'Papers carry no names. It is not a secret vote: whoever operates the bot could open them.',
    sent: 'Thank you: a sealed paper of yours is in the box: {{title}}. With its receipt it can be replaced until {{until}}.',
    note: 'So that nobody sees who has voted, cards change for everybody together at fixed times, and everybody is reminded alike.',
    waiting: 'The vote is closed; the papers wait to be opened: {{title}}.',
    withheld: 'The vote is closed. Too few papers came: nobody opens them, and they will be deleted. {{title}}.',
    opened: 'The papers are opened: {{title}}. You can see whether your receipt is among them.',
    void: 'The vote is void; nobody opens the papers: {{title}}.',
  },
  duty: {
    line: 'Your vote is kindly asked',
    sent: 'Sent, thank you: your sealed paper (shown until the close, as to everybody)',
  },
  paper: {
    title: 'Secret paper',
    titleUnnamed: 'Paper without a name',
    submit: 'Seal and send',
    printed:
      'Receipt of this paper: **{{receipt}}**. Please write it down: only with it can the paper be replaced until the close.',
    replaces:
      'You have voted. Nobody can read that paper, so it cannot be shown here; what you send now takes its place as a whole.',
    receipt: 'Receipt of your earlier paper',
    receiptHint: 'Twelve letters and digits. After five wrong ones the paper stays as it is.',
    until: 'Papers are taken until {{until}}. A paper without a mark is a blank one.',
  },
  sent: {
    title: 'Sealed and sent',
    close: 'Close',
    text: 'Your paper is in the box. Thank you.',
    replaced: 'Your earlier paper is replaced by this one. Thank you.',
    receipt: 'Your receipt: **{{receipt}}**',
    note: 'It is shown in this window only. With it you can replace the paper until the close, and see afterwards that it was opened. It shows that you took part, not how you voted.',
  },
  standing: {
    title: 'How the vote stands',
    see: 'See what came of it',
    hidden_one: '{{count}} person can vote. While it is open nobody sees who has, nor how many.',
    hidden_other: '{{count}} people can vote. While it is open nobody sees who has, nor how many.',
    enough: 'At least {{shield}} have voted: the papers can be opened after the close.',
    notYet: 'Fewer than {{shield}} have voted so far. With fewer than {{shield}} nobody opens the papers.',
    returned: '{{returned}} of {{count}} have voted.',
    sealed: 'The papers wait for two of the three key-holders.',
    counting: 'The papers are being opened.',
    opened: 'The papers are opened.',
    withheld:
      'That is fewer than {{shield}}: nobody opens the papers, because so few would give their votes away. Please vote again, or on paper in the room.',
    holders: 'Key-holders: {{names}}.',
    close: 'Close now',
    closeTitle: 'Close the vote?',
    closeText:
      'A vote on sealed papers closes before its time only when everybody has voted. Nobody can vote after that.',
    closeYes: 'Close',
  },
  result: {
    unnamed:
      'Voted on papers without names. It was not a secret vote: whoever operates the bot could have opened them.',
    masked:
      'Only the outcome is shown: the numbers would tell how somebody voted. They are seen by those named above the papers.',
    waiting: 'The papers are sealed. After the close they are opened and counted.',
  },
  receipts: {
    show: 'Receipts',
    title: 'Receipts of the opened papers',
    note_one: '{{title}}: {{count}} paper. If yours is not here, please tell the chair.',
    note_other: '{{title}}: {{count}} papers. If yours is not here, please tell the chair.',
    more: 'Here are the first {{shown}}, in alphabetical order.',
  },
  refusals: {
    'ballot-not-sealed': 'This vote has no sealed papers. Type /vote to see it.',
    'ballot-is-sealed':
      'This vote is on sealed papers: nobody can enter one for somebody else, nor see who has voted. Type /vote to see it.',
    'ballot-too-few-for-secret':
      'A vote on sealed papers, secret or without names, needs at least {{shield}} people who can send one; here are {{count}}. With fewer the result would tell who voted how. Please vote on paper in the room.',
    'ballot-holder-unfit':
      'A key-holder needs a chat account, must not stand on the paper, and must not be recused from it. Please choose another.',
    'ballot-keys-asked': 'The key-holders of this vote are named already. Type /vote to see the keys.',
    'ballot-keys-first': 'A secret vote opens when its three key-holders are named and have taken their keys.',
    'ballot-secret-early':
      'A vote on sealed papers, secret or without names, closes before its time only when everybody has voted, so that nobody learns who is missing. It ends at {{dueAt}}.',
    'ballot-still-sealed': 'The papers are still sealed. After the close they are opened and counted.',
  },
};
