export const rulings = {
  bases: {
    summoned: 'people summoned',
    seated: 'members',
    present: 'people present',
    returned: 'papers returned',
    valid: 'valid papers',
    cast: 'votes cast',
  },
  faults: {
    'too-many-marks': 'There are {{marks}} marks, and the paper may have at most {{max}}.',
    'named-twice': 'Somebody is marked twice.',
    'unknown-candidate': 'Somebody is marked who is not on this paper.',
    'write-in-not-allowed': 'Names cannot be added to this paper.',
    'write-in-too-long': 'The added name is too long; please write name and post only.',
    'abstain-not-allowed': 'This vote has no abstention.',
    'equal-places': 'Two people cannot stand in the same place on this paper.',
    'not-readable': 'The paper cannot be read.',
  },
  refusals: {
    'vote-numbers-disagree':
      'Not opened: {{present}} present and {{recused}} recused do not fit {{summoned}} summoned. Please check the roll call and the list of those summoned.',
    'nobody-to-vote':
      'Not opened: nobody could vote. Summoned: {{summoned}}, present: {{present}}, of them recused: {{recused}}. Please summon members with the right to vote.',
    'vote-base-zero':
      'Not opened: the rule takes a share of the number of {{voteBase}}, and that number is 0. Please choose another rule or complete the list.',
    'quorum-above-seats':
      'Not opened: the rule asks for {{needed}} people present, and the committee has {{seats}} with a vote. Please fill the seats or choose another rule.',
    'quorum-out-of-reach':
      'Not opened: the rule asks for {{needed}} people present, and {{summoned}} are summoned. Please summon more or choose another rule.',
    'vote-without-quorum':
      'Not opened: the rule asks for {{needed}} people present, and {{present}} are. Please complete the roll call, or vote when enough have come.',
    'vote-cannot-pass':
      'Not opened: {{needed}} votes are needed, taken of {{base}} {{voteBase}}, and only {{voters}} people can vote. Please wait for more people or choose another rule.',
    'more-issued-than-entitled':
      'Not saved: {{issued}} papers issued, and {{entitled}} people may vote. Please count the papers again.',
    'more-returned-than-issued':
      'Not saved: {{returned}} papers returned, and {{issued}} were issued. Please count the papers again.',
    'papers-do-not-add-up':
      'Not saved: {{invalid}} invalid, {{blank}} blank and {{abstained}} abstaining papers are more than the {{returned}} returned. Please check these numbers.',
    'more-votes-than-papers':
      'Not saved: line {{line}} has {{votes}} votes, and only {{papers}} papers have marks. Please check this line.',
    'more-marks-than-papers-hold':
      'Not saved: {{votes}} votes altogether, and {{papers}} papers can hold at most {{max}}. Please check the lines.',
  },
};
