/** Voting for somebody else, where the rule of a vote allows it. */
export const proxies = {
  title: 'Proxies',
  row: 'Proxies',
  none: 'By the rule of this vote nobody votes for somebody else.',
  terms_one: 'By the rule of this vote a person may vote for {{count}} other at most.',
  terms_other: 'By the rule of this vote a person may vote for {{count}} others at most.',
  notPresent: 'Whoever votes by proxy does not count as present for the quorum.',
  arePresent: 'Whoever votes by proxy counts as present for the quorum.',
  source: 'Set by the committee itself, not confirmed by anybody: {{source}}',
  inConference:
    'Who is in the room votes in person. Somebody away is asked only if their proxy is given before the vote opens, to a person who is in the room then.',
  nobody: 'Nobody has given a proxy.',
  line: '{{holder}} votes for {{principal}}',
  entered: 'entered, {{via}}',
  voted: 'paper is in',
  shortRow_one: 'at most {{count}} a person',
  shortRow_other: 'at most {{count}} a person',
  given_one: '{{terms}}; {{count}} of those who vote does so by proxy',
  given_other: '{{terms}}; {{count}} of those who vote do so by proxy',
  byHolder: '{{name}} (by proxy: {{holder}})',
  buttons: {
    open: 'Proxies',
    terms: 'Set the rule',
    enter: 'Enter a proxy',
    takeBack: 'Take back',
    give: 'Let somebody vote for me',
    change: 'Somebody else',
    vote: 'Vote by proxy',
    back: 'Back to the preview',
  },
  termsForm: {
    title: 'Rule on proxies',
    intro:
      'The rule of this vote allows no proxies by itself. Where the committee’s own rules allow them, please say how many and where that stands. It is shown with the result.',
    perPerson: 'How many others one person may vote for',
    perPersonHint: '0: nobody votes for somebody else.',
    present: 'For the quorum',
    presentOption: 'Whoever votes by proxy counts as present',
    source: 'Where the committee’s own rules say so',
    sourceHint: 'For example: Bylaws, article 12.',
    done: 'Saved. It holds for this vote and is fixed when it opens.',
  },
  giveForm: {
    title: 'Let somebody vote',
    intro:
      'Please choose who votes for you. They hand in a paper for you, named as yours. You may vote yourself until the close: your own paper takes its place and ends the proxy.',
    holder: 'Who votes for me',
    submit: 'Give my proxy',
  },
  enterForm: {
    title: 'Enter a proxy',
    intro:
      'While the vote is open both are told in a private card, a minute after you save. Until then it can be undone.',
    principal: 'Whose vote',
    holder: 'Who votes for them',
    via: 'How it came',
    reference: 'Number of the paper or letter',
  },
  paperForm: {
    title: 'Vote by proxy',
    whose: 'For whom',
    note: 'The paper counts as theirs and is named “by proxy”. They are told, and may vote themselves until {{until}}.',
  },
  given: {
    own: '{{holder}} votes for you, and is told at {{time}}. Until then nobody knows of it; you can take it back until the close.',
    entered:
      '{{holder}} votes for {{principal}}. While the vote is open both are told, at {{time}}. Until then it can be undone.',
    cast: 'The paper for {{principal}} is in. You may change it until {{until}}.',
    takenBack:
      'Taken back: {{holder}} does not vote for {{principal}} any more. A paper handed in before stays until {{principal}} hands in their own.',
  },
  card: {
    summary: 'About a proxy in a vote',
    given: '{{holder}} votes for you by proxy. You may still vote yourself: your own paper ends the proxy.',
    handedIn: 'It was handed in for you by {{holder}}, by proxy.',
    held: 'You vote for: {{names}}.',
    waiting: '{{name}} (not yet)',
    toHolder:
      '{{principal}} has asked you to vote for them: {{subject}}. Please hand in a paper for them too, before {{until}}.',
    toPrincipal:
      'It was entered that {{holder}} votes for you, {{via}}: {{subject}}. If that is not so, please take it back, or vote yourself.',
    gone: 'This proxy has ended.',
    forYou:
      '{{holder}} handed in a paper for you, by proxy: {{subject}}. If it does not say what you mean, you may hand in your own until the close.',
  },
  ruling: {
    row: 'By proxy',
    text_one: '{{count}} paper; at most {{perPerson}} a person',
    text_other: '{{count}} papers; at most {{perPerson}} a person',
    how_one: 'By proxy: {{count}} of these papers. The rule allows {{perPerson}} a person at most.',
    how_other: 'By proxy: {{count}} of these papers. The rule allows {{perPerson}} a person at most.',
    notPresent: 'A proxy makes nobody present: for the quorum these people do not count, for the votes they do.',
    arePresent: 'By the rule people who vote by proxy count as present.',
    minutes: 'Handed in by proxy: {{count}} (at most {{perPerson}} a person).',
  },
  refusals: {
    'proxy-not-allowed':
      'By the rule of this vote one person may vote for 0 others, so nobody gives a proxy. Whoever runs the vote can set the committee’s own rule before it opens.',
    'proxy-on-sealed':
      'This vote is on sealed papers, and nobody sends a sealed paper for somebody else: it has no proxies. They are possible in a vote by name, or in the room.',
    'proxy-needs-roll-call':
      'In a count in the room proxies need a roll call, which says who is there. Please prepare the vote inside its conference, or vote in the chat by name.',
    'proxy-source-missing': 'Please say where the committee’s own rules allow it: everybody reads it with the result.',
    'proxy-source-too-long': 'Where it stands may have at most {{max}} characters.',
    'proxies-given-already':
      'Not saved: somebody holds {{count}} already, and {{max}} would be allowed. Please take proxies back first.',
    'proxy-to-self': 'A proxy goes to somebody else. Please choose another person.',
    'proxy-principal-no-vote': 'This person has no vote in this vote, so there is nothing to give.',
    'proxy-holder-no-vote': 'A proxy goes to somebody who votes here themselves. Please choose another person.',
    'proxy-paper-in': 'Their paper is in already. It can be changed until the close; a proxy is not needed for that.',
    'proxy-holds-others':
      'They hold a proxy themselves, for {{names}}, and nobody votes through two others. Please have that one taken back first.',
    'proxy-holder-gave':
      '{{name}} has asked somebody else to vote for them, and nobody votes through two others. Please choose another person.',
    'proxy-holder-full':
      '{{name}} holds {{count}} already, and by the rule of this vote one person may vote for {{max}} at most. Please choose another person.',
    'proxy-not-held':
      'There is no such proxy any more: it was taken back, or they have voted themselves. Type /vote to see where it stands.',
    'proxy-gone': 'This proxy has ended already. Type /vote to see where the vote stands.',
    'proxy-room-open':
      'The papers are handed out: in the room proxies are those that stood when the vote opened. It can be declared void and held again.',
  },
};
