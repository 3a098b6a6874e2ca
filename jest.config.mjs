/** @type {import('jest').Config} */
export default {
  runner: '<rootDir>/scripts/jest/runner.ts',
  // Node strips the types; nothing is transformed.
  transform: {},
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // For what hangs; on a busy machine a test of whole commands takes minutes.
  testTimeout: 300_000,
  maxWorkers: 2,
  // Copies of the package under build-*/ would shadow the real one.
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/out', '<rootDir>/.cache', '<rootDir>/dist'],
}
