/** The buttons on the tree and on a unit. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofCommittee = z.object({ committee: z.string() });
const ofUnit = z.object({ committee: z.string(), unit: z.string() });

/** `on` is yyyy-mm-dd; empty: today. */
export const treeButton = defineButton(
  'units.tree',
  z.object({ committee: z.string(), page: z.string(), on: z.string() }),
);
export const unitButton = defineButton('units.unit', ofUnit);
/** `unit` is what the new one stands under; empty: the top. */
export const addButton = defineButton('units.add', ofUnit);
export const changeButton = defineButton('units.change', ofUnit);
export const endButton = defineButton('units.end', ofUnit);
export const serveButton = defineButton('units.serve', ofUnit);
export const pasteButton = defineButton('units.paste', ofCommittee);
export const dateButton = defineButton('units.date', ofCommittee);
