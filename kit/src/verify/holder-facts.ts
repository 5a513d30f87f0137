import type { HolderReading } from '../formats/index.ts'
import type { HolderFacts } from '../report/index.ts'

export function holderFacts({ bonds, possession }: HolderReading): HolderFacts {
  return { bonds, possession: typeof possession === 'string' ? possession : 'disproved' }
}
