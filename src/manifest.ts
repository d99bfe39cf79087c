/** The Slack manifest of this bot, from its own commands. */
import { createCommands } from '../commands/index.ts';
import { createUrns } from './features/sealing/operations/urns.ts';
import { createFeatures } from './features.ts';
import { texts } from './i18n/texts.ts';
import { slashCommands } from './router-words.ts';
import { type ManifestOptions, manifest } from './slack/manifest.ts';

export function manifestOf(options: Pick<ManifestOptions, 'names' | 'taken' | 'publicUrl'>): object {
  const locale = options.names === 'vietnamese' ? 'vi' : 'en';
  const t = texts(locale, 'UTC', 'party');
  const nobody = async () => null;
  const { list } = createCommands(
    createFeatures({
      accounts: nobody,
      channelAccounts: nobody,
      publicUrl: null,
      urns: createUrns(new Uint8Array()),
      readFile: async () => ({ kind: 'gone' }),
    }),
  );
  const shown = slashCommands(list, locale);
  const commands = list.map(({ name, vietnameseName }, index) => ({
    name,
    vietnameseName,
    description: shown[index]?.description ?? '',
    hint: shown[index]?.usageHint ?? '',
  }));
  return manifest(commands, {
    ...options,
    appName: 'Quorate',
    description: t('quorate.about'),
    shortcutName: t('quorate.menu.title'),
    shortcutDescription: t('quorate.menu.intro'),
  });
}
