import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const browsers = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
]
const executablePath = browsers.find(path => path && existsSync(path))

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'artefacts/test-results',
  globalSetup: './e2e/serve-demonstration.ts',
  timeout: 300_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'artefacts/journeys.json' }]],
  use: {
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    timezoneId: 'Europe/Stockholm',
    actionTimeout: 15_000,
  },
  projects: [
    { name: 'with-javascript', use: { javaScriptEnabled: true } },
    {
      name: 'without-javascript',
      testMatch: /(journey|keyboard)\.spec\.ts$/,
      use: { javaScriptEnabled: false },
    },
  ],
})
