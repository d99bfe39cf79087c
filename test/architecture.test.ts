/** The house rules as tests: who may import whom, names, cycles, the list of commands, and both languages complete. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { createCommands } from '../commands/index.ts';
import { en } from '../src/i18n/en/all.ts';
import { knownReasons } from '../src/i18n/texts.ts';
import { vi } from '../src/i18n/vi/all.ts';

const root = resolve(import.meta.dirname, '..');
const sources = [...filesUnder('src'), ...filesUnder('commands')].filter((file) => !file.includes('/generated/'));

/** Folder (or role) → what it may import of ours. '=' is the folder itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  config: ['kernel'],
  database: ['kernel'],
  chat: ['kernel'],
  i18n: ['kernel'],
  documents: ['kernel'],
  slack: ['chat', 'config', 'i18n', 'kernel'],
  sandbox: ['chat', 'config', 'i18n', 'kernel'],
  queue: ['database', 'kernel'],
  // A card or an event may belong to a case, so both ask the viewer's type what is closed.
  audit: ['database', 'queue', 'kernel', 'features/access/types'],
  delivery: ['chat', 'queue', 'database', 'kernel', 'features/access/types'],
  jobs: ['features/operations', 'delivery', 'audit', 'queue', 'kernel'],
  demo: ['features/operations', 'features/types', 'database', 'kernel'],
  // A command and a button often open the same form: the function that does it is written once, in interactions.
  commands: [
    'features/operations',
    'features/interactions',
    'features/views',
    'features/types',
    'chat',
    'i18n',
    'kernel',
    'app/router-words',
    'app/answers',
  ],
  'features/types': ['kernel', 'features/types'],
  // Comparing names is a rule; the words of a language are not.
  'features/rules': ['features/types', 'features/rules', 'i18n/names', 'kernel'],
  'features/store': ['database', 'features/types', 'i18n/names', 'kernel', 'i18n'],
  'features/operations': [
    'features/rules',
    'features/store',
    'features/types',
    'features/operations',
    'audit',
    'queue',
    'delivery',
    'documents',
    'i18n',
    'kernel',
    'database',
  ],
  'features/views': ['features/types', 'features/rules', 'features/views', 'chat', 'i18n', 'kernel'],
  'features/interactions': [
    'features/operations',
    'features/views',
    'features/types',
    'features/interactions',
    'chat',
    'i18n',
    'kernel',
    'delivery',
    'app/answers',
  ],
};

const roles = ['types', 'rules', 'store', 'operations', 'views', 'interactions'];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports: readonly Import[] = sources.flatMap(importsOf);

describe('imports', () => {
  test('a folder imports only what the house rules allow', () => {
    const wrong = imports
      .filter(({ from }) => partOf(from) !== 'app')
      .filter(({ from, to }) => {
        const [here, there] = [partOf(from), partOf(to)];
        if (here === there && folderOf(from) === folderOf(to)) return false;
        const may = allowed[here] ?? [];
        return !may.some(
          (entry) =>
            entry === there ||
            to.startsWith(`src/${entry}`) ||
            (entry.startsWith('app/') && to === `src/${entry.slice(4)}.ts`),
        );
      })
      .map(({ from, to }) => `${from} → ${to}`);

    expect(wrong).toEqual([]);
  });

  test('the control: a view that imported a store would be found', () => {
    const may = allowed['features/views'] ?? [];

    expect(may.includes('features/store')).toBe(false);
    expect(partOf('src/features/plans/views/list.ts')).toBe('features/views');
    expect(partOf('src/features/plans/store.ts')).toBe('features/store');
  });

  test('no cycles between folders outside the features', () => {
    const folders = new Map<string, Set<string>>();
    for (const { from, to } of imports) {
      const [here, there] = [folderOf(from), folderOf(to)];
      if (here === there || here === 'src' || here.startsWith('features') || there.startsWith('features')) continue;
      folders.set(here, (folders.get(here) ?? new Set()).add(there));
    }

    expect(cycleIn(folders)).toBeNull();
  });

  test('no cycles between files (types aside)', () => {
    const files = new Map<string, Set<string>>();
    for (const { from, to, typeOnly } of imports) {
      if (!typeOnly) files.set(from, (files.get(from) ?? new Set()).add(to));
    }

    expect(cycleIn(files)).toBeNull();
  });

  test.each<[string, RegExp, RegExp]>([
    ['@slack/*', /from '@slack\//, /^src\/slack\//],
    ['graphile-worker', /from 'graphile-worker'/, /^src\/(queue|jobs)\//],
    ['node-cron', /from 'node-cron'/, /^src\/jobs\//],
    ['bottleneck', /from 'bottleneck'/, /^src\/delivery\/limits\.ts$/],
    ['process.env', /process\.env/, /^src\/(config\/|main\.ts)/],
    ['the time', /\bDate\.now\(\)|new Date\(\)/, /^src\/(kernel\/clock\.ts|sandbox\/)/],
    ['Intl', /\bIntl\./, /^src\/(i18n|sandbox)\//],
    ['SQL', /\$(queryRaw|executeRaw)/, /^src\/(database|audit|delivery|queue|features\/[^/]+\/store)/],
  ])('only its own place knows %s', (_what, pattern, place) => {
    const elsewhere = sources.filter((file) => !place.test(file) && pattern.test(withoutComments(read(file))));

    expect(elsewhere).toEqual([]);
  });
});

describe('names', () => {
  test('a feature is made of the six roles only', () => {
    const strange = sources
      .filter((file) => file.startsWith('src/features/'))
      .map((file) => file.split('/'))
      .filter((parts) => !roles.includes((parts[3] ?? '').replace(/\.ts$/, '')))
      .map((parts) => parts.join('/'));

    expect(strange).toEqual([]);
  });

  test('files are kebab-case and none is a drawer', () => {
    const wrong = sources.filter(
      (file) =>
        !/^[a-z0-9/-]+(\.[a-z]+)+$/.test(file) ||
        /(^|\/)(utils?|helpers?|common|manager|misc)\.ts$/.test(
          file.replace('src/i18n', '').replace(/^\/(en|vi)\/common/, ''),
        ),
    );

    expect(wrong).toEqual([]);
  });

  test('the commands are exactly the files and folders of commands/', () => {
    const notCommands = ['index.ts', 'in-committee.ts'];
    const places = readdirSync(join(root, 'commands'))
      .filter((name) => !notCommands.includes(name))
      .map((name) => name.replace(/\.ts$/, ''));

    const names = createCommands({ duties: [], dutyViews: {} } as never).list.map(({ name }) => name);

    expect([...names].sort()).toEqual([...places].sort());
  });
});

describe('texts', () => {
  test('Vietnamese has every key of English, plurals aside', () => {
    const wanted = keysOf(en).map((key) => key.replace(/_one$/, '_other'));

    expect([...new Set(keysOf(vi))].sort()).toEqual([...new Set(wanted)].sort());
  });

  test('both languages use the same values in each text', () => {
    const inVietnamese = new Map(leavesOf(vi));
    const different = leavesOf(en)
      .filter(([key]) => !key.endsWith('_one'))
      .filter(([key, text]) => placeholdersIn(text) !== placeholdersIn(inVietnamese.get(key) ?? ''))
      .map(([key]) => key);

    expect(different).toEqual([]);
  });

  test('every refusal in the code has words, and every reason is used', () => {
    const inCode = new Set(
      sources.flatMap((file) => [...read(file).matchAll(/refused\(\s*'([a-z0-9-]+)'/g)].map((match) => match[1] ?? '')),
    );
    const worded = new Set(knownReasons());

    expect([...inCode].filter((reason) => !worded.has(reason))).toEqual([]);
  });

  test('no reason has words in two features', () => {
    const all = Object.values(en).flatMap((section) =>
      'refusals' in section
        ? Object.keys(section.refusals as object).map((name) => name.replace(/_(one|other)$/, ''))
        : [],
    );
    const unique = new Set(all.filter((name, index) => all.indexOf(name) === index));

    expect(new Set(all)).toEqual(unique);
    expect(
      all.filter((name, index) => all.indexOf(name) !== index && !/_/.test(name) && countOf(all, name) > 2),
    ).toEqual([]);
  });

  test('every subcommand has help in both languages', () => {
    const commands = createCommands({ duties: [], dutyViews: {} } as never).list;
    const keys = new Set(keysOf(en));
    const missing = commands.flatMap((command) => [
      ...['summary', 'button']
        .filter((part) => !keys.has(`help.${command.name}.${part}`))
        .map((part) => `${command.name}.${part}`),
      ...command.subcommands
        .map((subcommand) => `help.${command.name}.${subcommand.name || 'line'}.does`)
        .filter((key) => !keys.has(key)),
    ]);

    expect(missing).toEqual([]);
  });

  test('no text has marks that would be shown raw', () => {
    const raw = [...leavesOf(en), ...leavesOf(vi)]
      .filter(([, text]) => /`|(^|[^*])\*[^*\s]/.test(text))
      .map(([key]) => key);

    expect(raw).toEqual([]);
  });

  test('nobody is chased', () => {
    const harsh = [...leavesOf(en), ...leavesOf(vi)]
      .filter(([, text]) => /\b(overdue|chase|owe[sd]?)\b|quá hạn/i.test(text))
      .map(([key]) => key);

    expect(harsh).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return filesUnder(path);
    return name.endsWith('.ts') ? [path] : [];
  });
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function importsOf(file: string): Import[] {
  return [...withoutComments(read(file)).matchAll(/(?:import|export)\s+(type\s+)?[^;'"]*?from\s+'(\.[^']+)'/g)].map(
    (match) => ({
      from: file,
      to: relative(root, resolve(root, dirname(file), match[2] ?? '')),
      typeOnly:
        match[1] !== undefined ||
        /^\s*\{\s*(type [^,}]+,?\s*)+\}\s*$/.test(match[0].replace(/^(import|export)\s+/, '').replace(/from.*$/s, '')),
    }),
  );
}

/** The part of the house that a file belongs to: a folder of src, or a role of the features. */
function partOf(file: string): string {
  const parts = file.split('/');
  if (parts[0] === 'commands') return 'commands';
  if (parts.length === 2) return 'app';
  if (parts[1] === 'features') return `features/${(parts[3] ?? '').replace(/\.ts$/, '')}`;
  return parts[1] ?? '';
}

function folderOf(file: string): string {
  const parts = file.split('/');
  if (parts[0] === 'commands') return 'commands';
  if (parts[1] === 'features') return `features/${parts[2]}/${(parts[3] ?? '').replace(/\.ts$/, '')}`;
  return parts.length === 2 ? 'src' : (parts[1] ?? '');
}

function cycleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const done = new Set<string>();
  function visit(node: string, path: readonly string[]): string | null {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node].join(' → ');
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const found = visit(next, [...path, node]);
      if (found) return found;
    }
    done.add(node);
    return null;
  }
  for (const node of graph.keys()) {
    const found = visit(node, []);
    if (found) return found;
  }
  return null;
}

function leavesOf(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] => {
    const key = path ? `${path}.${name}` : name;
    return typeof value === 'string' ? [[key, value]] : leavesOf(value as object, key);
  });
}

function keysOf(tree: object): string[] {
  return leavesOf(tree).map(([key]) => key);
}

function placeholdersIn(text: string): string {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort().join(',');
}

function countOf(all: readonly string[], name: string): number {
  return all.filter((other) => other === name).length;
}
