import { type MicroCredentialVersion, outcomeSentence } from '@meritum/kit/elm'
import {
  Button,
  Empty,
  LinkButton,
  Mark,
  Pagination,
  SearchForm,
  Section,
  Text,
  TextField,
} from '../../../web/components/index.ts'
import { formatNumber } from '../../../web/i18n/index.ts'
import { pickParts } from '../../design/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { searchCatalogue } from '../queries.ts'
import { readSearch, searchPath } from '../read-search.ts'

/** Everything that is offered, for anyone. */
export const searchPage: Route = {
  method: 'GET',
  path: '/catalogue',
  kind: 'page',
  who: 'anyone',
  limits: pageLimits.read,
  async handle(visit) {
    const { t } = visit
    const search = readSearch(visit.url)
    const found = await searchCatalogue(visit.services, search)
    return visit.page(
      { title: t('catalogue.title'), place: 'catalogue', size: 'md' },
      <>
        <Section tinted>
          <h1>{t('catalogue.heading')}</h1>
          <SearchForm action="/catalogue" label={t('catalogue.search.label')}>
            <div class="m-field-with-button">
              <TextField
                name="q"
                type="search"
                label={t('catalogue.search.field')}
                labelHidden
                value={search.words}
              />
              <Button icon="search">{t('catalogue.search.submit')}</Button>
            </div>
          </SearchForm>
        </Section>
        <Section>
          {found.total === 0 ? (
            <Empty
              title={t('catalogue.empty.title')}
              text={search.words ? t('catalogue.empty.text') : t('catalogue.empty.nothing_yet')}
            >
              {search.words && (
                <LinkButton href="/catalogue" variant="secondary">
                  {t('catalogue.empty.show_all')}
                </LinkButton>
              )}
            </Empty>
          ) : (
            <>
              <h2>{t('catalogue.count', { total: found.total })}</h2>
              <ul class="m-catalogue">
                {found.items.map(item => (
                  <Item visit={visit} item={item} />
                ))}
              </ul>
              <Pagination
                page={search.page}
                pages={found.pages}
                hrefOf={page => searchPath({ ...search, page })}
              />
            </>
          )}
        </Section>
      </>,
    )
  },
}

function Item({ visit, item }: { visit: Visit; item: MicroCredentialVersion }) {
  const { t, locale } = visit
  const { content } = item
  const facts = [
    t('catalogue.outcomes', { count: content.outcomes.length }),
    t('design.facts.hours', { hours: formatNumber(locale, content.workload.hours) }),
    content.level.kind === 'estimate'
      ? t('catalogue.level', { level: content.level.level })
      : t('catalogue.level_none'),
    t(`codes.mode.${content.participation.mode}`),
  ]
  return (
    <li class="m-catalogue__item">
      <Mark seed={item.versionId} outcomes={content.outcomes} />
      <div>
        <h3 class="m-catalogue__title">
          <a href={`/catalogue/${item.versionId}`}>
            <Text value={content.title} />
          </a>
        </h3>
        <p class="m-quiet m-small">
          <Text value={content.steward.legalName} />
        </p>
        <p>
          <Text value={content.summary} fallback={firstSentence(item, locale)} />
        </p>
        <ul class="m-catalogue__facts">
          {facts.map(fact => (
            <li>{fact}</li>
          ))}
        </ul>
      </div>
    </li>
  )
}

function firstSentence({ content }: MicroCredentialVersion, locale: string): string {
  const outcome = content.outcomes[0]
  const picked = outcome && pickParts(outcome, locale)
  return picked ? outcomeSentence(picked.parts) : ''
}
