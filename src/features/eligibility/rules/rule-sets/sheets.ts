/**
 * The lists that committees hand in, by profile: which columns, in which order, under which groups (domain/planning 2.9).
 * The two appendices were read in a form of 2026; no text was found that sets the columns of the list of short profiles.
 */

const bornIn = ['bornMale', 'bornFemale'] as const;

const appendix1 = {
  kind: 'appendix-1',
  of: 'entries',
  columns: [
    ...['number', 'fullName', ...bornIn, 'presentPost', 'plannedPosition', 'carriedTo', 'education'],
    ...['politicalTheory', 'decision', 'ratings', 'unitProposal'],
  ],
  groups: 'posts-and-left',
  isAppendix: true,
  isConfirmed: true,
} as const;

const appendix2 = {
  kind: 'appendix-2',
  of: 'candidates',
  columns: [
    ...['number', 'fullName', ...bornIn, 'presentPost', 'proposedPosition', 'education', 'politicalTheory'],
    ...['ratings', 'unitProposal'],
  ],
  groups: 'posts-with-counts',
  isAppendix: true,
  isConfirmed: true,
} as const;

const shortProfiles = {
  kind: 'short-profiles',
  of: 'candidates',
  columns: [
    ...['number', 'fullName', ...bornIn, 'ethnicity', 'religion', 'homeTown', 'joinedOnProbation', 'joinedInFull'],
    ...['education', 'degrees', 'politicalTheory', 'languages', 'computing', 'presentPost', 'career'],
    ...['proposedPosition', 'votes'],
  ],
  groups: 'positions',
  isAppendix: true,
  isConfirmed: false,
} as const;

export const vnSheets = [appendix1, appendix2, shortProfiles] as const;

export const plainSheets = [
  {
    kind: 'standing',
    of: 'entries',
    columns: ['number', 'fullName', 'presentPost', 'unit', 'position', 'readiness', 'decidedBy'],
    groups: 'positions',
    isAppendix: false,
    isConfirmed: true,
  },
  {
    kind: 'candidates',
    of: 'candidates',
    columns: ['number', 'fullName', 'presentPost', 'unit', 'position'],
    groups: 'positions',
    isAppendix: false,
    isConfirmed: true,
  },
] as const;
