/** The manifest: every permission has its reason, names follow the choice, and Slack's limits hold. */
import { describe, expect, test } from '@jest/globals';
import { events, type ManifestOptions, manifest, scopes } from '../../src/slack/manifest.ts';

const commands = [
  { name: 'plan', vietnameseName: 'quy-hoach', description: 'Plans', hint: '[list]' },
  { name: 'conference', vietnameseName: 'hoi-nghi', description: 'Conferences', hint: '' },
];
const options: ManifestOptions = {
  names: 'english',
  publicUrl: 'https://bot.example.org/',
  appName: 'Quorate',
  description: 'Committee work',
  shortcutName: 'My duties',
  shortcutDescription: 'What is expected of me',
};

interface Manifest {
  features: { slash_commands: { command: string; url?: string; should_escape: boolean; usage_hint?: string }[] };
  settings: { socket_mode_enabled: boolean; event_subscriptions: { bot_events: string[]; request_url?: string } };
  oauth_config: { scopes: { bot: string[] } };
}

function made(change: Partial<ManifestOptions> = {}): Manifest {
  return manifest(commands, { ...options, ...change }) as Manifest;
}

describe('manifest', () => {
  test.each<[string, Partial<ManifestOptions>, string[]]>([
    ['in English', {}, ['/plan', '/conference']],
    ['in Vietnamese', { names: 'vietnamese' }, ['/quy-hoach', '/hoi-nghi']],
    ['with a name taken', { taken: ['conference', 'plan'] }, ['/quy-hoach', '/meeting']],
    ['with every name taken', { taken: ['plan', 'quy-hoach'] }, ['/conference']],
  ])('names its commands %s', (_, change, names) => {
    expect(made(change).features.slash_commands.map(({ command }) => command)).toEqual(names);
  });

  test('over HTTP everything comes to one address; in Socket Mode to none', () => {
    const http = made();
    const socket = made({ publicUrl: null });

    expect(http.settings.event_subscriptions.request_url).toBe('https://bot.example.org/slack/events');
    expect(http.features.slash_commands[0]?.url).toBe('https://bot.example.org/slack/events');
    expect(JSON.stringify(socket)).not.toContain('url');
    expect(socket.settings.socket_mode_enabled).toBe(true);
  });

  test('people and channels arrive as ids', () => {
    expect(made().features.slash_commands.every(({ should_escape }) => should_escape)).toBe(true);
  });

  test('every scope and event has a reason', () => {
    expect(made().oauth_config.scopes.bot).toEqual(Object.keys(scopes));
    expect(made().settings.event_subscriptions.bot_events).toEqual(Object.keys(events));
    for (const reason of [...Object.values(scopes), ...Object.values(events)]) expect(reason).not.toBe('');
  });
});
