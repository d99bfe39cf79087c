/** Asking for missing papers: the nominee where the rules have them told, else who put them forward; else a list to copy. */
import { recordAll } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, sendAll } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import { authorise, clockworkViewer, viewerOf } from '../../access/operations.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { ownNominations } from '../../nominations/operations/consent.ts';
import { undoSeconds } from '../../nominations/operations/tell.ts';
import { participantsByIds } from '../../people/operations/find.ts';
import { planOf } from '../../plans/operations/look.ts';
import { accountsOfPersons } from '../../workspaces/operations/accounts.ts';
import { lacking } from '../rules.ts';
import type { Asked, DossierLine, Dossiers, ToAsk } from '../types.ts';
import { type At, type DossierAccess, dossiersIn, seeDossiers } from './look.ts';

export type AskRefusal = DossierAccess | 'dossier-nothing-missing' | 'dossier-until-unreadable' | 'dossier-until-past';

/** To whom a question about every missing or expired paper would go. Refusals: dossier-nothing-missing, access. */
export async function whoToAsk(act: Act, at: At): Promise<Outcome<ToAsk, AskRefusal>> {
  const seen = await seeDossiers(act, at);
  if (!seen.ok) return seen;
  const lines = incomplete(seen.value);
  if (lines.length === 0) return refused('dossier-nothing-missing', { title: seen.value.plan.title });
  const { isNomineeTold } = ruleSetOfPlan(seen.value.plan).parameters.proposing.value;
  const everybody = lines.flatMap(({ person, proposedBy }) => [...(isNomineeTold ? [person] : []), proposedBy]);
  const accounts = await accountsOfPersons(act, [...new Set(everybody)]);
  const isReached = (person: PersonId) => person !== act.person && accounts.get(person)?.isActive === true;
  const addressee = (line: DossierLine): PersonId | null => {
    if (isNomineeTold && isReached(line.person)) return line.person;
    return line.proposedBy !== line.person && isReached(line.proposedBy) ? line.proposedBy : null;
  };
  const asked = [...new Set(lines.flatMap((line) => addressee(line) ?? []))];
  const people = await participantsByIds(act, at.committee, asked);
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return done({
    plan: seen.value.plan,
    inChat: asked.map((person) => ({
      ...{ person, fullName: names.get(person) ?? '' },
      lines: lines.filter((line) => addressee(line) === person),
    })),
    otherwise: lines.filter((line) => addressee(line) === null),
  });
}

/**
 * Asks those who can be reached, a minute later; the rest is the caller's to tell. Refusals: dossier-nothing-missing,
 * dossier-until-unreadable, dossier-until-past {day}, access (candidates.enter).
 */
export async function askForPapers(
  act: Act,
  input: At & { readonly until: PlainDate | null },
): Promise<Outcome<Asked, AskRefusal>> {
  const { committee, plan, until } = input;
  if (until !== null && !isPlainDate(until)) return refused('dossier-until-unreadable', {}, 'until');
  if (until !== null && until < dateIn(act.zone, act.now))
    return refused('dossier-until-past', { day: until }, 'until');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await whoToAsk(here, input);
    if (!found.ok) return found;
    const { inChat } = found.value;
    if (inChat.length === 0) return done({ ...found.value, batch: null });
    const batch = newId<Id<'batch'>>() as string;
    const holdUntil = new Date(act.now.getTime() + undoSeconds * 1000);
    await sendAll(
      tx,
      act,
      inChat.map(({ person, lines }) => ({
        ...{ kind: 'dossiers.asked', ids: { committee, plan, until: until ?? '' }, to: { person }, committee },
        ...{ key: `dossiers.asked:${plan}:${act.now.getTime()}:${person}`, holdUntil, batch },
        nominees: [...new Set(lines.map((line) => line.person))],
      })),
    );
    await note(
      here,
      input,
      'asked',
      inChat.flatMap(({ lines }) => lines),
    );
    return done({ ...found.value, batch });
  });
}

/** Within the minute. Refuses too-late-to-undo. */
export async function undoAsking(
  act: Act,
  input: At & { readonly batch: string },
): Promise<Outcome<void, DossierAccess | 'too-late-to-undo'>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), input.committee, 'candidates.enter');
    if (!viewer.ok) return viewer;
    const isTakenBack = await cancelBatch(tx, act, input.batch, { plan: input.plan });
    if (!isTakenBack) return refused('too-late-to-undo');
    await note(inside(act, tx), input, 'asking-undone', []);
    return done();
  });
}

/** What the acting person was asked for and is still missing: of whom they put forward, and their own where they are told. */
export async function askedOf(act: Act, at: At): Promise<Dossiers | null> {
  const viewer = await viewerOf(act, at.committee);
  const plan = await planOf(act, viewer, at.plan);
  if (!plan || !act.person) return null;
  const proposed =
    viewer.roles.length > 0
      ? incomplete(await dossiersIn(act, viewer, plan)).filter(({ proposedBy }) => proposedBy === act.person)
      : [];
  const isTold = ruleSetOfPlan(plan).parameters.proposing.value.isNomineeTold;
  const isNominee =
    isTold && (await ownNominations(act, at.committee)).some(({ nomination }) => nomination.plan === plan.id);
  const eyes = clockworkViewer({ ...act, member: null, person: null }, at.committee);
  const all = await (isNominee ? dossiersIn(act, eyes, plan) : null);
  const own = all ? incomplete(all).filter(({ person }) => person === act.person) : [];
  const { dossierPapers } = ruleSetOfPlan(plan).parameters;
  return { plan, required: dossierPapers.value, confidence: dossierPapers.confidence, lines: [...own, ...proposed] };
}

function incomplete({ lines }: Dossiers): readonly DossierLine[] {
  return lines.filter(({ papers }) => lacking(papers).length > 0);
}

async function note(act: Act, at: At, what: 'asked' | 'asking-undone', lines: readonly DossierLine[]): Promise<void> {
  const subject = { kind: 'plan', id: at.plan } as const;
  const event = { kind: `dossiers.${what}`, committee: at.committee, subject };
  const nominees = [...new Set(lines.map(({ person }) => person))];
  await recordAll(
    act.store,
    act,
    nominees.length === 0 ? [{ ...event, facts: {} }] : nominees.map((nominee) => ({ ...event, nominee, facts: {} })),
  );
}
