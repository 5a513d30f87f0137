#!/usr/bin/env node
// Committed, so that npm can link the command before the first build.
await import('../../scripts/check-node.cjs')
await import('../dist/cli/main.js').catch(error => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !String(error.message).includes('dist/cli/main.js')) throw error
  console.error('Meritum is not built yet. Run "npm run build" in the project folder.')
  process.exit(1)
})
