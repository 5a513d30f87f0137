import { Icon, type IconName } from './icon.tsx'

export interface ActionCard {
  readonly href: string
  readonly icon: IconName
  readonly title: string
  readonly text: string
}

/** Ways to go on, as a grid of links: the whole card is the link. */
export function ActionCards({ cards, level = 3 }: { cards: readonly ActionCard[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ul class={cards.length % 3 === 0 ? 'm-action-cards' : 'm-action-cards m-action-cards--pairs'}>
      {cards.map(card => (
        <li>
          <Icon name={card.icon} />
          <div class="m-action-cards__text">
            <Heading>
              <a href={card.href}>{card.title}</a>
            </Heading>
            <p>{card.text}</p>
          </div>
          <Icon name="arrow-right" />
        </li>
      ))}
    </ul>
  )
}

/** Three numbers that sum up a page; at most once per page. */
export function CountTrio({
  counts,
}: {
  counts: readonly { readonly number: string; readonly label: string; readonly icon?: IconName }[]
}) {
  return (
    <dl class="m-counts">
      {counts.map(count => (
        <div>
          <dt>
            {count.icon && <Icon name={count.icon} />}
            {count.label}
          </dt>
          <dd>{count.number}</dd>
        </div>
      ))}
    </dl>
  )
}
