/** What a link of the chain covers, as one text and its hash. Pure; changing it would break every chain there is. */
import { createHash } from 'node:crypto';
import type { AuditEvent } from '../database/generated/client.ts';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';

export const emptyChain = '0'.repeat(64);

export function linkHash(event: AuditEvent, position: number, previousHash: string): string {
  return createHash('sha256')
    .update(canonicalJson({ event: canonical(event), position, previousHash }))
    .digest('hex');
}

/** Every column counts: also the serial, so that two events cannot change places. */
function canonical(event: AuditEvent): Json {
  return {
    id: event.id,
    serial: event.serial.toString(),
    workspace: event.workspaceId,
    committee: event.committeeId,
    kind: event.kind,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    nominees: event.nomineeIds,
    member: event.memberId,
    person: event.personId,
    onBehalfOf: event.onBehalfOf,
    via: event.via as Json,
    facts: event.facts as Json,
    at: event.at.toISOString(),
  };
}
