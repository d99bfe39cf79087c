/** What the router itself says, put together from the texts. */
import { textsOf } from './answers.ts';
import type { Command, Subcommand } from './chat/command.ts';
import type { CommandWords } from './chat/command-line.ts';
import { type Block, type Message, sentence } from './chat/message.ts';
import type { RouterWords } from './chat/router.ts';
import { headerBlock } from './features/committees/views/header.ts';
import { type TextKey, type Texts, texts } from './i18n/texts.ts';
import type { Locale } from './kernel/act.ts';

/** After these forms something waits to be gone on with: where, when its preview could not be shown in time. */
const unshownBy: Readonly<Record<string, TextKey>> = {
  'conferences.content': 'conferences.preview.savedUnshown',
  'conferences.summoned': 'conferences.preview.savedUnshown',
};

export const routerWords: RouterWords = {
  adapter: (locale, key) => wordsIn(locale).label('common.adapter', key),
  notSaved: (locale, repeat) => withTyped(locale, 'common.router.notSaved', repeat),
  notConfirmed: (locale, repeat) => withTyped(locale, 'common.router.notConfirmed', repeat),
  alreadySaved: (locale) => sentence(wordsIn(locale)('common.router.alreadySaved')),
  savedUnshown(locale, { form, incident }) {
    const t = wordsIn(locale);
    if (incident) return sentence(t('common.router.savedIncident', { number: incident }));
    return sentence(t((form && unshownBy[form]) || 'common.router.savedUnshown'));
  },
  incident: (locale, number) => sentence(wordsIn(locale)('common.router.incident', { number })),
  staleButton: (locale) => sentence(wordsIn(locale)('common.router.staleButton')),
  fieldInvalid: (locale) => wordsIn(locale)('common.router.fieldInvalid'),
  about: (call, about) => headerBlock(textsOf(call), about),
};

export const commandWords: CommandWords = {
  unknownCommand: (call) => sentence(textsOf(call)('common.router.unknownCommand')),
  usage(call, command, subcommand) {
    const t = textsOf(call);
    const summary = t('common.router.usage');
    return {
      summary,
      blocks: [
        { kind: 'text', text: [summary] },
        { kind: 'list', items: [[{ bold: usageLine(t, command, subcommand) }]] },
        { kind: 'text', text: [`${t('common.router.example')} ${exampleLine(t, command, subcommand)}`] },
        { kind: 'note', text: [t('common.router.orForm', { command: command.name })] },
      ],
    };
  },
  unknownSubcommand(call, command, word) {
    const t = textsOf(call);
    return {
      summary: t('common.router.usage'),
      blocks: [
        {
          kind: 'text',
          text: [t('common.router.unknownSubcommand', { word: word.slice(0, 40), command: command.name })],
        },
        { kind: 'list', items: command.subcommands.map((subcommand) => helpLine(t, command, subcommand)) },
        { kind: 'note', text: [t('common.router.orForm', { command: command.name })] },
      ],
    };
  },
};

/** "/review open" and what it does. */
export function helpLine(t: Texts, command: Command, subcommand: Subcommand) {
  return [{ bold: usageLine(t, command, subcommand) }, ` – ${t.label(helpKey(command, subcommand), 'does')}`] as const;
}

export function usageLine(t: Texts, command: Command, subcommand: Subcommand): string {
  const word = subcommand.words[t.locale][0] ?? '';
  const parts = t.label(helpKey(command, subcommand), 'parts');
  return [`/${command.name}`, word, parts].filter(Boolean).join(' ');
}

function exampleLine(t: Texts, command: Command, subcommand: Subcommand): string {
  const word = subcommand.words[t.locale][0] ?? '';
  const example = t.label(helpKey(command, subcommand), 'example');
  return [`/${command.name}`, word, example].filter(Boolean).join(' ');
}

/** For the completion of the message box and for the manifest. */
export function slashCommands(commands: readonly Command[], locale: Locale) {
  const t = wordsIn(locale);
  return commands.map((command) => ({
    command: `/${command.name}`,
    description: t.label(`help.${command.name}`, 'summary'),
    usageHint: command.subcommands
      .map((subcommand) => subcommand.words[locale][0] ?? '')
      .filter(Boolean)
      .join(' | '),
  }));
}

function helpKey(command: Command, subcommand: Subcommand): string {
  return `help.${command.name}.${subcommand.name || 'line'}`;
}

function withTyped(locale: Locale, key: TextKey, typed: string | null): Message {
  const t = wordsIn(locale);
  const summary = t(key);
  const quote: Block[] = typed
    ? [
        { kind: 'text', text: [t('common.router.youTyped')] },
        { kind: 'quote', text: typed },
      ]
    : [];
  return { summary, blocks: [{ kind: 'text', text: [summary] }, ...quote] };
}

/** The router's own words hold no times and address nobody, so zone and speech do not matter. */
function wordsIn(locale: Locale): Texts {
  return texts(locale, 'UTC', 'party');
}
