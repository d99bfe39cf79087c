export const workspaces = {
  summary: 'A notice for the committee secretary',
  somebody: 'somebody',
  account: {
    gone: '**{{name}}** no longer has an active chat account.',
    goneNext:
      'What is asked of them stays as it is. Please ask them outside the chat and record what they say, or end the membership under /committee.',
    outside: '**{{name}}** is now a guest in this workspace, or belongs to another organisation.',
    outsideNext:
      'As long as they hold a role in the committee they get its private cards. Please check that this is right, under /committee.',
  },
  channel: {
    lost: '{{channel}}: {{what}}.',
    losses: {
      archived: 'the channel of the committee was archived',
      gone: 'the channel of the committee was deleted',
      'bot-removed': 'Quorate was removed from the channel of the committee, or cannot see it any more',
    },
    next: {
      archived:
        'Private cards still arrive; nothing is posted in the channel. Please open it again, or set the committee up in another one.',
      gone: 'Private cards still arrive. Please set up another channel for the committee.',
      'bot-removed': 'Private cards still arrive; nothing is posted in the channel. Please invite Quorate to it again.',
    },
  },
  undeliverable: {
    line: 'Not delivered: {{what}} to {{to}}.',
    reasons: {
      'recipient-gone': 'The chat account is closed. Please tell them outside the chat.',
      'recipient-outside':
        'The account belongs to another organisation and takes no messages from here. Please tell them outside the chat.',
      'channel-gone': 'The channel does not exist any more. Please set up another one for the committee.',
      'channel-archived': 'The channel is archived. Please open it again.',
      'bot-not-in-channel': 'Quorate is not in the channel. Please invite it.',
      'bot-removed': 'Quorate was taken out of the workspace.',
      'message-gone': 'The message was deleted, so it can no longer be updated.',
      'not-allowed': 'The workspace does not allow it. Please ask a workspace admin.',
      'message-refused': 'The chat platform refused the message. Please tell your operator.',
      'out-of-time': 'It was too late to send it.',
      'nothing-to-say': 'There was nothing to say any more.',
      'rendering-failed': 'It could not be put into words by our mistake. Please tell your operator.',
      'not-known': 'It is not known whether it arrived, so it was not repeated. Please ask them.',
    },
  },
  cards: {
    reviews: 'a card of a review',
    conferences: 'a message about a conference',
    deadlines: 'a reminder',
    nominations: 'a message about names that were put forward',
    committees: 'a message about the committee',
    other: 'a message',
  },
};
