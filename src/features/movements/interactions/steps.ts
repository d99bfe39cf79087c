/** The steps of one movement: ask and hear, decide and undo, extend and end. */
import { asCard, refusal, said, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId } from '../../../kernel/ids.ts';
import { askOpinions, recordOpinion, sayOwnOpinion } from '../operations/ask.ts';
import { decideMovements } from '../operations/decide.ts';
import { missingSides } from '../operations/duties.ts';
import { endMovement, extendMovement, reopenEnd } from '../operations/end.ts';
import { type MovementSeen, namesOf, seeMovement } from '../operations/look.ts';
import { ownMovement } from '../operations/own.ts';
import { undoDecision } from '../operations/undo.ts';
import type { Movement, MovementId } from '../types.ts';
import * as buttons from '../views/buttons.ts';
import * as forms from '../views/step-forms.ts';
import { decidedMessage, wordsOfDecision } from '../views/told.ts';
import { movementIn, showMovement } from './answering.ts';

export const stepInteractions: readonly Interaction[] = [
  onPress(buttons.askButton, async (call, at) =>
    withMovement(call, movementIn(at), (seen) => openForm(forms.askView(textsOf(call), seen, null))),
  ),
  onSubmit(forms.askForm, async (call, at, { until }) => {
    const asked = await askOpinions(call, { id: movementIn(at), until: until ?? '' });
    if (!asked.ok) return refusal(call, asked.reason.startsWith('date-') ? { ...asked, field: 'until' } : asked);
    const t = textsOf(call);
    const words = { until: t.moment(asked.value.deadline.dueAt) };
    return showMovement(
      call,
      movementIn(at),
      asked.value.toldPerson ? t('movements.done.askedAll', words) : t('movements.done.asked', words),
    );
  }),

  onPress(buttons.hearButton, async (call, at) =>
    withMovement(call, movementIn(at), (seen) =>
      openForm(forms.hearView(textsOf(call), seen, missingSides(seen.opinions))),
    ),
  ),
  onSubmit(forms.hearForm, async (call, at, { side, stance, text, speaker, via, reference, dated }) => {
    const heard = await recordOpinion(call, {
      ...{ id: movementIn(at), side, stance, text: text ?? null, speaker: speaker ?? null },
      via: { kind: via, reference: reference?.trim() || null, dated: dated ?? null },
    });
    if (!heard.ok) return refusal(call, heard);
    const { missing } = heard.value;
    const t = textsOf(call);
    const left = t.list(missing.map((one) => t(`movements.sides.${one}`)));
    return showMovement(
      call,
      movementIn(at),
      missing.length > 0 ? t('movements.done.heard', { left }) : t('movements.done.heardAll'),
    );
  }),

  onPress(buttons.ownButton, async (call, at) => {
    const own = await ownMovement(call, movementIn(at));
    if (!own.ok) return said(call, own);
    const { movement } = own.value;
    const names = await namesOf(call, movement.committee, [movement.person]);
    return openForm(forms.ownView(textsOf(call), { movement, names }));
  }),
  onSubmit(forms.ownForm, async (call, at, { stance, text }) => {
    const told = await sayOwnOpinion(call, { id: movementIn(at), stance, text: text ?? null });
    return told.ok ? show(sentence(textsOf(call)('movements.own.thanks'))) : refusal(call, told);
  }),

  onPress(buttons.decideButton, async (call, at) =>
    withMovement(call, movementIn(at), (seen) => openDecision(call, seen, [seen.movement])),
  ),
  onPress(buttons.decideChainButton, async (call, at) =>
    withMovement(call, movementIn(at), (seen) =>
      openDecision(
        call,
        seen,
        seen.chain.links.filter(({ state }) => state === 'planned'),
      ),
    ),
  ),
  onSubmit(forms.decideForm, async (call, state, values) => {
    const { outcome, number, decidedOn, authority, note, correction } = values;
    const decided = await decideMovements(call, {
      movements: state.movements.map(({ id, version }) => ({ id: asId<MovementId>(id), version })),
      decision: {
        ...{
          outcome,
          number: number ?? '',
          decidedOn: decidedOn ?? '',
          authority: authority ?? '',
          note: note ?? null,
        },
      },
      correction: correction ?? null,
    });
    if (!decided.ok) return refusal(call, decided);
    const { decided: movements, told, toTell, batch, heldUntil } = decided.value;
    const committee = movements[0]?.committee ?? asId('');
    const names = await namesOf(call, committee, [...movements.map(({ person }) => person), ...told, ...toTell]);
    const namesIn = (people: typeof told) => people.map((person) => names.get(person) ?? '');
    return show(
      decidedMessage(textsOf(call), {
        ...{ movements, names, batch, heldUntil, told: namesIn(told), toTell: namesIn(toTell) },
        mayUndo: !correction,
      }),
    );
  }),
  onPress(buttons.undoButton, async (call, { movement, batch }) => {
    const undone = await undoDecision(call, { id: movementIn({ movement }), batch });
    if (!undone.ok) return said(call, undone);
    return asCard(await showMovement(call, movementIn({ movement }), textsOf(call)('movements.done.undone')));
  }),

  onPress(buttons.extendButton, async (call, at) =>
    withMovement(call, movementIn(at), (seen) => openForm(forms.extendView(textsOf(call), seen))),
  ),
  onSubmit(forms.extendForm, async (call, at, { until, decision }) => {
    const extended = await extendMovement(call, { id: movementIn(at), until: until ?? '', decision: decision ?? '' });
    if (!extended.ok) return refusal(call, extended);
    return showMovement(call, movementIn(at), textsOf(call)('movements.done.extended'));
  }),
  onPress(buttons.endButton, async (call, at) =>
    withMovement(call, movementIn(at), (seen) => openForm(forms.endView(textsOf(call), seen, seen.today))),
  ),
  onSubmit(forms.endForm, async (call, at, { ending, on, decision }) => {
    const end = { id: movementIn(at), ending, on: on ?? '', decision: decision ?? '' };
    const ended = await endMovement(call, end);
    if (!ended.ok) return refusal(call, ended.field === 'until' ? { ...ended, field: 'on' } : ended);
    return showMovement(call, movementIn(at), textsOf(call)(`movements.done.${ending}`));
  }),
  onPress(buttons.reopenButton, async (call, at) => {
    const reopened = await reopenEnd(call, movementIn(at));
    if (!reopened.ok) return said(call, reopened);
    return asCard(await showMovement(call, movementIn(at), textsOf(call)('movements.done.reopened')));
  }),
];

async function withMovement(call: Call, id: MovementId, run: (seen: MovementSeen) => Reply): Promise<Reply> {
  const seen = await seeMovement(call, id);
  return seen.ok ? run(seen.value) : said(call, seen);
}

function openDecision(call: Call, seen: MovementSeen, movements: readonly Movement[]): Reply {
  const t = textsOf(call);
  const missing = movements.length === 1 ? missingSides(seen.opinions) : [];
  const list = t.list(missing.map((side) => t(`movements.sides.${side}`)));
  const unheard = missing.length > 0 ? [t('movements.decide.unheard', { list })] : [];
  const isCorrection = movements.some(({ state }) => state !== 'planned');
  const about = movements.map((movement) => ({ movement, names: seen.names }));
  return openForm(forms.decideView(t, about, { unheard, isCorrection, words: wordsOfDecision(t) }));
}
