/** Dossiers as those who keep the list read them: by position who lacks what, and one person's papers. */

import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { titled } from '../../classification/views/marks.ts';
import type { Plan } from '../../plans/types.ts';
import { dossiersButton, planButton } from '../../plans/views/buttons.ts';
import { lacking } from '../rules.ts';
import type { DossierLine, Dossiers } from '../types.ts';
import * as buttons from './buttons.ts';
import { kindName, lacksOf, paperWords, requiredWords } from './words.ts';

export const linesOnPage = 12;

/** `lacking`: only who lacks something. */
export const shows = ['lacking', 'all'] as const;
export type Show = (typeof shows)[number];

export function dossiersMessage(
  t: Texts,
  dossiers: Dossiers,
  { show, page }: { readonly show: Show; readonly page: number },
  said: readonly Block[] = [],
): Message {
  const { plan, required, lines } = dossiers;
  const at = { committee: plan.committee, plan: plan.id };
  const open = lines.filter(({ papers }) => lacking(papers).length > 0);
  const shown = show === 'all' ? lines : open;
  const pages = Math.max(1, Math.ceil(shown.length / linesOnPage));
  const now = Math.min(Math.max(1, page), pages);
  const onPage = shown.slice((now - 1) * linesOnPage, now * linesOnPage);
  const to = (number: number) => ({ ...at, show, page: String(number) });
  const other: Show = show === 'all' ? 'lacking' : 'all';
  const hasWork = required.length > 0 && lines.length > 0;
  return {
    summary: t('dossiers.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: t('dossiers.title', { plan: titled(t, plan) }) },
      { kind: 'text', text: [standing(t, dossiers, open.length)] },
      ...plan.positions.flatMap((position): readonly Block[] => {
        const here = onPage.filter((line) => line.position === position.id);
        if (here.length === 0) return [];
        const all = lines.filter((line) => line.position === position.id);
        const complete = all.filter(({ papers }) => lacking(papers).length === 0).length;
        return [
          { kind: 'text', text: t.rich('dossiers.position', { title: position.title, complete, total: all.length }) },
          ...here.map((line) => lineRow(t, plan, line)),
        ];
      }),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page: now, pages })] } as const] : []),
      ...row([
        ...(now > 1 ? [buttons.pageButton.draw(t('common.previousPage'), to(now - 1))] : []),
        ...(now < pages ? [buttons.pageButton.draw(t('common.nextPage'), to(now + 1))] : []),
        ...(hasWork
          ? [buttons.pageButton.draw(t(`dossiers.buttons.show-${other}`), { ...at, show: other, page: '1' })]
          : []),
      ]),
      ...row([
        ...(hasWork
          ? [
              buttons.tickButton.draw(
                t('dossiers.buttons.tickMany'),
                { ...at, person: '', kind: '' },
                { style: 'primary' },
              ),
            ]
          : []),
        ...(open.length > 0 ? [buttons.askButton.draw(t('dossiers.buttons.ask'), at)] : []),
        planButton.draw(t('common.back'), at),
      ]),
      { kind: 'note', text: [requiredWords(t, dossiers)] },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function standing(t: Texts, { required, lines }: Dossiers, open: number): string {
  if (required.length === 0) return t('dossiers.none');
  if (lines.length === 0) return t('dossiers.nobody');
  if (open === 0) return t('dossiers.allComplete', { count: lines.length });
  return t('dossiers.incomplete', { count: open, total: lines.length });
}

function lineRow(t: Texts, plan: Plan, line: DossierLine): Block {
  const lacks = lacksOf(t, line);
  const data = { committee: plan.committee, plan: plan.id, person: line.person };
  return {
    kind: 'row',
    text: [
      { bold: line.fullName },
      ': ',
      lacks === '' ? t('dossiers.complete') : t('dossiers.lacks', { papers: lacks }),
    ],
    buttons: [buttons.personButton.draw(t('dossiers.buttons.person'), data)],
  };
}

/** `dossiers` of one person, who may stand for several positions. */
export function personMessage(t: Texts, dossiers: Dossiers, said: readonly Block[] = []): Message {
  const { plan, lines } = dossiers;
  const [line] = lines;
  const at = { committee: plan.committee, plan: plan.id, person: line?.person ?? '' };
  const positions = t.list(lines.map(({ positionTitle }) => positionTitle));
  return {
    summary: t('dossiers.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: t('dossiers.one') },
      {
        kind: 'text',
        text: t.rich('dossiers.of', { name: line?.fullName ?? '', position: positions, plan: titled(t, plan) }),
      },
      ...(line?.papers ?? []).map((standing): Block => {
        const { kind, paper } = standing;
        const label = t(paper ? 'dossiers.buttons.correct' : 'dossiers.buttons.tick');
        return {
          kind: 'row',
          text: [{ bold: kindName(t, kind) }, ': ', paperWords(t, standing)],
          buttons: [
            buttons.tickButton.draw(label, { ...at, kind }),
            ...(paper
              ? [buttons.takeBackButton.draw(t('dossiers.buttons.takeBack'), { ...at, kind }, confirmed(t))]
              : []),
          ],
        };
      }),
      { kind: 'note', text: [requiredWords(t, dossiers)] },
      ...row([dossiersButton.draw(t('dossiers.buttons.all'), { committee: plan.committee, plan: plan.id })]),
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** Of several open plans one is chosen. */
export function choosePlanMessage(t: Texts, committee: CommitteeId, plans: readonly Plan[]): Message {
  return {
    summary: t('dossiers.summary'),
    blocks: [
      { kind: 'heading', text: t('dossiers.heading') },
      { kind: 'text', text: [t(plans.length === 0 ? 'dossiers.noPlan' : 'dossiers.choose')] },
      ...plans.slice(0, 40).map(
        (plan): Block => ({
          kind: 'row',
          text: [titled(t, plan)],
          buttons: [dossiersButton.draw(t('dossiers.buttons.person'), { committee, plan: plan.id })],
        }),
      ),
    ],
  };
}

function confirmed(t: Texts) {
  return {
    confirm: {
      title: t('dossiers.takeBack.title'),
      text: t('dossiers.takeBack.text'),
      yes: t('dossiers.buttons.takeBack'),
      no: t('common.cancel'),
    },
  };
}

function row(list: readonly Button[]): readonly Block[] {
  return list.length > 0 ? [{ kind: 'buttons', buttons: list }] : [];
}
