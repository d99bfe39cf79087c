/** Vote rules outside Viet Nam: Robert's Rules and common ones for the general profile, RFC 8713 for a NomCom. */
import { confirmed, partly, unconfirmed } from '../../../eligibility/rules/rule-sets/cited.ts';
import { references } from '../../../eligibility/rules/rule-sets/legal-references.ts';
import type { LegalReference } from '../../../eligibility/types.ts';
import type { Denominator, VoteRule } from '../../types/vote-rule.ts';

const { robert, rfc8713, schulze, scottishStv, charters, ownChoice } = references;

const share = (
  numerator: number,
  denominator: number,
  comparison: 'more-than' | 'at-least',
  of: Denominator['of'],
) => ({
  share: { numerator, denominator },
  comparison,
  base: { of, lessRecused: false },
});

const majorityOfMembers = {
  kind: 'share',
  share: { numerator: 1, denominator: 2 },
  comparison: 'more-than',
  base: { of: 'seated', lessRecused: false },
} as const;

const byShowOfHands = {
  passing: confirmed('everyone', ownChoice),
  fallback: confirmed({ kind: 'none' }, ownChoice),
  secrecy: confirmed('open', ownChoice),
  progress: confirmed('hidden', ownChoice),
  announce: confirmed({ what: 'numbers', by: 'chair' }, ownChoice),
  selfVote: confirmed('withdraws', ownChoice),
  proxiesPerPerson: confirmed(0, ownChoice),
} as const;

const motion = { kind: 'yes-no', abstain: true, capYes: false } as const;

const general = { key: 'general', version: 1 };

/** More than half of the votes cast: blank papers and abstentions are not votes, illegal papers are. */
const robertMajority: VoteRule = {
  key: 'robert-majority',
  title: { vi: 'Quá bán số phiếu bầu (Robert)', en: "Majority of votes cast (Robert's Rules)" },
  ruleSet: general,
  ...byShowOfHands,
  paper: confirmed(motion, ownChoice),
  quorum: unconfirmed(majorityOfMembers, robert),
  threshold: confirmed(share(1, 2, 'more-than', 'cast'), robert),
  tie: confirmed('fails', robert),
  blank: confirmed('valid', robert),
};

const robertTwoThirds: VoteRule = {
  ...robertMajority,
  key: 'robert-two-thirds',
  title: { vi: 'Hai phần ba số phiếu bầu (Robert)', en: "Two thirds of votes cast (Robert's Rules)" },
  threshold: confirmed(share(2, 3, 'at-least', 'cast'), robert),
};

/** Ballots are repeated until somebody has a majority; who was not nominated can be written in. */
const robertElection: VoteRule = {
  ...robertMajority,
  key: 'robert-election',
  title: { vi: 'Bầu bằng phiếu kín, quá bán (Robert)', en: "Election by ballot (Robert's Rules)" },
  paper: confirmed({ kind: 'introduction', choices: null, writeIn: true, abstain: false }, robert),
  passing: confirmed('seats', ownChoice),
  tie: unconfirmed('next-round', robert),
  fallback: unconfirmed({ kind: 'another-round' }, robert),
  secrecy: confirmed('secret', ownChoice),
};

const simpleMajority: VoteRule = {
  ...robertMajority,
  key: 'simple-majority',
  title: { vi: 'Đa số phiếu hợp lệ', en: 'Simple majority of valid papers' },
  quorum: confirmed(majorityOfMembers, ownChoice),
  threshold: confirmed(share(1, 2, 'more-than', 'valid'), ownChoice),
  tie: confirmed('fails', ownChoice),
  blank: confirmed('valid', ownChoice),
};

const majorityPresent: VoteRule = {
  ...simpleMajority,
  key: 'majority-present',
  title: { vi: 'Quá bán số người có mặt', en: 'Majority of those present' },
  quorum: confirmed(majorityOfMembers, charters),
  threshold: confirmed(share(1, 2, 'more-than', 'present'), charters),
};

const byMostVotes = {
  ...byShowOfHands,
  quorum: confirmed(majorityOfMembers, ownChoice),
  threshold: confirmed(null, ownChoice),
  passing: confirmed('seats', ownChoice),
  tie: confirmed('next-round', ownChoice),
  blank: confirmed('valid', ownChoice),
  secrecy: confirmed('secret', ownChoice),
} as const;

const mostVotes: VoteRule = {
  key: 'most-votes',
  title: { vi: 'Người nhiều phiếu nhất', en: 'Most votes' },
  ruleSet: general,
  ...byMostVotes,
  paper: confirmed({ kind: 'pick', choices: null, abstain: true }, ownChoice),
};

const ranked = (method: 'schulze' | 'stv', ruleSet: VoteRule['ruleSet'], source: LegalReference): VoteRule => ({
  key: method,
  title:
    method === 'schulze'
      ? { vi: 'Xếp hạng (phương pháp Schulze)', en: 'Ranking (Schulze method)' }
      : { vi: 'Xếp hạng, phiếu chuyển nhượng (STV)', en: 'Ranking (single transferable vote)' },
  ruleSet,
  ...byMostVotes,
  paper: confirmed({ kind: 'ranked', method, abstain: true }, source),
});

const nomcom = { key: 'nomcom-rfc8713', version: 1 };

/** Seven of the ten volunteers take part; how they decide is the chair's, known to all beforehand (5.5). */
const nomcomCandidates: VoteRule = {
  key: 'nomcom-candidates',
  title: { vi: 'Biểu quyết về người được đề cử (NomCom)', en: 'Vote on candidates (NomCom)' },
  ruleSet: nomcom,
  ...byShowOfHands,
  paper: confirmed({ kind: 'pick', choices: null, abstain: true }, ownChoice),
  quorum: confirmed({ kind: 'count', atLeast: 7 }, rfc8713, { article: '5.6' }),
  threshold: unconfirmed(share(1, 2, 'more-than', 'cast'), rfc8713, {
    article: '5.5',
    note: {
      vi: 'Cách biểu quyết do chủ trì đặt và cho mọi người biết trước.',
      en: 'The voting rule is set by the chair and known to all beforehand.',
    },
  }),
  passing: confirmed('seats', rfc8713, { article: '5.14' }),
  tie: confirmed('next-round', ownChoice),
  fallback: confirmed({ kind: 'another-round' }, ownChoice),
  blank: confirmed('valid', ownChoice),
  secrecy: confirmed('secret', ownChoice),
  announce: partly({ what: 'nothing', by: 'chair' }, rfc8713, { article: '3.6' }),
  selfVote: confirmed('withdraws', rfc8713, { article: '5.11' }),
};

const nomcomOther: VoteRule = {
  ...robertMajority,
  key: 'nomcom-other',
  title: { vi: 'Biểu quyết về việc khác (NomCom)', en: 'Vote on other matters (NomCom)' },
  ruleSet: nomcom,
  quorum: confirmed(
    { ...majorityOfMembers, share: { numerator: 3, denominator: 4 }, comparison: 'at-least' },
    rfc8713,
    { article: '5.6' },
  ),
  threshold: unconfirmed(share(1, 2, 'more-than', 'cast'), rfc8713, { article: '5.5' }),
  tie: confirmed('fails', ownChoice),
  blank: confirmed('valid', ownChoice),
};

/** Three quarters of the members who vote on the question. */
const nomcomRecall: VoteRule = {
  ...nomcomOther,
  key: 'nomcom-recall',
  title: { vi: 'Miễn nhiệm (ban xét miễn nhiệm)', en: 'Recall (recall committee)' },
  quorum: unconfirmed({ kind: 'none' }, rfc8713, { article: '7' }),
  threshold: confirmed(share(3, 4, 'at-least', 'cast'), rfc8713, { article: '7' }),
  secrecy: confirmed('secret', ownChoice),
};

/** The confirming body's own rule; where it has none, at least half of its sitting members (3.7). */
const confirming: VoteRule = {
  ...nomcomOther,
  key: 'confirming-body',
  title: { vi: 'Xác nhận của cơ quan có thẩm quyền', en: 'Confirmation' },
  quorum: confirmed({ kind: 'none' }, rfc8713, { article: '3.7' }),
  threshold: confirmed(share(1, 2, 'at-least', 'seated'), rfc8713, { article: '3.7' }),
};

export const elsewhere: readonly VoteRule[] = [
  simpleMajority,
  majorityPresent,
  robertMajority,
  robertTwoThirds,
  robertElection,
  mostVotes,
  ranked('schulze', general, schulze),
  ranked('stv', general, scottishStv),
  nomcomCandidates,
  nomcomOther,
  nomcomRecall,
  confirming,
  ranked('schulze', nomcom, schulze),
];
