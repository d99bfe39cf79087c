/** What movements keep to in the Vietnamese rule sets (planning 5): rotation, transfer, change of position, secondment. */
import { confirmed, unconfirmed } from './cited.ts';
import { references } from './legal-references.ts';

const { qd65, qd98, nd138, nd170, secondmentRules, transferRules, positionChangeRules, ownChoice } = references;

const laterValue = {
  vi: 'Theo văn bản sau này; chưa đọc được văn bản thời kỳ đó.',
  en: 'As in later texts; those of that time could not be read.',
};
const ofProcuracy = {
  vi: 'Trong ngành do Viện trưởng VKSND tối cao quy định.',
  en: 'In the Procuracy set by the Procurator General.',
};

const ownNotice = { movementEndNoticeDays: confirmed(60, ownChoice) } as const;

/** From 27 December 2021; rotation by Regulation 65, which came four months later in the place of Regulation 98. */
export const movementsSinceQd50 = {
  ...ownNotice,
  rotationMinMonths: confirmed(36, qd65),
  rotationMonthsLeft: confirmed(120, qd65),
  secondmentMaxMonths: confirmed(36, secondmentRules),
  secondmentNursingMonths: confirmed(36, secondmentRules),
  positionChangeMonths: confirmed({ min: 24, max: 60 }, positionChangeRules, { note: ofProcuracy }),
  rotationMeetsPerson: unconfirmed(true, nd138, { note: laterValue }),
  secondmentMeetsPerson: confirmed(true, secondmentRules),
  transferMeetsPerson: confirmed(true, transferRules),
} as const;

export const movementsUnderQd377 = { ...movementsSinceQd50, rotationMeetsPerson: confirmed(true, nd170) } as const;

export const movementsBeforeQd50 = {
  ...ownNotice,
  rotationMinMonths: unconfirmed(36, qd98, { note: laterValue }),
  rotationMonthsLeft: unconfirmed(120, qd98, { note: laterValue }),
  secondmentMaxMonths: unconfirmed(36, secondmentRules, { note: laterValue }),
  secondmentNursingMonths: unconfirmed(36, secondmentRules, { note: laterValue }),
  positionChangeMonths: unconfirmed({ min: 24, max: 60 }, positionChangeRules, { note: laterValue }),
  rotationMeetsPerson: unconfirmed(true, nd138, { note: laterValue }),
  secondmentMeetsPerson: unconfirmed(true, secondmentRules, { note: laterValue }),
  transferMeetsPerson: unconfirmed(true, transferRules, { note: laterValue }),
} as const;

const summaries = [secondmentRules, transferRules, positionChangeRules];

export const movementReferences = {
  beforeQd50: [qd98, nd138, ...summaries],
  underQd50: [qd65, nd138, ...summaries],
  underQd377: [qd65, nd170, ...summaries],
};
