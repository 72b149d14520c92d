const { existsSync } = require('node:fs');
const { join } = require('node:path');

/**
 * domain        the rules, without Strapi: a second for all of them
 * integration   everything that needs a real Strapi, one app a test file; on SQLite unless DATABASE_CLIENT says otherwise
 * admin         the admin's parts in jsdom
 * house         what the repository keeps to: its dependency table and the like
 *
 * Tests in a real browser are no jest project: see scripts/test-browser.mjs.
 */
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json', 'node'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: false },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/playground', '<rootDir>/tests/.tmp'],
  testPathIgnorePatterns: ['/node_modules/'],
};

/** Folders of tests/ that are not Strapi's business. */
const WITHOUT_STRAPI = ['domain', 'server/domain', 'admin', 'browser', 'support/app'];

const projects = [
  {
    ...common,
    displayName: 'domain',
    testMatch: [
      '<rootDir>/tests/domain/**/*.test.ts',
      '<rootDir>/tests/server/domain/**/*.test.ts',
    ],
  },
  {
    ...common,
    displayName: 'house',
    testMatch: ['<rootDir>/tests/*.test.ts'],
  },
  {
    ...common,
    displayName: 'integration',
    testMatch: ['<rootDir>/tests/*/**/*.test.ts'],
    testPathIgnorePatterns: [
      ...common.testPathIgnorePatterns,
      ...WITHOUT_STRAPI.map((folder) => `<rootDir>/tests/${folder}/`),
    ],
    setupFilesAfterEnv: ['<rootDir>/tests/support/integration-timeout.ts'],
    globalSetup: '<rootDir>/tests/support/name-run.ts',
    globalTeardown: '<rootDir>/tests/support/forget-template.ts',
  },
];

// jest loads the environment of every project, used or not: the project exists once there is something to run in it.
if (existsSync(join(__dirname, 'tests/admin'))) {
  projects.push({
    ...common,
    displayName: 'admin',
    testEnvironment: 'jsdom',
    testMatch: ['<rootDir>/tests/admin/**/*.test.{ts,tsx}'],
  });
}

module.exports = {
  projects,
  maxWorkers: 2,
  // Each file loads a Strapi of its own, and not all of it is let go of: a fresh process is faster than a full one.
  workerIdleMemoryLimit: '1GB',
  // Prints what happens, and for the build counts it.
  reporters: process.env.TALLY_FILE
    ? ['default', '<rootDir>/scripts/tally-reporter.cjs']
    : ['default'],
};
