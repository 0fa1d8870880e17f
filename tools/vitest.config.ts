import { defineConfig, mergeConfig } from 'vitest/config'
import { shared } from '../vitest.shared.ts'

const config = mergeConfig(
  { ...shared, test: { ...shared.test, include: [] } },
  defineConfig({
    test: {
      include: ['**/*.test.ts'],
      exclude: ['node_modules/**', '*/template/**', '**/fixtures/**'],
    },
  }),
)

export default config
