import { removeOldSessions } from '../access/sessions.ts'
import { chainActs } from '../audit/chain-acts.ts'
import { refreshStatusLists, resumeIssues } from '../rooms/issuing/index.ts'
import type { Services } from '../rooms/services.ts'
import { deliverMessages } from './deliver-messages.ts'
import { handlers } from './handlers.ts'
import { removeOldSubmissions } from './remove-old-submissions.ts'

export interface Job {
  readonly name: string
  readonly everyMilliseconds: number
  /** Safe to run in several processes at once. */
  run(services: Services): Promise<unknown>
}

const second = 1000
const minute = 60 * second

/** Everything that runs by itself. To add a job: one line. */
export const schedule: readonly Job[] = [
  {
    name: 'deliver messages',
    everyMilliseconds: second,
    run: services => deliverMessages(services, handlers),
  },
  { name: 'resume issues', everyMilliseconds: minute, run: resumeIssues },
  { name: 'refresh status lists', everyMilliseconds: 2 * second, run: refreshStatusLists },
  { name: 'chain acts', everyMilliseconds: 2 * second, run: services => chainActs(services.db) },
  { name: 'remove old sessions', everyMilliseconds: 10 * minute, run: removeOldSessions },
  { name: 'remove old submissions', everyMilliseconds: 10 * minute, run: removeOldSubmissions },
]
