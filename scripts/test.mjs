/** `npm test`, or `npm test -- test/features/reviews -t "a second vote"`: installs what is missing, runs the tests. */
import { join } from 'node:path';
import { build, generate, install, mustRun } from './prepare.mjs';

install({ withTools: true });
generate();
// Tests that start and kill whole bots run the real program.
build();
process.env.QUORATE_TEST_COMPILED = 'yes';

const words = process.argv.slice(2).filter((word) => word !== '--');
const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const jest = [...node, join('node_modules', 'jest', 'bin', 'jest.js')];

/** They start whole bots and browsers and keep to Slack's three seconds: beside other tests there would be no room. */
const alone = ['test/app/', 'test/stories/', 'test/sandbox/page'];

if (words.length > 0) mustRun('The tests', process.execPath, [...jest, ...words]);
else {
  mustRun('The tests', process.execPath, [...jest, '--testPathIgnorePatterns', '/node_modules/', ...alone]);
  mustRun('The tests that run alone', process.execPath, [...jest, '--runInBand', ...alone]);
}
