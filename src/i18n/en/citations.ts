export const citations = {
  title: 'Check citations',
  submit: 'Check',
  intro:
    'Put in a draft, or the part with its legal basis. Numbers and dates are held against the register of legal references; nothing is stored.',
  text: 'Text',
  none: 'No citation was found in this text. They are written like this: 50-QĐ/TW, 27/12/2021.',
  limits:
    'The register has what the rules here rest on, not every document. A document that it does not have is not therefore wrong.',
  button: 'Check citations',
  findings: {
    agrees: '**{{number}}**, {{dated}}: as in the register ({{subject}}).',
    'without-date': '**{{number}}**: in the register, of {{issued}} ({{subject}}).',
    'date-differs': '**{{number}}** is dated {{dated}} here; the register has it of {{issued}} ({{subject}}).',
    'not-known': '**{{number}}**: not in the register, so it was not checked.',
  },
  sameDay: 'Of {{dated}} it has {{number}}.',
  please: 'Please check.',
  replaced: 'Replaced by: {{title}}.',
};
