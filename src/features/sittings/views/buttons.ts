/** The buttons of a sitting: each is drawn and parsed by one object. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofConference = z.object({ conference: z.string() });
const ofItem = z.object({ conference: z.string(), item: z.string() });

export const runButton = defineButton('sittings.run', ofConference);
export const beginButton = defineButton('sittings.begin', ofConference);
/** `tells`: the announcement that the invitation brought, as in the buttons beside it. */
export const hereButton = defineButton('sittings.here', ofConference.extend({ tells: z.string() }));
export const tickButton = defineButton('sittings.tick', ofConference);
export const movementButton = defineButton('sittings.movement', ofConference);
export const openButton = defineButton('sittings.open', ofConference);
export const tooFewButton = defineButton('sittings.too-few', ofConference);
export const giveUpButton = defineButton('sittings.give-up', ofConference);
/** Which item comes next is what the card showed: a card that is older than the room takes up nothing else. */
export const takeUpButton = defineButton('sittings.take-up', ofItem);
export const chooseItemButton = defineButton('sittings.choose-item', ofConference);
export const closeItemButton = defineButton('sittings.close-item', ofItem);
/** Adopts the consent block. */
export const togetherButton = defineButton('sittings.together', ofConference);
export const decideButton = defineButton('sittings.decide', ofConference);
export const noteButton = defineButton('sittings.note', ofConference);
export const chairButton = defineButton('sittings.chair', ofConference);
export const adjournButton = defineButton('sittings.adjourn', ofConference);
export const concludeButton = defineButton('sittings.conclude', ofConference);
export const strikeButton = defineButton('sittings.strike', ofConference);
export const presentButton = defineButton('sittings.present', ofConference);
export const callAgainButton = defineButton('sittings.call-again', ofConference);
export const giveTaskButton = defineButton('sittings.give-task', ofConference);
