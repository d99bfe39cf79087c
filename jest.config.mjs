/** Tests run on the TypeScript sources as ES modules; the database server is started once for all of them. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  globalSetup: '<rootDir>/test/support/start-database-server.mjs',
  globalTeardown: '<rootDir>/test/support/stop-database-server.mjs',
  maxWorkers: 2,
  // Every file leaves tens of megabytes of modules behind that Node 20 never gives back: a worker that had run a hundred
  // of them would mostly be looking for memory. A new one takes over in time.
  workerIdleMemoryLimit: '800MB',
  testTimeout: 120_000,
};
