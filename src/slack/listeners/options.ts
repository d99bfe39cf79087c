/** Options of a search field, while somebody types. */
import { fieldNameOf } from '../blocks/field.ts';
import { drawOptions } from '../blocks/options.ts';
import { before, late } from '../deadline.ts';
import { type Desk, visitOf } from '../desk.ts';
import { limits } from '../limits.ts';
import { typedInForm } from '../typed-text.ts';
import { carriedIn, type InteractionPayload, originOf } from './interaction.ts';

export interface SuggestionPayload extends InteractionPayload {
  readonly block_id?: string;
  readonly value?: string;
}

type Ack = (answer: { options: object[] }) => Promise<void>;

export async function onSuggestion(desk: Desk, body: SuggestionPayload, ack: Ack, receivedAt: number): Promise<void> {
  const carried = carriedIn(body.view);
  const origin = originOf(body, carried.channel, null);
  const field = fieldNameOf(body.block_id ?? '');
  const visit = visitOf(desk, { origin, receivedAt });
  if (!visit || field === null) return ack({ options: [] });
  const search = {
    form: body.view?.callback_id ?? '',
    state: carried.state,
    field,
    typed: typedInForm(body.value ?? '').trim(),
  };
  const options = await before(visit.answerBy, desk.conversation.options(origin, search));
  await ack({ options: options === late ? [] : drawOptions(options, limits.option.count) });
}
