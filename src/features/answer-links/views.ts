/** The pages behind addresses: plain HTML without scripts, for somebody who has no account; and the address itself. */
import type { Message } from '../../chat/message.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Refused } from '../../kernel/outcome.ts';
import type { Rich } from '../../kernel/rich.ts';
import type { Typed } from './types.ts';

/** `made`: what the address is for, and until when. `keep`: to whom it goes. */
export function linkMessage(
  words: { readonly summary: string; readonly made: Rich; readonly keep: string },
  address: string,
): Message {
  return {
    summary: words.summary,
    blocks: [
      { kind: 'text', text: words.made },
      { kind: 'copy', text: address },
      { kind: 'note', text: [words.keep] },
    ],
  };
}

/** `about` and `fields` are HTML. */
export function formPage(
  t: Texts,
  page: { readonly title: string; readonly about: readonly string[]; readonly fields: readonly string[] },
  problem: Refused | null,
): string {
  const parts = [
    `<h1>${safe(page.title)}</h1>`,
    ...page.about,
    ...(problem ? [`<p role="alert" class="problem">${safe(t.refusal(problem))}</p>`] : []),
    '<form method="post">',
    ...page.fields,
    `<p>${safe(t('answerLinks.once'))}</p>`,
    `<button>${safe(t('answerLinks.send'))}</button>`,
    '</form>',
  ];
  return whole(t, page.title, parts.join('\n'));
}

/** After the answer, and for an address that is not good any more. */
export function saidPage(t: Texts, heading: string, text: string): string {
  return whole(t, heading, `<h1>${safe(heading)}</h1>\n<p>${safe(text)}</p>`);
}

export function paragraph(text: string): string {
  return `<p>${safe(text)}</p>`;
}

export function group(legend: string, fields: readonly string[]): string {
  return ['<fieldset>', `<legend>${safe(legend)}</legend>`, ...fields, '</fieldset>'].join('\n');
}

/** One of them has to be chosen. */
export function choices(
  name: string,
  options: readonly { readonly value: string; readonly label: string }[],
  typed: Typed,
): readonly string[] {
  return options.map(({ value, label }) => {
    const checked = typed[name] === value ? ' checked' : '';
    const field = `<input type="radio" name="${name}" value="${value}" required${checked}>`;
    return `<label>${field} ${safe(label)}</label>`;
  });
}

export function line(name: string, label: string, type: 'text' | 'date', typed: Typed): string {
  return labelled(label, `<input name="${name}" type="${type}" value="${safe(typed[name] ?? '')}">`);
}

export function lines(name: string, label: string, max: number, typed: Typed): string {
  return labelled(label, `<textarea name="${name}" maxlength="${max}">${safe(typed[name] ?? '')}</textarea>`);
}

function labelled(label: string, field: string): string {
  return `<label class="wide">${safe(label)} ${field}</label>`;
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

export function safe(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? character);
}
