/** The page behind an answer address: plain HTML without scripts, for somebody who has no account. */
import type { Texts } from '../../../i18n/texts.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { type Seat, type Submission, seatAnswers } from '../types.ts';
import { cameFrom, nameOf, paperLine, titleOf } from './words.ts';

/** What was sent and has to be shown again, by the names of the fields. */
export type Typed = Readonly<Record<string, string>>;

/** `problem` stands above the form; what was chosen and written is still in it. */
export function answerPage(
  t: Texts,
  shown: { submission: Submission; committee: string },
  problem: Refused | null = null,
  typed: Typed = {},
): string {
  const { submission, committee } = shown;
  const waiting = [
    `<h1>${safe(titleOf(t, submission))}</h1>`,
    `<p>${safe(t('submissions.page.intro', { committee, to: submission.authority }))}</p>`,
    ...(submission.letter ? [`<p>${safe(t('submissions.facts.letter'))}: ${safe(submission.letter)}</p>`] : []),
    `<ul>${submission.papers.map((paper) => `<li>${safe(paperLine(t, paper))}</li>`).join('')}</ul>`,
    ...(problem ? [`<p role="alert" class="problem">${safe(t.refusal(problem))}</p>`] : []),
    '<form method="post">',
    ...submission.seats.filter(({ sentBack }) => !sentBack).map((seat) => seatFields(t, seat, typed)),
    '<fieldset>',
    `<legend>${safe(t('submissions.page.decision'))}</legend>`,
    labelled(t('submissions.recordForm.number'), input('number', 'text', typed)),
    labelled(t('submissions.recordForm.dated'), input('dated', 'date', typed)),
    '</fieldset>',
    `<p>${safe(t('submissions.page.once'))}</p>`,
    `<button>${safe(t('submissions.page.send'))}</button>`,
    '</form>',
  ];
  return whole(t, titleOf(t, submission), waiting.join('\n'));
}

/** After the answer, and for an address that is not good any more. */
export function saidPage(t: Texts, heading: string, text: string): string {
  return whole(t, heading, `<h1>${safe(heading)}</h1>\n<p>${safe(text)}</p>`);
}

function seatFields(t: Texts, seat: Seat, typed: Typed): string {
  const [chosen, word] = [typed[`answer-${seat.id}`], typed[`word-${seat.id}`] ?? ''];
  const choices = seatAnswers.map((value) => {
    const checked = chosen === value ? ' checked' : '';
    const field = `<input type="radio" name="answer-${seat.id}" value="${value}" required${checked}>`;
    return `<label>${field} ${safe(t(`submissions.choices.${value}`))}</label>`;
  });
  return [
    '<fieldset>',
    `<legend>${safe(seat.positionTitle)}: ${safe(nameOf(t, seat))}</legend>`,
    ...(seat.origins.length > 0 ? [`<p>${safe(cameFrom(t, seat.origins))}</p>`] : []),
    ...(seat.reply ? [`<p>${safe(t('submissions.replied', { reply: seat.reply }))}</p>`] : []),
    ...choices,
    labelled(
      t('submissions.seatForm.word'),
      `<textarea name="word-${seat.id}" maxlength="1000">${safe(word)}</textarea>`,
    ),
    '</fieldset>',
  ].join('\n');
}

function labelled(label: string, field: string): string {
  return `<label class="wide">${safe(label)} ${field}</label>`;
}

function input(name: string, type: string, typed: Typed): string {
  return `<input name="${name}" type="${type}" value="${safe(typed[name] ?? '')}">`;
}

function whole(t: Texts, title: string, body: string): string {
  return `<!doctype html>
<html lang="${t.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${safe(title)}</title>
<style>${style}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; line-height: 1.3; }
fieldset { border: 1px solid GrayText; border-radius: .5rem; margin: 1rem 0; padding: .75rem 1rem; }
legend { float: left; width: 100%; padding: 0 0 .4rem; font-weight: 600; }
legend + * { clear: both; }
label { display: block; padding: .2rem 0; }
.wide input, textarea { display: block; box-sizing: border-box; width: 100%; font: inherit; padding: .4rem; }
button { font: inherit; font-weight: 600; padding: .6rem 1.4rem; border-radius: .4rem; }
.problem { border-left: .3rem solid #b3261e; padding: .4rem .8rem; font-weight: 600; }
`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function safe(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? character);
}
