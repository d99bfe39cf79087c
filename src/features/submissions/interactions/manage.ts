/** What the committee secretary presses and sends: prepare, send, the authority's paper, questions, the decision. */
import { asCard, refusal, said, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { type Block, sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { refused } from '../../../kernel/outcome.ts';
import type { Inline } from '../../../kernel/rich.ts';
import { type AddressSource, giveAddress } from '../../answer-links/interactions.ts';
import { submissionsButton } from '../../plans/views/buttons.ts';
import { recordPaper, replyToQuestion } from '../operations/answer.ts';
import { createLink } from '../operations/link.ts';
import { listSubmissions, seeSubmission } from '../operations/look.ts';
import { addPaper, listsToSubmit, prepareSubmission, seeParcel } from '../operations/prepare.ts';
import { sendSubmission, undoSending, withdrawSubmission } from '../operations/send.ts';
import { sendBackForm, sendSeatBack } from '../operations/send-back.ts';
import { settleSubmission } from '../operations/settle.ts';
import { recordTold, toTell } from '../operations/tell.ts';
import type { Submission, SubmissionId, UnitStanding } from '../types.ts';
import * as buttons from '../views/buttons.ts';
import * as forms from '../views/forms.ts';
import { menuMessage, submissionMessage } from '../views/messages.ts';
import { tellMessage } from '../views/units.ts';
import { answererOptions } from './shared.ts';

export function manageInteractions(source: AddressSource): readonly Interaction[] {
  return [
    onPress(submissionsButton, async (call, { committee }) => asCard(await showMenu(call, asId(committee)))),
    onPress(buttons.prepareButton, (call, { committee }) => openPrepare(call, asId(committee))),

    onSubmit(
      forms.prepareForm,
      async (call, { committee }, { list, authority, answerer, letter, date }) => {
        const prepared = await prepareSubmission(call, {
          ...{ committee: asId(committee), list: asId(list), authority: authority ?? '', letter: letter ?? null },
          answerer: answerer ? asId(answerer) : null,
          stated: date ? { date, time: null } : null,
        });
        return prepared.ok ? showOne(call, prepared.value) : refusal(call, prepared);
      },
      {
        options: (call, { state, typed }) => answererOptions(call, asId(state.committee), typed),
      },
    ),

    onPress(buttons.openButton, async (call, { submission, page }) =>
      asCard(await showOne(call, asId(submission), [], Number(page) || 1)),
    ),

    onPress(buttons.paperButton, (call, { submission }) =>
      withOne(call, asId(submission), (one) => openForm(forms.paperView(textsOf(call), one))),
    ),

    onSubmit(forms.paperForm, async (call, { submission }, { title, number, dated }) => {
      const paper = { title: title ?? '', number: number ?? null, dated: dated ?? null };
      const added = await addPaper(call, { submission: asId(submission), ...paper });
      return added.ok ? showOne(call, asId(submission)) : refusal(call, added);
    }),

    onPress(buttons.sendButton, async (call, { submission }) => {
      const sent = await sendSubmission(call, asId(submission));
      if (!sent.ok)
        return sent.reason === 'submission-incomplete'
          ? asCard(await showOne(call, asId(submission)))
          : said(call, sent);
      const t = textsOf(call);
      const { answererName } = sent.value.submission;
      const text = answererName
        ? t('submissions.sent.chat', { name: answererName })
        : t('submissions.sent.elsewhere', { to: sent.value.submission.authority });
      return asCard(await showOne(call, asId(submission), [{ kind: 'text', text: [text] }]));
    }),

    onPress(buttons.undoButton, async (call, { submission }) => {
      const undone = await undoSending(call, asId(submission));
      return undone.ok ? asCard(await showOne(call, asId(submission), saying(call, 'undone'))) : said(call, undone);
    }),

    onPress(buttons.withdrawButton, async (call, { submission }) => {
      const gone = await withdrawSubmission(call, asId(submission));
      return gone.ok ? replaceCard(sentence(textsOf(call)('submissions.withdrawn'))) : said(call, gone);
    }),

    onPress(buttons.linkButton, (call, { submission }) => {
      const t = textsOf(call);
      const words = {
        ...{ summary: t('submissions.link.summary'), noAddress: t('submissions.link.noAddress') },
        ...{ keep: t('submissions.link.once') },
        made: (until: Inline) => t.rich('submissions.link.made', { until }),
      };
      return giveAddress(call, source, words, () => createLink(call, asId(submission)));
    }),

    onPress(buttons.recordButton, (call, { submission }) =>
      withOne(call, asId(submission), (one) => openForm(forms.recordView(textsOf(call), one))),
    ),

    onSubmit(
      forms.recordForm,
      async (call, { submission }, { number, dated, notApproved, returned, word }) => {
        const recorded = await recordPaper(call, {
          ...{ submission: asId(submission), number: number ?? '', dated: dated ?? '', word: word ?? null },
          notApproved: (notApproved ?? []).map((seat) => asId(seat)),
          returned: (returned ?? []).map((seat) => asId(seat)),
        });
        if (!recorded.ok) return refusal(call, recorded);
        const said = recorded.value.settledAt ? 'restEntered' : 'recorded';
        return showOne(call, asId(submission), saying(call, said));
      },
      {
        options: async (call, { state, typed }) => {
          const seen = await seeSubmission(call, asId(state.submission));
          return seen.ok ? forms.seatOptions(textsOf(call), seen.value.submission, typed) : [];
        },
      },
    ),

    onPress(buttons.replyButton, (call, { submission, seat }) =>
      withOne(call, asId(submission), (one) => {
        const asked = one.seats.find(({ id }) => id === seat);
        return asked ? openForm(forms.replyView(textsOf(call), one, asked)) : said(call, refused('seat-unknown'));
      }),
    ),

    onSubmit(forms.replyForm, async (call, { submission, seat }, { reply }) => {
      const replied = await replyToQuestion(call, {
        submission: asId(submission),
        seat: asId(seat),
        reply: reply ?? '',
      });
      return replied.ok ? showOne(call, asId(submission), saying(call, 'replied')) : refusal(call, replied);
    }),

    onPress(buttons.sendBackButton, async (call, { submission, seat }) => {
      const parts = await sendBackForm(call, { submission: asId(submission), seat: asId(seat) });
      return parts.ok ? openForm(forms.sendBackView(textsOf(call), parts.value)) : said(call, parts);
    }),

    onSubmit(forms.sendBackForm, async (call, { submission, seat }, { step }) => {
      const back = await sendSeatBack(call, {
        ...{ submission: asId(submission), seat: asId(seat), step: step ? Number(step) : null },
      });
      return back.ok ? showOne(call, asId(submission), saying(call, 'sentBack')) : refusal(call, back);
    }),

    onPress(buttons.tellButton, (call, { submission, unit }) =>
      withUnit(call, asId(submission), unit, (one, found) => replaceCard(tellMessage(textsOf(call), one, found))),
    ),

    onPress(buttons.toldButton, (call, { submission, unit }) =>
      withUnit(call, asId(submission), unit, (one, found) => openForm(forms.toldView(textsOf(call), one, found))),
    ),

    onSubmit(forms.toldForm, async (call, { submission, unit }, { letter }) => {
      const told = await recordTold(call, {
        ...{ submission: asId(submission), unit: asId(unit), letter: letter ?? null },
      });
      return told.ok ? showOne(call, asId(submission), saying(call, 'told')) : refusal(call, told);
    }),

    onPress(buttons.settleButton, (call, { submission }) =>
      withOne(call, asId(submission), (one) => openForm(forms.settleView(textsOf(call), one))),
    ),

    onSubmit(forms.settleForm, async (call, { submission }, { number, dated }) => {
      const settled = await settleSubmission(call, {
        ...{ submission: asId(submission), number: number ?? '', dated: dated ?? '' },
      });
      if (!settled.ok) return refusal(call, settled);
      const names = settled.value.leftOut.flatMap(({ shown }) => shown?.fullName ?? []);
      const said = saying(call, settled.value.submission.content.kind === 'units' ? 'settledUnits' : 'settled');
      const more = names.length > 0 ? [leftOutNote(call, names)] : [];
      return showOne(call, asId(submission), [...said, ...more]);
    }),
  ];
}

/** What `/plan submit` shows. */
export async function showMenu(call: Call, committee: CommitteeId): Promise<Reply> {
  const found = await listSubmissions(call, committee);
  return found.ok ? show(menuMessage(textsOf(call), committee, found.value)) : said(call, found);
}

async function openPrepare(call: Call, committee: CommitteeId): Promise<Reply> {
  const lists = await listsToSubmit(call, committee);
  if (!lists.ok) return said(call, lists);
  if (lists.value.length === 0) return show(sentence(textsOf(call)('submissions.form.noList')));
  return openForm(forms.prepareView(textsOf(call), committee, lists.value));
}

export async function showOne(call: Call, id: SubmissionId, above: readonly Block[] = [], page = 1): Promise<Reply> {
  const seen = await seeParcel(call, id);
  if (!seen.ok) return said(call, seen);
  const { submission, mayManage, parcel } = seen.value;
  const opened = { submission, mayManage, ...parcel, page: Math.max(1, page), now: call.now };
  return show(submissionMessage(textsOf(call), opened, above));
}

async function withOne(call: Call, id: SubmissionId, answer: (submission: Submission) => Reply): Promise<Reply> {
  const seen = await seeSubmission(call, id);
  return seen.ok ? answer(seen.value.submission) : said(call, seen);
}

async function withUnit(
  call: Call,
  id: SubmissionId,
  unit: string,
  answer: (submission: Submission, unit: UnitStanding) => Reply,
): Promise<Reply> {
  const seen = await seeSubmission(call, id);
  if (!seen.ok) return said(call, seen);
  const found = toTell(seen.value.submission).find((one) => one.unit === unit);
  return found ? answer(seen.value.submission, found) : said(call, refused('unit-not-waiting'));
}

function saying(
  call: Call,
  what: 'undone' | 'recorded' | 'restEntered' | 'replied' | 'sentBack' | 'settled' | 'settledUnits' | 'told',
): readonly Block[] {
  return [{ kind: 'text', text: [textsOf(call)(`submissions.said.${what}`)] }];
}

function leftOutNote(call: Call, names: readonly string[]): Block {
  const t = textsOf(call);
  return { kind: 'text', text: [t('submissions.said.leftOut', { names: t.list(names) })] };
}
