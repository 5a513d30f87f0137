import type { Child } from 'hono/jsx'
import type { Fact } from './definition-list.tsx'
import { LongTitle } from './long-title.tsx'
import { MarkField, type MarkProps } from './mark.tsx'

export interface CredentialCardProps extends MarkProps {
  readonly title: Child
  readonly organisation: string
  readonly holder: string
  /** Two at most: issued, valid until. */
  readonly facts: readonly Fact[]
  /** A `<Tag>` that says the state. */
  readonly tag?: Child
}

/** One credential, for showing. Lists use `MarkRow`. */
export function CredentialCard({ title, organisation, holder, facts, tag, ...mark }: CredentialCardProps) {
  return (
    <article class="m-credential-card">
      <div class="m-credential-card__field">
        <MarkField {...mark} />
        <p class="m-credential-card__organisation">{organisation}</p>
        <p class="m-credential-card__title">
          <LongTitle>{title}</LongTitle>
        </p>
      </div>
      <div class="m-credential-card__body">
        <p class="m-credential-card__holder">{holder}</p>
        <dl class="m-credential-card__facts">
          {facts.map(fact => (
            <div>
              <dt>{fact.term}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
        {tag}
      </div>
    </article>
  )
}

/** The dark head of a credential's own page: title, holder and issuer beside the large mark. */
export function CredentialHead({
  title,
  holder,
  organisation,
  ...mark
}: MarkProps & { title: Child; holder: Child; organisation: Child }) {
  return (
    <div class="m-credential-head">
      <div class="m-width">
        <MarkField {...mark} />
        <div class="m-credential-head__text">
          <h1>
            <LongTitle>{title}</LongTitle>
          </h1>
          <p class="m-credential-head__holder">{holder}</p>
          <p class="m-credential-head__organisation">{organisation}</p>
        </div>
      </div>
    </div>
  )
}
