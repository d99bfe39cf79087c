/** What is opened and shown of sealed votes, by buttons and by commands alike. */
import { textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { seePrepared } from '../operations/prepare.ts';
import { openSecretPaper } from '../operations/secret-cast.ts';
import { seeSealed } from '../operations/secret-look.ts';
import type { BallotRoundId } from '../types/round.ts';
import { previewMessage } from '../views/messages.ts';
import { sealedPaperView } from '../views/secret-forms.ts';
import { sealedStandingMessage } from '../views/secret-messages.ts';
import { said } from './shared.ts';

export async function showSealedPaper(call: Call, round: BallotRoundId): Promise<Reply> {
  const open = await openSecretPaper(call, round);
  return open.ok ? openForm(sealedPaperView(textsOf(call), open.value)) : said(call, open);
}

/** A sealed vote that was taken back: what was prepared stands in its card again. */
export async function showPreparedAnew(call: Call, round: BallotRoundId): Promise<Reply> {
  const seen = await seePrepared(call, round);
  if (!seen.ok) return said(call, seen);
  const t = textsOf(call);
  const preview = previewMessage(t, seen.value);
  const undone = { kind: 'text', text: [t('secret.keys.undone')] } as const;
  return replaceCard({ ...preview, blocks: [undone, ...preview.blocks] });
}

export async function showSealedStanding(call: Call, round: BallotRoundId): Promise<Reply> {
  const seen = await seeSealed(call, round);
  return seen.ok ? show(sealedStandingMessage(textsOf(call), seen.value)) : said(call, seen);
}
