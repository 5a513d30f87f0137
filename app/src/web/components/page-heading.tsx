import type { Child } from 'hono/jsx'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { LongTitle } from './long-title.tsx'

export interface PageHeadingProps {
  /** States the situation: "486 of 500 are ready". */
  readonly title: Child
  /** One sentence. */
  readonly lead?: Child
  /** A noun that places the page: "Learning outcome 2 of 3". */
  readonly place?: string
  readonly crumbs?: readonly Crumb[]
  /** At most one filled button. */
  readonly action?: Child
}

/** The top of every page: where, what, one sentence, one act. */
export function PageHeading({ title, lead, place, crumbs, action }: PageHeadingProps) {
  return (
    <div class="m-page-heading">
      {crumbs && <Breadcrumbs crumbs={crumbs} />}
      <div class="m-page-heading__row">
        <div class="m-page-heading__text">
          {place && <p class="m-page-heading__place">{place}</p>}
          <h1>
            <LongTitle>{title}</LongTitle>
          </h1>
          {lead && <p class="m-lead">{lead}</p>}
        </div>
        {action && <div class="m-page-heading__action">{action}</div>}
      </div>
    </div>
  )
}
