export const sealing = {
  untitled: 'sealed papers of your committee',
  key: {
    summary: 'About your key',
    title: 'Your key',
    ask: 'You are one of three key-holders of **{{title}}**. Please take your key: six words, shown once, to be written on paper. After the close any two of the three open the papers together; nobody else can, not even the operator.',
    others: 'The other two: {{names}}.',
    holdersLeft_one:
      '{{names}} has left the committee and can take no key any more. Please prepare it again, with three key-holders who belong to the committee.',
    holdersLeft_other:
      '{{names}} have left the committee and can take no key any more. Please prepare it again, with three key-holders who belong to the committee.',
    take: 'Take my key',
    sentAgain: 'Sent again: please ignore it if you have taken your key already.',
    intro:
      'These six words are your key for **{{title}}**. They are shown this once and are stored nowhere. Please write them down on paper, in this order:',
    note: 'Please do not put them into a file or a chat. Slack sees this window. Keep the paper until you are told to destroy it.',
    again: 'The six words, from your paper',
    againHint: 'Separated by spaces. Until you have typed them no key is taken.',
    submit: 'I have written them down',
    done: 'Your key is taken. Please keep the paper; after the close you are asked for the six words.',
    taken:
      'You have taken your key for **{{title}}** ({{count}} of {{all}} keys are taken). Please keep the six words on paper.',
    inUse: 'You hold a key for **{{title}}**. Please keep the six words on paper until you are told to destroy them.',
    cancelled: '**{{title}}** was taken back. If you have written six words down, please destroy them.',
  },
  words: {
    summary: 'About opening sealed papers',
    title: 'Open the papers',
    ask: '**{{title}}** is closed. Please type your six words: any two of the three key-holders open the papers, together or hours apart.',
    askSecond:
      '**{{title}}** is closed, and another key-holder has typed their words. With yours the papers are opened.',
    type: 'Type my words',
    waiting: 'Thank you: your words for **{{title}}** are in. Now one of the others is needed: {{names}}.',
    opened:
      'The papers of **{{title}}** have been opened. Please keep your six words until {{until}}: until then two key-holders can have them counted again. Then you are told to destroy them.',
    countAgain: 'Count again',
    recountWaiting: 'You have asked for a second count. Now one of the others is needed: {{names}}.',
    reading_one: 'The paper of **{{title}}** is being opened: {{read}} of {{count}}.',
    reading_other: 'The papers of **{{title}}** are being opened: {{read}} of {{count}} so far.',
    cutOff_one:
      'The opening was cut off at {{read}} of {{count}} paper. Nothing is lost and nothing is counted twice: please type the words again.',
    cutOff_other:
      'The opening was cut off at {{read}} of {{count}} papers. Nothing is lost and nothing is counted twice: please type the words again.',
    begun_one: 'Your words are right: {{count}} paper is being opened. The result follows in a message.',
    begun_other:
      'Your words are right: {{count}} papers are being opened. It takes a while; the result follows in a message.',
    intro: 'Your six words for **{{title}}**.',
    recount:
      'The papers of **{{title}}** are opened once more and compared with what was stored. Your six words, please.',
    first: 'From then on the words of one of the other two are enough to open the papers.',
    second: 'Another key-holder has typed theirs: with yours the papers are opened.',
    label: 'The six words, from your paper',
    hint: 'Separated by spaces; the first four letters of each are enough.',
    submit: 'Open',
    half: 'Thank you, your words are right. The papers are opened when one of the other two has typed theirs.',
    done_one: 'The papers are opened: {{count}} paper.',
    done_other: 'The papers are opened: {{count}} papers.',
    agrees_one: 'Counted again: {{count}} paper, and it says what was stored.',
    agrees_other: 'Counted again: {{count}} papers, and they say what was stored.',
    differs_one:
      'Counted again: {{count}} paper, and it does not say what was stored. Please tell the chair and the committee secretary.',
    differs_other:
      'Counted again: {{count}} papers, and they do not say what was stored. Please tell the chair and the committee secretary.',
  },
  destroy: {
    summary: 'Please destroy your six words',
    text: 'The sealed papers of **{{title}}** are deleted. Please destroy the paper with your six words now: without them nobody can ever read an old backup.',
  },
  refusals: {
    'keyholders-three':
      'Exactly {{needed}} key-holders are needed, and {{count}} are chosen. Any two of them open the papers.',
    'not-a-keyholder': 'You hold no key here.',
    'key-taken':
      'Your key is taken already; its words are shown only once. If they are lost, the other two key-holders can still open the papers.',
    'box-not-prepared': 'No key can be taken here any more: the round is open or was taken back.',
    'keys-missing': 'The round opens when all key-holders have taken their keys ({{taken}} of {{needed}} so far).',
    'box-not-open': 'This is not open for sealed papers now; nothing was sent.',
    'box-not-closed':
      'The papers can be opened after the close, until they are deleted 30 days after the count. Now is not that time.',
    'box-reading':
      'The papers are being opened: {{read}} of {{papers}} so far. Nothing more is needed of you; the result follows in a message.',
    'words-typed': 'Your words are in. One of the other two key-holders is needed now.',
    'words-count': 'These are {{count}} words; the key has {{needed}}. Please look at your paper.',
    'word-unknown': 'Word no. {{place}} is not on the list of words. Please look at your paper.',
    'words-wrong': 'These are not the six words of your key, or not in their order. Please look at your paper.',
    'not-an-elector': 'Those who send a paper were fixed at the opening, and you were not among them.',
    'already-sent': 'You have sent a paper already. With its receipt you can replace it until the close.',
    'receipt-wrong': 'No paper of yours has this receipt. Tries left: {{left}}.',
    'receipt-locked':
      'After {{max}} wrong receipts your paper cannot be replaced any more; it is counted as it was sent.',
    'paper-too-long':
      'Sealed papers all have the same length, and this is {{bytes}} of at most {{max}} bytes. Please shorten it: it is still here.',
  },
};
