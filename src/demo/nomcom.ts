/** A nominating committee after RFC 8713: ten voting volunteers, a chair and liaisons who do not vote. All people are invented. */
import type { Role } from '../features/access/types.ts';
import type { DemoCommittee, DemoPerson } from './types.ts';

const members: DemoPerson[] = [
  serving('Maren Okafor-Lind', 'U0NCCHAIR', 'Chair', 'chair'),
  ...(
    [
      ['Adaeze Brightwater', 'U0NCMEM01', 'Brightwater Labs'],
      ['Jonas Hallström', 'U0NCMEM02', 'Nordlys Networks'],
      ['Kaori Minazuki', 'U0NCMEM03', 'Minazuki Institute'],
      ['Rafael Quintavalle', 'U0NCMEM04', 'Porto Claro University'],
      ['Priya Vantakar', 'U0NCMEM05', 'Vantakar Systems'],
      ['Ewan Strathbogie', 'U0NCMEM06', 'Independent'],
      ['Noor El-Tayeb', null, 'Delta Exchange'],
      ['Piotr Zawilski', null, 'Zawilski & Daughters'],
      ['Leilani Kealoha-Marsh', null, 'Island Fibre'],
      ['Bruno Castellane', null, 'Castellane Research'],
    ] as const
  ).map(
    ([fullName, account, unit]): DemoPerson => ({
      fullName,
      unit,
      ...(account ? { account } : {}),
      member: { roles: ['member'], votes: true, post: 'Voting volunteer' },
    }),
  ),
  serving('Sunniva Halvorsrud', 'U0NCLIAI1', 'Liaison, Board', 'observer'),
  serving('Desmond Achterberg', 'U0NCLIAI2', 'Liaison, Architecture Council', 'observer'),
  serving('Lucía Montferrat', 'U0NCADVIS', 'Adviser, past chair', 'observer'),
];

const nominees: DemoPerson[] = [
  { fullName: 'Ingrid Vasquez-Thorne', unit: 'Thorne Routing', statePost: 'Working group chair' },
  { fullName: 'Babatunde Oyelowe', unit: 'Lagos Internet Exchange', statePost: 'Operations lead' },
  { fullName: 'Mei-Ling Hartono', unit: 'Archipelago Registry', statePost: 'Treasurer' },
  { fullName: 'Callum Drexler', unit: 'Drexler Security', statePost: 'Document editor' },
  { fullName: 'Soledad Ibarrola', unit: 'Universidad del Faro', statePost: 'Research group chair' },
  { fullName: 'Anneke Vandersloot', unit: 'Polder Transit', statePost: 'Area reviewer' },
  { fullName: 'Farida Rahmanzai', unit: 'Independent', statePost: 'Accountant' },
];

export const nomcom: DemoCommittee = {
  team: 'T0NOMCOM',
  channel: 'C0NCNOMCOM',
  name: 'Nominating Committee',
  profile: 'nomcom',
  locale: 'en',
  zone: 'UTC',
  clerk: {
    fullName: 'Tobias Wrenfield',
    account: 'U0NCSECR1',
    unit: 'Secretariat',
    member: { roles: ['clerk'], votes: false, post: 'Committee secretary' },
  },
  people: [...members, ...nominees],
  away: null,
  plan: (year) => ({
    title: `Open seats ${year + 1}–${year + 3}`,
    track: 'board',
    termFrom: `${year + 1}-03`,
    termTo: `${year + 3}-03`,
    congress: null,
    positions: [
      { title: 'Board member', seats: 2, level: null, isCommittee: false },
      { title: 'Architecture Council member', seats: 3, level: null, isCommittee: false },
      { title: 'Treasurer', seats: 1, level: null, isCommittee: false },
    ],
    namesInDays: 14,
    proposals: [
      named(
        'Adaeze Brightwater',
        'Ingrid Vasquez-Thorne',
        'Board member',
        'Two terms as a chair; finds words on which both sides agree.',
      ),
      named(
        'Jonas Hallström',
        'Babatunde Oyelowe',
        'Board member',
        'Built an exchange from nothing and kept its books open.',
      ),
      named(
        'Kaori Minazuki',
        'Soledad Ibarrola',
        'Architecture Council member',
        'Reads every draft in her area and answers within the week.',
      ),
      named(
        'Ewan Strathbogie',
        'Callum Drexler',
        'Architecture Council member',
        'Careful editor; knows where the old protocols hurt.',
      ),
      named('Priya Vantakar', 'Mei-Ling Hartono', 'Treasurer', 'Twelve clean audits in a row.'),
    ],
  }),
};

function serving(fullName: string, account: string, post: string, role: Role): DemoPerson {
  return { fullName, account, statePost: post, member: { roles: [role], votes: false, post } };
}

function named(by: string, who: string, position: string, reasons: string) {
  return { by, who, position, reasons };
}
