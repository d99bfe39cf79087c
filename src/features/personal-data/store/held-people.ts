/** Whom requests for erasure name. */
import type { HoldsPeople } from '../../../kernel/held-people.ts';

export const personalDataHoldsPeople: HoldsPeople = {
  moves: [{ table: 'erasure_request', column: 'personId', once: { same: ['workspaceId'], until: 'decidedAt' } }],
  clashes: [],
  stays: { 'erasure_request.recordedBy': 'who did it then', 'erasure_request.decidedBy': 'who did it then' },
  told: {
    register: ['erasure_request.personId'],
    recorded: ['erasure_request.recordedBy', 'erasure_request.decidedBy'],
  },
};
