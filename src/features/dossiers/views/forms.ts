/** The form in which papers are ticked off: one paper of one person, or several of many at once. */
import { z } from 'zod';
import { defineForm, type Form, type Option } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { DossierPaperKind } from '../../eligibility/types.ts';
import { textMax } from '../rules.ts';
import type { DossierLine, Dossiers, PaperStanding } from '../types.ts';
import { kindName, lacksOf } from './words.ts';

const text = z.string().nullish();
const optionsAtOnce = 20;

/** `person` and `kind` are "" where the form asks. */
export const tickForm = defineForm({
  id: 'dossiers.tick',
  state: z.object({ committee: z.string(), plan: z.string(), person: z.string(), kind: z.string() }),
  values: z.object({
    people: z.array(z.string()).nullish(),
    kinds: z.array(z.string()).nullish(),
    ...{ issuedOn: text, expiresOn: text, number: text, keptAt: text, remark: text },
  }),
});

/** `one`: the paper that is ticked off or corrected; null: several of many people. */
export function tickView(
  t: Texts,
  dossiers: Dossiers,
  one: { readonly line: DossierLine; readonly standing: PaperStanding } | null,
): Form {
  const { plan, required } = dossiers;
  const paper = one?.standing.paper ?? null;
  const kind = one?.standing.kind ?? null;
  const words = (name: 'number' | 'keptAt' | 'remark', hint: string | null = null) =>
    tickForm.field(name, {
      label: t(`dossiers.form.${name}`),
      ...(hint ? { hint } : {}),
      optional: true,
      input: { type: 'text', max: textMax, ...(paper?.[name] ? { initial: paper[name] } : {}) },
    });
  const issued = paper?.issuedOn ? { initial: paper.issuedOn } : {};
  // What was counted is counted again from the day of issue, which may be corrected here.
  const expires = paper?.expiresOn && !paper.isCounted ? { initial: paper.expiresOn } : {};
  const asksCv = kind === 'cv' || (kind === null && required.includes('cv'));
  return tickForm.draw({
    title: t(one ? 'dossiers.form.title' : 'dossiers.form.titleMany'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee: plan.committee, plan: plan.id, person: one?.line.person ?? '', kind: kind ?? '' },
    items: [
      ...(one && kind
        ? [
            {
              kind: 'text',
              text: t.rich('dossiers.form.intro', { name: one.line.fullName, paper: kindName(t, kind) }),
            } as const,
          ]
        : [
            tickForm.field('kinds', {
              label: t('dossiers.form.kinds'),
              input: { type: 'checkboxes', options: required.map((value) => kindOption(t, value)) },
            }),
            tickForm.field('people', {
              label: t('dossiers.form.people'),
              hint: t('dossiers.form.peopleHint'),
              input: { type: 'search-many', minChars: 0 },
            }),
          ]),
      tickForm.field('issuedOn', {
        label: t('dossiers.form.issuedOn'),
        optional: true,
        input: { type: 'date', ...issued },
      }),
      tickForm.field('expiresOn', {
        label: t('dossiers.form.expiresOn'),
        ...(asksCv ? { hint: t('dossiers.form.expiresHint') } : {}),
        optional: true,
        input: { type: 'date', ...expires },
      }),
      words('number'),
      words('keptAt', t('dossiers.form.keptHint')),
      words('remark'),
    ],
  });
}

/** People on the list, each once; who lacks something first. `fits`: what was typed. */
export function peopleOptions(t: Texts, { lines }: Dossiers, fits: (name: string) => boolean): readonly Option[] {
  const each = lines.filter(
    (line, index) => fits(line.fullName) && lines.findIndex(({ person }) => person === line.person) === index,
  );
  const isOpen = (line: DossierLine) => lacksOf(t, line) !== '';
  return [...each.filter(isOpen), ...each.filter((line) => !isOpen(line))].slice(0, optionsAtOnce).map((line) => ({
    value: line.person,
    label: line.fullName.slice(0, 75),
    note: (lacksOf(t, line) || t('dossiers.complete')).slice(0, 75),
  }));
}

function kindOption(t: Texts, value: DossierPaperKind): Option {
  return { value, label: kindName(t, value) };
}
