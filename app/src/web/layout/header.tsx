import type { Actor } from '../../access/actor.ts'
import { Icon } from '../components/icon.tsx'
import { Logo } from '../components/logo.tsx'
import { useLanguage } from '../i18n/index.ts'
import { LanguageLinks } from './language-links.tsx'
import { navLinks } from './nav-links.ts'
import type { Place } from './page-head.ts'

export interface HeaderProps {
  readonly actor: Actor
  readonly place: Place
  /** The page's own path with its query, to come back to after a change of language. */
  readonly path: string
  readonly formToken: string
}

/**
 * Sign and menu. Wide pages show the menu in a row, phones behind a `details`: the same links twice, of
 * which the style sheet shows one.
 */
export function Header(props: HeaderProps) {
  const { t } = useLanguage()
  return (
    <header class="m-header">
      <div class="m-header__row m-width">
        <a class="m-header__home" href="/" aria-label={t('web.home')}>
          <Logo />
        </a>
        <div class="m-header__wide">
          <Menu {...props} />
        </div>
        <details class="m-header__phone">
          <summary>
            <Icon name="menu" />
            <span>{t('web.nav.menu')}</span>
          </summary>
          <div class="m-header__sheet">
            <Menu {...props} />
          </div>
        </details>
      </div>
    </header>
  )
}

function Menu({ actor, place, path, formToken }: HeaderProps) {
  const { t } = useLanguage()
  return (
    <>
      <nav class="m-nav" aria-label={t('web.nav.label')}>
        <ul>
          {navLinks(actor).map(link => (
            <li>
              <a href={link.href} aria-current={link.place === place ? 'true' : undefined}>
                {t(link.key)}
              </a>
            </li>
          ))}
          {actor.kind !== 'person' && (
            <li>
              <a class="ds-button m-button m-nav__sign-in" data-variant="secondary" href="/sign-in">
                {t('web.nav.sign_in')}
              </a>
            </li>
          )}
        </ul>
      </nav>
      {actor.kind === 'person' ? <Who actor={actor} formToken={formToken} /> : <LanguageLinks path={path} />}
    </>
  )
}

/** Who is signed in, for whom she acts, and the way out. */
function Who({ actor, formToken }: { actor: Extract<Actor, { kind: 'person' }>; formToken: string }) {
  const { t } = useLanguage()
  return (
    <div class="m-who">
      <div class="m-who__text">
        <span class="m-who__name">{actor.name}</span>
        <a class="m-who__for" href="/act-for" title={t('web.nav.act_for')}>
          {actor.organisation?.name ?? t('web.nav.own')}
        </a>
      </div>
      <form method="post" action="/sign-out">
        <input type="hidden" name="form_token" value={formToken} />
        <button class="m-who__out" type="submit">
          <Icon name="sign-out" />
          <span>{t('web.nav.sign_out')}</span>
        </button>
      </form>
    </div>
  )
}
