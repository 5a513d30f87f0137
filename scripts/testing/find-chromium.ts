import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a browser that runs: CHROMIUM_PATH, else where systems put it, else installed now where that is allowed. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (runs(given)) return given
    console.error(`CHROMIUM_PATH is ${given}, which does not run.`)
    return undefined
  }
  return usualPaths.find(runs) ?? (installOnDebian() ? usualPaths.find(runs) : undefined)
}

function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

/** Only as root on Debian: there the package can be had without asking anybody. (Ubuntu's is a snap.) */
function installOnDebian(): boolean {
  if (process.getuid?.() !== 0 || !isDebian()) return false
  console.log('No browser found; installing the Debian package chromium.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      execFileSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env, timeout: 300_000 })
    }
    return true
  } catch (error) {
    console.error(`The package could not be installed: ${(error as Error).message}`)
    return false
  }
}

function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
