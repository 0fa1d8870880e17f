/** The packages that ship untranspiled React Native or ES modules must go through Babel. */
const transpiled = [
  '(jest-)?react-native',
  '@react-native',
  '@react-native-async-storage',
  'expo',
  '@expo',
  'eventsource-parser',
  'culori',
  'fast-check',
  'pure-rand',
  'uuid',
  '@bufbuild',
  '@triptych',
]

module.exports = {
  preset: 'jest-expo',
  moduleNameMapper: {
    '^@react-native-async-storage/async-storage$':
      '@react-native-async-storage/async-storage/jest/async-storage-mock',
  },
  // The first test of a file pays for compiling React Native, which takes seconds on a busy machine.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
  transformIgnorePatterns: [`node_modules/(?!(?:\\.pnpm/[^/]+/node_modules/)?(?:${transpiled.join('|')}))`],
}
