/** The buttons on collections. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofCommittee = z.object({ committee: z.string() });
const ofCollection = z.object({ collection: z.string() });
const ofUnit = z.object({ collection: z.string(), unit: z.string() });

export const menuButton = defineButton('collections.menu', ofCommittee);
export const newButton = defineButton('collections.new', ofCommittee);
export const openButton = defineButton('collections.open', z.object({ collection: z.string(), page: z.string() }));
export const undoButton = defineButton('collections.undo', ofCollection);
export const closeButton = defineButton('collections.close', ofCollection);
export const enterButton = defineButton('collections.enter', ofUnit);
export const listButton = defineButton('collections.list', ofUnit);
export const mergedButton = defineButton('collections.merged', ofCollection);
/** Towards one parcel of all lists. */
export const gatherButton = defineButton('collections.gather', ofCollection);
export const withoutButton = defineButton('collections.without', ofUnit);
export const twiceButton = defineButton('collections.twice', z.object({ collection: z.string(), entry: z.string() }));
export const submitButton = defineButton('collections.submit', ofCollection);
/** `committee` is the unit's own. */
export const handInButton = defineButton(
  'collections.hand-in',
  z.object({ collection: z.string(), committee: z.string() }),
);
