import {
  Button,
  CredentialCard,
  Form,
  GrowthRings,
  IconLink,
  SearchForm,
  Section,
  Tag,
  TextField,
} from '../../web/components/index.ts'
import { formatDate, useLanguage } from '../../web/i18n/index.ts'

/** What it is, the box where anyone checks a credential, and how one looks. */
export function Hero({ now, formToken }: { now: Date; formToken: string }) {
  const { t } = useLanguage()
  return (
    <div class="m-hero">
      <GrowthRings seed="meritum" class="m-hero__rings" />
      <div class="m-width">
        <div class="m-hero__text">
          <h1>
            <span class="m-hero__line">{t('start.hero.line1')}</span>{' '}
            <span class="m-hero__line">{t('start.hero.line2')}</span>{' '}
            <span class="m-hero__line">{t('start.hero.line3')}</span>
          </h1>
          <p class="m-lead">{t('start.hero.lead')}</p>
          <CheckBox formToken={formToken} />
        </div>
        <Example now={now} />
      </div>
    </div>
  )
}

function CheckBox({ formToken }: { formToken: string }) {
  const { t } = useLanguage()
  return (
    <section class="m-check-box" aria-labelledby="check-box">
      <h2 id="check-box">{t('start.check.title')}</h2>
      <p class="m-quiet m-small">{t('start.check.text')}</p>
      <Form action="/verify" token={formToken} label={t('start.check.title')}>
        <div class="m-field-with-button">
          <TextField name="text" label={t('start.check.label')} spellcheck={false} />
          <Button>{t('start.check.action')}</Button>
        </div>
        <p class="m-help">{t('start.check.help')}</p>
      </Form>
      <div class="m-check-box__ways">
        <IconLink href="/verify#field-file" icon="upload">
          {t('start.check.file')}
        </IconLink>
        <IconLink href="/verify#field-text" icon="file">
          {t('start.check.text_way')}
        </IconLink>
      </div>
    </section>
  )
}

/** An invented credential that was issued on the latest 14 March and runs for three years. */
function Example({ now }: { now: Date }) {
  const { t, locale } = useLanguage()
  const thisYear = now.getUTCFullYear()
  const year = now.toISOString() >= `${thisYear}-03-15` ? thisYear : thisYear - 1
  return (
    <figure>
      <figcaption class="ds-sr-only">{t('start.example.caption')}</figcaption>
      <CredentialCard
        seed="meritum-example"
        outcomes={[
          { category: 'knowledge' },
          { category: 'skill' },
          { category: 'responsibility-and-autonomy' },
        ]}
        title={t('start.example.title')}
        organisation="Fiberkraft Norr Utbildning (demo)"
        holder="Maja Lindqvist Sarri"
        facts={[
          { term: t('start.example.issued'), value: formatDate(locale, `${year}-03-14`) },
          { term: t('start.example.until'), value: formatDate(locale, `${year + 3}-03-14`) },
        ]}
        tag={<Tag tone="good">{t('start.example.state')}</Tag>}
      />
    </figure>
  )
}

/** The way into the catalogue. */
export function FindBox({ published }: { published: number }) {
  const { t } = useLanguage()
  return (
    <Section>
      <div class="m-find">
        <div>
          <h2>{t('start.find.title')}</h2>
          <p class="m-quiet">{t('start.find.text', { count: published })}</p>
        </div>
        <SearchForm action="/catalogue" label={t('start.find.title')}>
          <div class="m-field-with-button">
            <TextField name="q" type="search" label={t('start.find.label')} />
            <Button variant="secondary" icon="search">
              {t('start.find.action')}
            </Button>
          </div>
        </SearchForm>
      </div>
    </Section>
  )
}

/** The four questions in short; the page "How it works" says more. */
export function FourQuestions() {
  const { t } = useLanguage()
  const questions = [
    [t('web.four_facts.designed_by'), t('start.four.designed')],
    [t('web.four_facts.issued_by'), t('start.four.issued')],
    [t('web.four_facts.outcomes'), t('start.four.outcomes')],
    [t('web.four_facts.quality'), t('start.four.quality')],
  ] as const
  return (
    <Section title={t('start.four.title')}>
      <ol class="m-numbered">
        {questions.map(([question, answer]) => (
          <li>
            <h3>{question}</h3>
            <p>{answer}</p>
          </li>
        ))}
      </ol>
      <p class="m-quiet">
        {t('start.four.not')} <a href="/about">{t('start.four.more')}</a>
      </p>
    </Section>
  )
}
