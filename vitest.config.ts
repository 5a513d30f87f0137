import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  resolve: {
    alias: [{ find: /^@meritum\/kit\/(.+)$/, replacement: `${import.meta.dirname}/kit/src/$1/index.ts` }],
  },
  test: {
    include: [
      'kit/src/**/*.test.ts',
      'app/src/**/*.test.{ts,tsx}',
      'app/test/**/*.test.{ts,tsx}',
      'conformance/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    globalSetup: ['app/test/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
