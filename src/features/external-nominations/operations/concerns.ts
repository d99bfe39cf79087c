/** What has come up since somebody was put forward to an outside body: shown, told once, and answered by a person. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, WorkspaceId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { authorise, clockworkViewer, viewerFor } from '../../access/operations.ts';
import { maySeeCase } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { committeesOfWorkspace } from '../../committees/operations/look.ts';
import { keepers, undoSeconds } from '../../nominations/operations/tell.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { placesOf } from '../../plans/operations/look.ts';
import type { PlanUses } from '../../plans/types.ts';
import { proposedAmong } from '../../removals/operations/look.ts';
import { accountsOfPersons } from '../../workspaces/operations/accounts.ts';
import { clockworkAct, listWorkspaces } from '../../workspaces/operations/workspaces.ts';
import { concernOf, wordMax } from '../rules.ts';
import * as store from '../store.ts';
import { type Concern, type ExternalNomination, type ExternalNominationId, externalSubject } from '../types.ts';
import { seeExternal } from './look.ts';

export const concernCard = 'external-nominations.concern';

/** Every night: all workspaces. */
export async function watchExternalEverywhere(handle: StoreHandle, now: Date): Promise<void> {
  for (const { id } of await listWorkspaces(handle)) await watchExternal(handle, { workspace: id, person: null }, now);
}

/** For the clockwork; what was told is not told again. `person`: only of them. */
export async function watchExternal(
  handle: StoreHandle,
  { workspace, person }: { readonly workspace: WorkspaceId; readonly person: PersonId | null },
  now: Date,
): Promise<void> {
  const act = clockworkAct(handle, { id: workspace, locale: 'en', zone: 'UTC' }, now);
  for (const { id } of await committeesOfWorkspace(act)) {
    await inTransaction(act, (tx) => tellConcerns(inside(act, tx), { committee: id, person }, null));
  }
}

export const externalPlanUses: PlanUses = {
  async usesOf(act, { committee, stands }) {
    const viewer = act.member === null ? null : await authorise(act, committee, 'candidates.enter');
    if (stands === null || (viewer && !viewer.ok)) return [];
    const eyes = viewer ? viewer.value : clockworkViewer(act, committee);
    const found = await store.listExternal(act.store, eyes, { preparingFor: stands.person });
    return found.map(({ position, body }) => ({
      ...({ kind: 'external-nomination', holds: false, ends: false, number: null, at: null } as const),
      title: `${position}, ${body}`,
    }));
  },

  /** Told after the minute in which the removal can be taken back; taken back, the card finds no words. */
  async leave(act, { committee, stands }) {
    const holdUntil = new Date(act.now.getTime() + undoSeconds * 1000);
    if (stands) await tellConcerns(act, { committee, person: stands.person }, holdUntil);
  },
};

/**
 * It goes on although something speaks against it, said by whoever is responsible or keeps the list. Refusals:
 * external-unknown, external-nothing-to-decide, external-go-on-word-missing, external-words-too-long {max}.
 */
export async function goOnExternal(
  act: Act,
  input: { readonly nomination: ExternalNominationId; readonly word: string },
): Promise<
  Outcome<
    void,
    'external-unknown' | 'external-nothing-to-decide' | 'external-go-on-word-missing' | 'external-words-too-long'
  >
> {
  const word = input.word.normalize('NFC').trim();
  if (word === '') return refused('external-go-on-word-missing', {}, 'word');
  if (word.length > wordMax) return refused('external-words-too-long', { max: wordMax }, 'word');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdExternal(tx, input.nomination);
    const seen = await seeExternal(here, input.nomination);
    if (!seen.ok) return seen;
    const { nomination } = seen.value;
    const concern = await concernAbout(here, nomination);
    if (!concern || concern.about === nomination.goesOn?.about) return refused('external-nothing-to-decide');
    await store.keepGoingOn(tx, nomination.id, { word, about: concern.about, at: act.now, by: act.person });
    await record(tx, act, {
      kind: 'external-nominations.goes-on',
      committee: nomination.committee,
      subject: { kind: externalSubject, id: nomination.id },
      nominee: nomination.person,
      facts: { concern: concern.kind, word: hashOf(word) },
    });
    await refresh(tx, act, { kind: concernCard, ids: { nomination: nomination.id } });
    return done();
  });
}

/** For whoever was let see the nomination. */
export async function concernAbout(act: Act, nomination: ExternalNomination): Promise<Concern | null> {
  return (await concernsIn(act, nomination.committee, [nomination])).get(nomination.id) ?? null;
}

/** The same of a list that the actor was let see. */
export async function concernsIn(act: Act, committee: CommitteeId, all: readonly ExternalNomination[]) {
  return concernsOf(act, clockworkViewer({ ...act, member: null, person: null }, committee), all);
}

/** Of all of them in three statements; those whom nothing speaks against are not in it. */
async function concernsOf(
  act: Act,
  viewer: Viewer,
  all: readonly ExternalNomination[],
): Promise<ReadonlyMap<ExternalNominationId, Concern>> {
  const open = all.filter(({ state }) => state === 'preparing');
  if (open.length === 0) return new Map();
  const people = [...new Set(open.map(({ person }) => person))];
  const unseen = { ...act, member: null, person: null };
  const held = new Set((await peopleByIds(unseen, viewer.committee, people)).map(({ id }) => id));
  const places = await placesOf(act, viewer, people);
  const proposals = await proposedAmong(act, viewer, people);
  return new Map(
    open.flatMap((one) => {
      const proposed = proposals.find(({ person }) => person === one.person) ?? null;
      const own = places.filter(({ person }) => person === one.person);
      const concern = concernOf(one, { isErased: !held.has(one.person), places: own, proposed });
      return concern ? [[one.id, concern] as const] : [];
    }),
  );
}

/** To whoever is responsible; where they cannot be told, to those who keep the list. */
async function tellConcerns(
  act: Act,
  { committee, person }: { readonly committee: CommitteeId; readonly person: PersonId | null },
  holdUntil: Date | null,
): Promise<void> {
  const viewer = clockworkViewer({ ...act, member: null, person: null }, committee);
  const open = await store.listExternal(act.store, viewer, { preparingFor: person });
  const concerns = await concernsOf(act, viewer, open);
  for (const one of open) {
    const concern = concerns.get(one.id);
    if (!concern || concern.about === one.goesOn?.about) continue;
    const to = await toldOf(act, one);
    await sendAll(
      act.store,
      act,
      to.map((reader) => ({
        ...{
          kind: concernCard,
          ids: { nomination: one.id },
          to: { person: reader },
          committee,
          nominees: [one.person],
        },
        ...(holdUntil ? { holdUntil } : {}),
        key: `${concernCard}:${one.id}:${concern.about}:${reader}`,
      })),
    );
  }
}

async function toldOf(act: Act, { committee, responsible, person }: ExternalNomination): Promise<readonly PersonId[]> {
  const theirs = await viewerFor({ ...act, member: null, person: null }, committee, responsible);
  const isReached = (await accountsOfPersons(act, [responsible])).get(responsible)?.isActive === true;
  return isReached && maySeeCase(theirs, person) ? [responsible] : keepers(act, committee, person);
}
