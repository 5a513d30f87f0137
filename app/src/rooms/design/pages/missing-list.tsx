import { translateCode } from '../../../web/i18n/index.ts'
import type { Visit } from '../../route.ts'
import { missingForPublishing } from '../missing.ts'
import type { MicroCredential } from '../queries.ts'

/** What is left before the draft can be published, each with the way to where it is put right. */
export function MissingList({ visit, micro }: { visit: Visit; micro: MicroCredential }) {
  return (
    <ul class="m-link-list">
      {missingForPublishing(micro.draft).map(problem => (
        <li>
          <a href={`/design/${micro.id}/${problem.page}`}>
            {translateCode(visit.t, problem.key, problem.params)}
          </a>
        </li>
      ))}
    </ul>
  )
}
