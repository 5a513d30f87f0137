import { z } from 'zod'
import {
  type DemonstrationPerson,
  listDemonstrationPeople,
  requireDemonstrationPerson,
} from '../../access/demonstration-people.ts'
import { availableProviders } from '../../access/identity.ts'
import { createSession, endSession } from '../../access/sessions.ts'
import { AppError } from '../../errors.ts'
import { readForm } from '../../rooms/read-form.ts'
import { pageLimits, type Route, type Visit } from '../../rooms/route.ts'
import { Alert, Button, LinkButton, PageHeading, PostButton, Width } from '../../web/components/index.ts'
import { useLanguage } from '../../web/i18n/index.ts'
import { readCookies, sessionCookie, setCookie, visitorCookie } from '../cookies.ts'
import { ownPath } from '../own-path.ts'
import { firstPlace } from './first-place.ts'
import { sayRoles } from './say-roles.ts'

const sessionSeconds = 12 * 60 * 60

/** `GET /sign-in?to=/path` */
export const signInPage: Route = {
  method: 'GET',
  path: '/sign-in',
  kind: 'page',
  who: 'anyone',
  limits: pageLimits.read,
  async handle(visit) {
    const { t, services } = visit
    const head = { title: t('access.sign_in.title'), place: 'none', size: 'md' } as const
    if (availableProviders(services.config).length === 0) return visit.page(head, <NoSignIn />)
    const people = await listDemonstrationPeople(services)
    const to = ownPath(visit.url.searchParams.get('to')) ?? ''
    return visit.page(head, <PickPerson people={people} to={to} formToken={visit.formToken} />)
  },
}

const signInInput = z.object({ person: z.uuid(), to: z.string().max(2000).default('') })

/** `POST /sign-in`. Always a new session: one that was there before ends (no fixation). */
export const signIn: Route = {
  method: 'POST',
  path: '/sign-in',
  kind: 'page',
  who: 'anyone',
  limits: { bodyBytes: 16 * 1024, perMinute: 30 },
  repeatable: true,
  async handle(visit) {
    const { services } = visit
    const input = readForm(signInInput, visit.form)
    if (!input.ok) throw new AppError('input.invalid', { problems: input.problems })
    const personId = await requireDemonstrationPerson(services, input.value.person)
    const earlier = readCookies(visit.request).get(sessionCookie(services.config))
    if (earlier) await endSession(services, earlier)
    const { token, roles } = await createSession(services, personId)
    const response = visit.redirect(ownPath(input.value.to) ?? firstPlace(roles))
    response.headers.append(
      'Set-Cookie',
      setCookie(services.config, sessionCookie(services.config), token, sessionSeconds),
    )
    response.headers.append('Set-Cookie', setCookie(services.config, visitorCookie(services.config), '', 0))
    return response
  },
}

/** `POST /sign-out` */
export const signOut: Route = {
  method: 'POST',
  path: '/sign-out',
  kind: 'page',
  who: 'anyone',
  limits: { bodyBytes: 4 * 1024, perMinute: 60 },
  repeatable: true,
  async handle(visit: Visit) {
    const { config } = visit.services
    const token = readCookies(visit.request).get(sessionCookie(config))
    if (token) await endSession(visit.services, token)
    const response = visit.redirect('/')
    response.headers.append('Set-Cookie', setCookie(config, sessionCookie(config), '', 0))
    return response
  },
}

function PickPerson({
  people,
  to,
  formToken,
}: {
  people: readonly DemonstrationPerson[]
  to: string
  formToken: string
}) {
  const { t } = useLanguage()
  return (
    <Width>
      <PageHeading title={t('access.sign_in.title')} />
      <Alert tone="attention" title={t('access.sign_in.demonstration.title')}>
        <p>{t('access.sign_in.demonstration.text')}</p>
      </Alert>
      {people.length === 0 && <p>{t('access.sign_in.empty')}</p>}
      <ul class="m-choices">
        {people.map(person => (
          <li>
            <PostButton action="/sign-in" token={formToken} hidden={{ person: person.id, to }}>
              <Button variant="secondary">{t('access.sign_in.person', { name: person.name })}</Button>
            </PostButton>
            <p>{sayRoles(t, person.roles)}</p>
          </li>
        ))}
      </ul>
    </Width>
  )
}

function NoSignIn() {
  const { t } = useLanguage()
  return (
    <Width>
      <PageHeading
        title={t('access.sign_in.unavailable.title')}
        lead={t('access.sign_in.unavailable.text')}
        action={<LinkButton href="/verify">{t('access.sign_in.unavailable.action')}</LinkButton>}
      />
    </Width>
  )
}
