export const pools = {
  summary: 'Pool of a plan',
  title: 'Pool of the plan',
  intro:
    'Everybody in the register who basically qualifies for the positions of **{{plan}}**. It is computed by the rules, discussed, and confirmed before names are put on a list.',
  open: 'Version **{{version}}**, not confirmed yet; computed {{at}} by {{name}}.',
  inForce: 'Version {{version}} stays in force until this one is confirmed.',
  confirmed:
    'Version **{{version}}**, **confirmed** {{at}} by {{name}}; discussed by {{body}} on {{discussedOn}}. It stays as it is; compute again to make the next version.',
  replaced:
    'Version **{{version}}**, replaced by a later one; confirmed {{at}} by {{name}}, discussed by {{body}} on {{discussedOn}}.',
  versions: {
    open: 'Version {{version}}, not confirmed yet, computed {{day}}',
    confirmed: 'Version {{version}}, in force, discussed {{day}}',
    replaced: 'Version {{version}}, replaced, discussed {{day}}',
  },
  buttonVersion: 'See this version',
  buttonCompute: 'Compute the pool',
  buttonAgain: 'Compute again',
  buttonNext: 'Compute the next version',
  buttonConfirm: 'Confirm the pool',
  computed: 'Version **{{version}}** is computed from the register as it is now. What was recorded of people is kept.',
  computedBeside:
    'Version **{{version}}** is computed from the register as it is now, with what was recorded before. Version **{{inForce}}** stays in force until you confirm this one.',
  position: {
    line: '**{{title}}**: {{in}} in the pool ({{assessed}} assessed), {{notKnown}} not known, {{leftOut}} left out',
    notComputed: '**{{title}}**: not computed yet. Please compute again.',
    button: 'See the people',
    which: {
      in_one: '**In the pool**: {{count}} person.',
      in_other: '**In the pool**: {{count}} people.',
      'not-known_one':
        '**Not known**: {{count}} person of whom the register does not say what the rules ask. Complete the register and compute again, or add the person with a reason.',
      'not-known_other':
        '**Not known**: {{count}} people of whom the register does not say what the rules ask. Complete the register and compute again, or add them with a reason.',
      'left-out_one': '**Left out**: {{count}} person, with the reason.',
      'left-out_other': '**Left out**: {{count}} people, each with the reason.',
    },
    show: {
      in: 'In the pool ({{count}})',
      'not-known': 'Not known ({{count}})',
      'left-out': 'Left out ({{count}})',
    },
    buttonPool: 'All positions',
  },
  person: {
    standsInPlan: ', in the plan for this position already',
    button: 'Record',
    rulings: {
      added: '**Added**: {{reason}}. ',
      'left-out': '**Left out by us**: {{reason}}. ',
    },
    prospects: 'Prospects: **{{level}}**. ',
    recorded: '(Recorded by {{name}}, {{at}})',
  },
  prospects: { high: 'high', medium: 'medium', low: 'low' },
  discuss: {
    title: 'Discussion',
    intro: {
      qualifies: '**{{name}}**, {{position}}. By the rules this person basically qualifies.',
      'not-known': '**{{name}}**, {{position}}. The register does not say what the rules ask.',
      'left-out': '**{{name}}**, {{position}}. By the rules this person does not qualify.',
    },
    place: 'Place',
    places: { in: 'In the pool', out: 'Not in the pool' },
    reason: 'Reason',
    reasonHint:
      'Needed where it differs from what the rules say. The rules are asked again when the name is put on a list.',
    prospects: 'Prospects',
    assessment: 'Assessment',
    assessmentHint: 'In a few words: quality, capacity, prestige, prospects.',
    done: 'Recorded of **{{name}}**.',
  },
  confirm: {
    title: 'Confirm the pool',
    intro_one:
      '**{{plan}}**, version {{version}}: {{count}} person is in the pool. From now on names on the list are compared with it.',
    intro_other:
      '**{{plan}}**, version {{version}}: {{count}} people are in the pool. From now on names on the list are compared with it.',
    notAssessed_one: 'Of them {{count}} is not assessed yet. This hinders nothing.',
    notAssessed_other: 'Of them {{count}} are not assessed yet. This hinders nothing.',
    body: 'Discussed by',
    bodyHint: 'Which body, for example: Collective leadership',
    discussedOn: 'On',
    done: 'Version **{{version}}** of the pool is confirmed.',
  },
  refusals: {
    'pool-register-empty':
      'There is nobody in the register yet whom the rules could be asked about. Please add people first: /plan people.',
    'pool-unknown': 'This version of the pool cannot be found. Please open the plan with /plan.',
    'pool-not-open':
      'Nothing was changed: version {{version}} of the pool is confirmed and stays as it is. To change it, compute the next version.',
    'pool-person-gone':
      'Nothing was changed: this person is not among those computed for this position. Please compute the pool again.',
    'pool-reason-missing':
      'Please write the reason: it is needed for adding somebody whom the rules do not let in, and for leaving somebody out who qualifies.',
    'pool-prospects-missing': 'Please choose the prospects beside the assessment.',
    'pool-text-too-long': 'This is longer than {{max}} characters. Please shorten it.',
    'pool-nobody-in':
      'Not confirmed: nobody is in the pool yet. Please add people with a reason, or complete the register and compute again.',
    'pool-body-missing': 'Please write which body discussed the pool.',
    'pool-body-too-long': 'The name of the body is longer than {{max}} characters. Please shorten it.',
    'pool-day-wrong': 'Please choose the day of the discussion: today or earlier.',
  },
};
