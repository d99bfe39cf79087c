/** The form that says who is meant by the lines of a list that several people fit: chosen line by line, nothing guessed. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { describePerson } from '../../people/views/register.ts';
import type { Meant, UnclearLine } from '../types/development.ts';

const at = { committee: z.string(), preview: z.string(), of: z.enum(['people', 'development']) };
export const meantButton = defineButton('imports.meant', z.object(at));
export const meantForm = defineForm({
  id: 'imports.meant',
  state: z.object(at),
  /** By "line12": a person's id, or nobody. */
  values: z.record(z.string(), z.string().nullish()),
});

type At = z.output<typeof meantForm.state>;

const nobody = 'nobody';
/** A form holds no more comfortably; the rest is asked after these. */
const linesAtOnce = 20;
const peopleAtOnce = 30;

export function meantView(t: Texts, at: At, unclear: readonly UnclearLine[]): Form {
  const shown = unclear.slice(0, linesAtOnce);
  const more = unclear.length - shown.length;
  return meantForm.draw({
    title: t('imports.meant.title'),
    submit: t('imports.meant.submit'),
    cancel: t('common.cancel'),
    state: at,
    items: [
      { kind: 'text', text: [t('imports.meant.intro')] },
      ...shown.map(({ line, fullName, birthMonth, possible }) => {
        const name = [fullName, birthMonth ? t.month(birthMonth) : ''].filter(Boolean).join(', ');
        return meantForm.field(`line${line}`, {
          label: t('imports.meant.line', { line, name }).slice(0, 150),
          optional: true,
          input: {
            type: 'radio',
            options: [
              ...possible.slice(0, peopleAtOnce).map((person) => ({
                value: person.id as string,
                label: person.fullName.slice(0, 75),
                note: (describePerson(t, person) || t('imports.meant.nothingKnown')).slice(0, 75),
              })),
              { value: nobody, label: t(at.of === 'people' ? 'imports.meant.newPerson' : 'imports.meant.leaveOut') },
            ],
          },
        });
      }),
      ...(more > 0 ? [{ kind: 'note', text: [t('imports.meant.more', { count: more })] } as const] : []),
    ],
  });
}

/** Of lines that were left as they are nothing is said. */
export function meantIn(values: z.output<typeof meantForm.values>): Meant {
  return new Map(
    Object.entries(values).flatMap(([name, who]) => {
      const line = Number(/^line(\d+)$/u.exec(name)?.[1] ?? Number.NaN);
      return who && Number.isInteger(line) ? [[line, who as PersonId | 'nobody'] as const] : [];
    }),
  );
}
