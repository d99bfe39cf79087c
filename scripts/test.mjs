/** `npm test`, or `npm test -- test/features/reviews -t "a second vote"`: installs what is missing, runs the tests. */
import { join } from 'node:path';
import { build, generate, install, mustRun } from './prepare.mjs';

install({ withTools: true });
generate();
// Tests that kill a bot run the real program.
build();

const words = process.argv.slice(2).filter((word) => word !== '--');
const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
mustRun('The tests', process.execPath, [...node, join('node_modules', 'jest', 'bin', 'jest.js'), ...words]);
