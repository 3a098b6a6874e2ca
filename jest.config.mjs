/** @type {import('jest').Config} */
export default {
  runner: '<rootDir>/scripts/jest/runner.ts',
  // Node strips the types; nothing is transformed.
  transform: {},
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testTimeout: 120_000,
  maxWorkers: 2,
  // Copies of the package under build-*/ would shadow the real one.
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/out', '<rootDir>/.cache', '<rootDir>/dist'],
}
