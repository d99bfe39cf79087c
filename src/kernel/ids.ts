/** Branded ids: a PersonId cannot be passed where a CommitteeId is meant. All are random UUIDs (never time-ordered). */
import { randomUUID } from 'node:crypto';

declare const brand: unique symbol;
export type Id<Name extends string> = string & { readonly [brand]: Name };

export type WorkspaceId = Id<'workspace'>;
/** A chat account in one workspace; a person may have none. */
export type MemberId = Id<'member'>;
export type PersonId = Id<'person'>;
export type CommitteeId = Id<'committee'>;
export type MembershipId = Id<'membership'>;
export type PlanId = Id<'plan'>;
export type PositionId = Id<'position'>;
export type PlanEntryId = Id<'plan-entry'>;
export type NominationId = Id<'nomination'>;
export type NomineeListId = Id<'nominee-list'>;
export type ReviewRoundId = Id<'review-round'>;
export type ConferenceId = Id<'conference'>;
export type CollectionId = Id<'collection'>;
export type DeadlineId = Id<'deadline'>;
export type DeliveryId = Id<'delivery'>;
export type EventId = Id<'event'>;

export function newId<T extends Id<string>>(): T {
  return randomUUID() as T;
}

/**
 * For ids that come back from the outside (a button, a form): the caller still has to load and authorise. What is no id
 * at all becomes the id of nothing, so that it is answered like any unknown one.
 */
export function asId<T extends Id<string>>(text: string): T {
  return (isUuid.test(text) ? text : idOfNothing) as T;
}

const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const idOfNothing = '00000000-0000-0000-0000-000000000000';
