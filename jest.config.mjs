/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', importAttributes: true }, target: 'es2023', experimental: { keepImportAttributes: true } },
        module: { type: 'es6' },
      },
    ],
  },
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testTimeout: 120_000,
  maxWorkers: 2,
  // SDK clients keep sockets open.
  forceExit: true,
  // Copies of the package under build-*/ would shadow the real one.
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/out', '<rootDir>/.cache', '<rootDir>/dist'],
}
