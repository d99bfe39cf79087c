/** `npm test`, or `npm test -- test/features/reviews -t "a second vote"`: installs what is missing, runs the tests. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build, generate, install, mustRun, root, run } from './prepare.mjs';

install({ withTools: true });
generate();
// Tests that start and kill whole bots run the real program.
build();
process.env.QUORATE_TEST_COMPILED = 'yes';

const words = process.argv.slice(2).filter((word) => word !== '--');
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
jest.push(join('node_modules', 'jest', 'bin', 'jest.js'));

/** They start whole bots and browsers and keep to Slack's three seconds: beside other tests there would be no room. */
const alone = ['test/app/', 'test/stories/', 'test/sandbox/page'];
/** More files than this do not fail by bad luck. */
const mostSecondLooks = 6;
/** Named when jest failed and no file did. */
const unnamed = '(jest itself)';

if (words.length > 0) mustRun('The tests', process.execPath, [...jest, ...words]);
else {
  const results = mkdtempSync(join(tmpdir(), 'quorate-results-'));
  try {
    process.exitCode = everything(join(results, 'results.json')) ? 0 : 1;
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}

/** Both parts are run whatever the first says. True: all passed, at the second look at the latest. */
function everything(results) {
  const beside = firstLook('The tests', ['--testPathIgnorePatterns', '/node_modules/', ...alone], results);
  const byThemselves = firstLook('The tests that run alone', ['--runInBand', ...alone], results);
  const failed = [...beside, ...byThemselves];
  if (failed.length === 0) return true;
  console.error(`\nFailed:\n${lines(failed)}`);
  if (failed.length > mostSecondLooks || failed.includes(unnamed)) return false;

  // Of thousands of tests that start servers and kill them, one may meet a machine that stands still.
  console.error('They are run once more, nothing beside them.');
  if (run(process.execPath, [...jest, '--runInBand', '--runTestsByPath', ...failed]).status !== 0) return false;
  console.error(`\nPassed only at the second look; find out what was luck there:\n${lines(failed)}`);
  return true;
}

/** The files that failed, relative to the project. */
function firstLook(what, args, results) {
  rmSync(results, { force: true });
  if (run(process.execPath, [...jest, ...args, '--json', '--outputFile', results]).status === 0) return [];
  console.error(`${what} failed.`);
  const files = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')).testResults : [];
  const failed = files.filter(({ status }) => status === 'failed').map(({ name }) => relative(root, name));
  return failed.length > 0 ? failed : [unnamed];
}

function lines(files) {
  return files.map((file) => `  ${file}`).join('\n');
}
