import { type Config, readConfig } from '../config.ts'
import { StartRefusal } from '../errors.ts'

/** The configuration of the environment, or a refusal that names every variable that is wrong. */
export function configOf(environment: Readonly<Record<string, string | undefined>>): Config {
  try {
    return readConfig(environment)
  } catch (error) {
    throw new StartRefusal('config.invalid', (error as Error).message, error)
  }
}
