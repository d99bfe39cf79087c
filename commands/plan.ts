/** /plan: bodies, positions, seats and terms; the people register; lists to import; what is submitted for approval. */
import { z } from 'zod';
import { type Command, subcommand } from '../src/chat/command.ts';
import { showCollections } from '../src/features/collections/interactions/rounds.ts';
import { openDossiers } from '../src/features/dossiers/interactions.ts';
import { showList as showOutside } from '../src/features/external-nominations/interactions.ts';
import { openRules } from '../src/features/guidance/interactions/book.ts';
import { openPlanChanges, openPlanOn } from '../src/features/nominations/interactions/as-of.ts';
import { openRegister } from '../src/features/people/interactions/register.ts';
import { openNewPlan, openPlans } from '../src/features/plans/interactions.ts';
import { showPools } from '../src/features/pools/interactions.ts';
import { showProcedures } from '../src/features/procedures/interactions.ts';
import { showMenu } from '../src/features/submissions/interactions/manage.ts';
import { inCommittee } from './in-committee.ts';

const nothingMore = z.tuple([]);
/** As people write days; nothing: the form. */
const maybeDay = z.union([nothingMore, z.tuple([z.string()])]);
const maybeTwoDays = z.union([nothingMore, z.tuple([z.string(), z.string()])]);

export const plan: Command = {
  name: 'plan',
  vietnameseName: 'quy-hoach',
  open: (call) => inCommittee(call, 'plan', ({ id }) => openPlans(call, id)),
  subcommands: [
    subcommand({
      name: 'list',
      words: { vi: ['danh sách'], en: ['list'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'plan list', ({ id }) => openPlans(call, id)),
    }),
    subcommand({
      name: 'new',
      words: { vi: ['lập mới'], en: ['new'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'plan new', ({ id }) => openNewPlan(call, id)),
    }),
    subcommand({
      name: 'steps',
      words: { vi: ['quy trình', 'các bước'], en: ['steps'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'plan steps', ({ id }) => showProcedures(call, id)),
    }),
    subcommand({
      name: 'pool',
      words: { vi: ['nguồn'], en: ['pool'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'plan pool', ({ id }) => showPools(call, id)),
    }),
    subcommand({
      name: 'on',
      words: { vi: ['ngày', 'tại ngày'], en: ['on', 'as of'] },
      args: maybeDay,
      run: (call, [day]) => inCommittee(call, 'plan on', ({ id }) => openPlanOn(call, id, day ?? null), day ?? null),
    }),
    subcommand({
      name: 'changes',
      words: { vi: ['thay đổi'], en: ['changes'] },
      args: maybeTwoDays,
      run: (call, days) =>
        inCommittee(call, 'plan changes', ({ id }) => openPlanChanges(call, id, days), days.join('; ') || null),
    }),
    subcommand({
      name: 'submit',
      words: { vi: ['trình'], en: ['submit'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'plan submit', ({ id }) => showMenu(call, id)),
    }),
    subcommand({
      name: 'dossiers',
      words: { vi: ['hồ sơ'], en: ['dossiers'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'plan dossiers', ({ id }) => openDossiers(call, id)),
    }),
    subcommand({
      name: 'collect',
      words: { vi: ['tổng hợp', 'thu nhận'], en: ['collect'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'plan collect', ({ id }) => showCollections(call, id)),
    }),
    subcommand({
      name: 'outside',
      words: { vi: ['cấp ủy địa phương', 'ra ngoài'], en: ['outside'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'plan outside', ({ id }) => showOutside(call, id)),
    }),
    subcommand({
      name: 'people',
      words: { vi: ['danh bạ'], en: ['people'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'plan people', ({ id }) => openRegister(call, id)),
    }),
    subcommand({
      name: 'rules',
      words: { vi: ['quy định'], en: ['rules'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'plan rules', ({ id }) => openRules(call, id)),
    }),
  ],
};
