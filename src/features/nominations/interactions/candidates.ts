/** The list of candidates, one candidate, and what becomes of them. */
import { asCard, refusal, textsOf } from '../../../answers.ts';
import { type Call, giveFile, openForm, type Reply, redraw, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import {
  asId,
  type CommitteeId,
  type NominationId,
  type PersonId,
  type PlanId,
  type PositionId,
} from '../../../kernel/ids.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { markedRows } from '../../classification/views/marks.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { browsePlans } from '../../plans/operations/look.ts';
import { browseCandidates, exportCandidates, type Profile, seeNomination } from '../operations/browse.ts';
import {
  type Changed,
  correctNomination,
  previewMove,
  screenSuggestion,
  type Which,
  withdrawCandidate,
} from '../operations/change.ts';
import { seeStructure } from '../operations/structure.ts';
import { undoNomination } from '../operations/undo.ts';
import type { NominationDependents } from '../types.ts';
import * as buttons from '../views/buttons.ts';
import * as change from '../views/change.ts';
import * as correct from '../views/correct.ts';
import * as list from '../views/list.ts';
import { profileMessage } from '../views/profile.ts';
import { structureMessage } from '../views/structure.ts';
import { namesOfTold, refusalOfPress } from './answering.ts';
import { ownInstead } from './consent.ts';
import { endorseInteractions } from './endorse.ts';

interface OfNomination {
  readonly committee: string;
  readonly nomination: string;
}

/** `dependents`: the features whose work rests on nominations. */
export function candidateInteractions(dependents: readonly NominationDependents[]): readonly Interaction[] {
  return [...listAndProfile, ...endorseInteractions, ...corrections(dependents)];
}

const listAndProfile: readonly Interaction[] = [
  onPress(buttons.candidatesButton, async (call, { committee, plan, page }) =>
    asCard(await showList(call, { committee: asId(committee), plan: asId(plan) }, Number(page) || 1)),
  ),

  onPress(buttons.structureButton, async (call, { committee, plan }) => {
    const found = await seeStructure(call, { committee: asId(committee), plan: asId(plan) });
    if (!found.ok) return refusalOfPress(call, found);
    return replaceCard(structureMessage(textsOf(call), found.value.plan, found.value.structure));
  }),

  onPress(buttons.openButton, async (call, at) =>
    withProfile(call, at, (found) => show(profileMessage(textsOf(call), { ...found, committee: at.committee }))),
  ),

  onPress(buttons.csvButton, async (call, at) => takeOut(call, at, 'csv')),
  onPress(buttons.textButton, async (call, at) => takeOut(call, at, 'text')),

  onPress(buttons.withdrawButton, async (call, at) =>
    withProfile(call, at, (found) => openForm(change.withdrawView(textsOf(call), aboutOf(at, found)))),
  ),
  onPress(buttons.screenButton, async (call, at) =>
    withProfile(call, at, (found) => openForm(change.screenView(textsOf(call), aboutOf(at, found)))),
  ),

  onSubmit(change.withdrawForm, async (call, state, { reason }) => {
    const changed = await withdrawCandidate(call, { ...whichOf(state), reason: reason ?? '' });
    if (!changed.ok) return refusal(call, changed);
    return changedReply(call, state, changed.value, 'nominations.withdraw.done', 'listed');
  }),

  onSubmit(change.screenForm, async (call, state, { decision, answer }) => {
    const changed = await screenSuggestion(call, { ...whichOf(state), decision, answer: answer ?? null });
    // What a rule says about the person has no field of its own here: it stands beside the decision.
    if (!changed.ok) return refusal(call, changed.field === 'person' ? { ...changed, field: 'decision' } : changed);
    const key = decision === 'list' ? 'nominations.screen.listed' : 'nominations.screen.declined';
    return changedReply(call, state, changed.value, key, 'suggested');
  }),

  onPress(buttons.undoButton, async (call, { committee, nomination, version, batch, to }) => {
    const which = whichOf({ committee, nomination, version: Number(version) });
    const undone = await undoNomination(call, { ...which, batch, to });
    if (!undone.ok) return refusalOfPress(call, undone);
    return replaceCard(sentence(textsOf(call)('nominations.undo.done')));
  }),
];

function corrections(dependents: readonly NominationDependents[]): readonly Interaction[] {
  /** The form with what follows from another position. */
  async function shownWith(
    call: Call,
    at: OfNomination,
    position: string,
    typed: NonNullable<correct.CorrectAbout['typed']>,
  ): Promise<Reply> {
    const where = { committee: asId<CommitteeId>(at.committee), nomination: asId<NominationId>(at.nomination) };
    const found = await seeNomination(call, where);
    if (!found.ok) return refusal(call, found);
    const about = { ...aboutOf(at, found.value), positions: found.value.positions, typed };
    if (position === '' || position === found.value.nomination.position) {
      return redraw(correct.correctView(textsOf(call), { ...about, move: null }));
    }
    const preview = await previewMove(call, { ...where, position: asId(position) });
    if (!preview.ok) return refusal(call, atPosition(preview));
    const { check, isConsentAsked } = preview.value;
    const rests = await Promise.all(dependents.map((each) => each.dependentsOf(call, where)));
    const { verdicts, ruleSet } = check;
    const move = { position, title: check.position.title, verdicts, ruleSet, isConsentAsked, dependents: rests.flat() };
    return redraw(correct.correctView(textsOf(call), { ...about, move }));
  }

  return [
    onPress(buttons.correctButton, async (call, at) =>
      withProfile(call, at, (found) => {
        const about = { ...aboutOf(at, found), positions: found.positions, move: null };
        return openForm(correct.correctView(textsOf(call), about));
      }),
    ),

    onSubmit(
      correct.correctForm,
      async (call, state, values) => {
        const position = values.position ?? '';
        const where = {
          committee: asId<CommitteeId>(state.committee),
          nomination: asId<NominationId>(state.nomination),
        };
        const now = await seeNomination(call, where);
        if (!now.ok) return refusal(call, now);
        const isMoved = position !== '' && position !== now.value.nomination.position;
        // Nobody puts a name at another position before what follows from it has been shown.
        if (isMoved && state.shown !== position) {
          return shownWith(call, state, position, { requestId: call.requestId, values });
        }
        const changed = await correctNomination(call, {
          ...whichOf(state),
          reasons: values.reasons ?? null,
          source: values.source ?? null,
          position: isMoved ? asId<PositionId>(position) : null,
          rank: values.rank ? Number(values.rank) : null,
          why: values.why ?? '',
        });
        if (!changed.ok) return refusal(call, isMoved ? atPosition(changed) : changed);
        return changedReply(call, state, changed.value, 'nominations.correct.done', 'uncorrected');
      },
      {
        change: async (call, { state, requestId, values }) =>
          shownWith(call, state, typeof values.position === 'string' ? values.position : '', { requestId, values }),
      },
    ),
  ];
}

/** What a rule says about the person has no field of its own here: it stands beside the position. */
function atPosition<R extends Refused>(refused: R): R {
  return refused.field === 'person' ? { ...refused, field: 'position' } : refused;
}

/** What /candidates shows: the only plan's list, or a choice of plans. */
export async function openCandidates(call: Call, committee: CommitteeId): Promise<Reply> {
  const found = await browsePlans(call, committee);
  if (!found.ok) return (await ownInstead(call, committee)) ?? refusalOfPress(call, found);
  const open = found.value.plans.filter((plan) => !plan.isClosed);
  const [only] = open;
  const t = textsOf(call);
  if (!only) return show(list.noPlanMessage(t, committee, found.value.may.edit));
  if (open.length > 1) return show(list.choosePlanMessage(t, committee, open, 'candidates'));
  return showList(call, { committee, plan: only.id }, 1);
}

async function showList(call: Call, at: { committee: CommitteeId; plan: PlanId }, page: number): Promise<Reply> {
  const found = await browseCandidates(call, at);
  if (!found.ok) return refusalOfPress(call, found);
  return show(list.candidatesMessage(textsOf(call), { ...found.value, page }));
}

async function takeOut(call: Call, at: { committee: string; plan: string }, how: 'csv' | 'text'): Promise<Reply> {
  const t = textsOf(call);
  const where = { committee: asId<CommitteeId>(at.committee), plan: asId<PlanId>(at.plan) };
  const seen = await browseCandidates(call, where);
  if (!seen.ok) return refusalOfPress(call, seen);
  if (seen.value.listed.length === 0) return show(sentence(t('nominations.out.empty')));
  const out = await exportCandidates(call, where, (listed, asked) =>
    markedRows(t, seen.value.plan.classification, list.exportRows(t, listed, asked)),
  );
  if (!out.ok) return refusalOfPress(call, out);
  const text = how === 'csv' ? out.value.csv : list.pasteText(t, seen.value.plan, seen.value.listed);
  const words = list.copyMessage(t, text, how);
  if (how === 'text') return show(words);
  const name = t('nominations.out.fileName', { date: dateIn(call.zone, call.now) });
  return giveFile({ name, content: text, sent: sentence(t('common.fileSent', { name })) }, words);
}

/** The profile as it is now takes the place of the one with the button. */
async function withProfile(call: Call, at: OfNomination, run: (found: Profile) => Reply): Promise<Reply> {
  const found = await seeNomination(call, { committee: asId(at.committee), nomination: asId(at.nomination) });
  return found.ok ? run(found.value) : refusalOfPress(call, found);
}

function aboutOf(at: OfNomination, found: Profile): change.FormAbout {
  const nameOf = (person: PersonId) => found.names.get(person) ?? [];
  return {
    committee: at.committee,
    nomination: found.nomination,
    name: found.person.fullName,
    told: found.concerned.told.flatMap(nameOf),
    toTell: found.concerned.toTell.flatMap(nameOf),
    asked: found.asked,
  };
}

function whichOf(state: { committee: string; nomination: string; version: number }): Which {
  return {
    committee: asId<CommitteeId>(state.committee),
    nomination: asId<NominationId>(state.nomination),
    version: state.version,
  };
}

async function changedReply(
  call: Call,
  state: OfNomination,
  changed: Changed,
  key: Parameters<typeof change.changedMessage>[1],
  to: 'suggested' | 'listed' | 'uncorrected',
): Promise<Reply> {
  const { nomination, batch } = changed;
  const committee = asId<CommitteeId>(state.committee);
  const [person] = await peopleByIds(call, committee, [nomination.person]);
  const names = await namesOfTold(call, committee, changed);
  const about = { ...state, nomination, name: person?.fullName ?? '', ...names, batch, to };
  return show(change.changedMessage(textsOf(call), key, about));
}
