import type { House } from '../compose.ts'
import type { Config } from '../config.ts'
import { refuseIfLocked } from '../db/embedded/take-lock.ts'
import type { Command } from './command.ts'
import { configOf } from './read-config.ts'
import { stopRequest } from './stop-request.ts'
import { welcome } from './welcome.ts'

export const serve: Command = {
  usage: '',
  about:
    'Runs the server until it gets SIGINT (Ctrl-C), SIGTERM or SIGHUP. Settings come from the environment:\nPORT (3000), HOST (127.0.0.1), BASE_URL, MERITUM_DATA (./data), DATABASE_URL, MERITUM_MASTER_KEY,\nMERITUM_EMBEDDED_DATABASE, LOG_LEVEL.',
  options: {},
  positionals: { least: 0, most: 0 },
  exitCodes: [
    [0, 'stopped because it was asked to'],
    [1, 'the start was refused, or the server could not go on; the reason is on standard error'],
  ],
  async run({ environment, terminal }) {
    const stop = stopRequest()
    const house = await Promise.race([start(configOf(environment), stop.fail), stop.failed])
    for (const line of welcome(house)) terminal.print(line)
    const reason = await stop.requested
    const hasFailed = 'failure' in reason
    if (hasFailed) house.services.log.fatal({ err: reason.failure }, 'the server has to stop')
    await house.stop()
    terminal.print('Stopped.')
    return hasFailed ? 1 : 0
  },
}

/** A folder in use is said before the server's code, the larger part of a second, is even loaded. */
async function start(config: Config, onLost: (error: unknown) => void): Promise<House> {
  if (!config.databaseUrl) refuseIfLocked(config.dataFolder)
  const { compose } = await import('../compose.ts')
  return compose(config, onLost)
}
