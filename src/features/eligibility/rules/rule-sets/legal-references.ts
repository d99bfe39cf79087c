/**
 * The register of legal references: whatever rule sets cite, and what replaced what (domain/planning 1). Adding a document:
 * write its entry in register/. Whether a value was read there is said with each value, not here.
 */
import { LegalReference } from '../../types.ts';
import { otherSources } from '../register/elsewhere.ts';
import { partyDocuments } from '../register/party.ts';
import { stateDocuments } from '../register/state.ts';

export const references = { ...partyDocuments, ...stateDocuments, ...otherSources } as const;

export const register: readonly LegalReference[] = Object.values(references).map((entry) =>
  LegalReference.parse(entry),
);
