/** Markings of secrecy: their names, what the workspace accepts, and what is said of whatever is turned away. */
export const classification = {
  levels: {
    unclassified: 'Unclassified',
    internal: 'Internal',
    confidential: 'Confidential (Mật)',
    secret: 'Secret (Tối mật)',
    'top-secret': 'Top secret (Tuyệt mật)',
  },
  said: {
    unclassified: 'Unclassified: bears no marking.',
    internal: 'Internal: for use inside the organisation; no state secret.',
    confidential:
      'Confidential (Mật): the lowest of the three levels of state secrets; elsewhere what an organisation marks so.',
    secret: 'Secret (Tối mật): the middle level.',
    'top-secret': 'Top secret (Tuyệt mật): the highest level.',
  },
  titled: '{{title}} ({{level}})',
  marking: 'Classification: {{level}}',
  form: {
    title: 'Classification',
    what: {
      plan: 'It holds for the plan and all that hangs on it: lists, papers and parcels say it. Only levels that this workspace accepts can be chosen.',
      conference:
        'It holds for the conference: invitation, agenda and minutes say it. Where a list on the agenda bears a higher one, that one is said. Only levels that this workspace accepts can be chosen.',
    },
    level: 'Level',
    reason: 'Reason',
    decision: 'Decision, when it becomes lower',
    decisionHint: 'Who decided it, with number and date.',
    done: {
      plan: 'The plan now bears: **{{level}}**.',
      conference: 'The conference now bears: **{{level}}**. Invitations that are out say it too.',
    },
  },
  accepted: {
    title: 'Markings that this workspace accepts',
    upTo: 'Accepted: up to **{{level}}**.',
    byDefault: 'This is the default; no workspace admin has set anything yet.',
    since: 'Set {{at}} by a workspace admin, with this reason:',
    what: 'Whatever bears a higher marking (on a line of its own, as a heading, as “Classification: Secret”) is turned away before anything of it is stored: typed words, pasted lists, files, answer pages. The words inside a sentence are no marking.',
    source:
      'The default accepts no state secret, because drafts on leaders can be state secrets (Decision 2500/QĐ-TTg of 17 November 2025, Law 117/2025/QH15). No text that we have read names a level for a chat: not confirmed, so the workspace decides.',
    who: 'A workspace admin can change this.',
    buttonChange: 'Change',
    form: {
      title: 'Markings accepted',
      what: 'It holds for what is handed in from now on. State secrets may only be kept where the law allows; what is said here is also seen by the chat platform and by whoever operates Quorate.',
      level: 'Accepted up to',
      reason: 'Reason',
      reasonHint: 'Who decided it, and by which rule. Shown to everybody in the workspace.',
    },
  },
  refusals: {
    'marked-above-accepted':
      'This bears the marking {{marking}}; this workspace accepts up to {{acceptedLevel}}. Nothing of it was stored. Please handle it on paper, in the way its marking asks for. If it is no marking, put the word into a sentence.',
    'marked-message-above-accepted':
      'Your message bears the marking {{marking}}; this workspace accepts up to {{acceptedLevel}}. Nothing of it was stored. Please delete the message in this chat, and handle it on paper, in the way its marking asks for. If it is no marking, put the word into a sentence.',
    'marked-file-above-accepted':
      'The file bears the marking {{marking}}; this workspace accepts up to {{acceptedLevel}}. Nothing of it was stored. Please delete the file in this chat, and handle it on paper, in the way its marking asks for.',
    'classification-not-admin': 'Only a workspace admin sets what the workspace accepts. Please ask one.',
    'classification-reason-missing': 'Please give the reason: it is shown to everybody who looks.',
    'classification-reason-too-long': 'The reason may have {{max}} characters.',
    'classification-same': 'This is what holds already. Please choose another level, or cancel.',
    'classification-decision-missing':
      'Lower only by a decision: please say who decided it, with number and date of the paper.',
    'classification-above-accepted':
      '{{marking}} is above what this workspace accepts (up to {{acceptedLevel}}), so it cannot be kept here. Please keep it on paper, or ask a workspace admin.',
    'classification-plans-above_one':
      '{{count}} open plan or conference is classified above {{marking}}. Please have it lowered by a decision, or closed, first.',
    'classification-plans-above_other':
      '{{count}} open plans or conferences are classified above {{marking}}. Please have them lowered by a decision, or closed, first.',
    'classification-changed': 'Somebody else has set it meanwhile. Please look again, then decide.',
  },
};
