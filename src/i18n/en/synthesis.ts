/** The synthesis of comments beyond its counts: versions, sources, out of the chat. */
export const synthesis = {
  general: 'In general',
  ownUnit: 'From the nominee’s own unit',
  shield:
    'How many answers come from the nominee’s own unit is shown only where no group of fewer than {{shield}} people can be worked out from it.',
  sources_one: '{{count}} comment, from: {{from}}; on: {{on}}',
  sources_other: '{{count}} comments, from: {{from}}; on: {{on}}',
  version: 'Version {{version}}',
  changed: 'Changed by a correction since version {{before}}:',
  change: '{{name}}: {{what}}',
  moved: '“{{tally}}” {{before}} → {{after}}',
  added_one: '{{count}} new or changed comment',
  added_other: '{{count}} new or changed comments',
  removed_one: 'in place of {{count}} earlier comment',
  removed_other: 'in place of {{count}} earlier comments',
  asText: 'As text',
  asWorkbook: 'Excel file',
  asCsv: 'CSV file',
  out: {
    fileName: 'synthesis-{{date}}.{{ending}}',
    text: 'To copy into your report:',
    csv: 'To copy into a file that ends in .csv, or into a spreadsheet:',
  },
  takenOut: 'It is recorded that this was taken out of the chat.',
  line: '({{role}}, {{stance}}) {{said}}',
  number: 'No.',
  asked: 'People asked',
  source: 'Source',
  view: 'View',
  aspect: 'Aspect',
  content: 'Comment',
  refusals: {
    'synthesis-version-unknown':
      'This synthesis has versions 1 to {{newest}}. Please open one of them with /review synthesis.',
  },
};
