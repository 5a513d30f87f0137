import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'

const isLinux = process.platform === 'linux'

/** A process that runs: its owner and its command line, arguments divided by one space. */
export interface RunningProcess {
  readonly pid: number
  readonly uid: number
  readonly command: string
}

/**
 * When the process started, as an opaque text that a later process with the same number can't have.
 * Undefined when no such process runs; a zombie counts as gone.
 */
export function processStart(pid: number): string | undefined {
  try {
    if (isLinux) return linuxProcessStart(pid)
    if (process.platform === 'win32') return windowsProcessStart(pid)
    const [state, ...started] = run('ps', ['-o', 'stat=,lstart=', '-p', String(pid)])
      .trim()
      .split(/\s+/)
    return !state || state.startsWith('Z') ? undefined : started.join(' ')
  } catch {
    return undefined
  }
}

// proc(5): the second field is the name in parentheses, which may hold anything; state is the third field,
// starttime (in clock ticks after boot) the 22nd.
function linuxProcessStart(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}:${fields[19]}`
}

function windowsProcessStart(pid: number): string | undefined {
  process.kill(pid, 0)
  return run('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]).trim()
}

/** Every process whose command line can be read; zombies have none. */
export function listProcesses(): RunningProcess[] {
  if (isLinux) {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .flatMap(name => linuxProcess(Number(name)))
  }
  if (process.platform === 'win32') return []
  return run('ps', ['-axww', '-o', 'pid=,uid=,command='])
    .split('\n')
    .flatMap(line => {
      const match = /^\s*(\d+)\s+(-?\d+)\s+(.+)$/.exec(line)
      return match ? [{ pid: Number(match[1]), uid: Number(match[2]), command: match[3]! }] : []
    })
}

function linuxProcess(pid: number): RunningProcess[] {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return command ? [{ pid, uid: statSync(`/proc/${pid}`).uid, command }] : []
  } catch {
    return []
  }
}

function run(command: string, args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
