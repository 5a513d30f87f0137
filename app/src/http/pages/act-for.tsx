import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { actFor, listMemberships, type Membership } from '../../access/sessions.ts'
import { AppError } from '../../errors.ts'
import { readForm } from '../../rooms/read-form.ts'
import { pageLimits, type Route, type Visit } from '../../rooms/route.ts'
import { Button, PageHeading, PostButton, Tag, Width } from '../../web/components/index.ts'
import { useLanguage } from '../../web/i18n/index.ts'
import { readCookies, sessionCookie } from '../cookies.ts'
import { firstPlace } from './first-place.ts'
import { sayRoles } from './say-roles.ts'

type Person = Extract<Actor, { kind: 'person' }>

/** `GET /act-for` */
export const actForPage: Route = {
  method: 'GET',
  path: '/act-for',
  kind: 'page',
  who: 'signed-in',
  limits: pageLimits.read,
  async handle(visit) {
    const person = personOf(visit)
    const memberships = await listMemberships(visit.services, person.personId, visit.locale)
    const head = {
      title: visit.t('access.act_for.title'),
      place: 'none',
      size: 'md',
      indexable: false,
    } as const
    return visit.page(
      head,
      <ChooseActFor person={person} memberships={memberships} formToken={visit.formToken} />,
    )
  },
}

const input = z.object({ organisation: z.uuid().optional() })

/** `POST /act-for`: an organisation's id, or nothing to act for oneself. */
export const chooseActFor: Route = {
  method: 'POST',
  path: '/act-for',
  kind: 'page',
  who: 'signed-in',
  limits: { bodyBytes: 4 * 1024, perMinute: 60 },
  repeatable: true,
  async handle(visit) {
    const { personId } = personOf(visit)
    const form = readForm(input, visit.form)
    if (!form.ok) throw new AppError('input.invalid', { problems: form.problems })
    const token = readCookies(visit.request).get(sessionCookie(visit.services.config)) ?? ''
    const roles = await actFor(visit.services, token, personId, form.value.organisation)
    return visit.redirect(firstPlace(roles))
  },
}

function personOf(visit: Visit): Person {
  if (visit.actor.kind !== 'person') throw new AppError('access.sign_in_required')
  return visit.actor
}

interface ChooseActForProps {
  person: Person
  memberships: readonly Membership[]
  formToken: string
}

function ChooseActFor({ person, memberships, formToken }: ChooseActForProps) {
  const { t } = useLanguage()
  const lead =
    memberships.length > 0
      ? t('access.act_for.text', { count: memberships.length })
      : t('access.act_for.none')
  return (
    <Width>
      <PageHeading title={t('access.act_for.title')} lead={lead} />
      <ul class="m-choices">
        {memberships.map(({ organisationId, name, roles }) => (
          <li>
            <PostButton action="/act-for" token={formToken} hidden={{ organisation: organisationId }}>
              <Button variant="secondary">{t('access.act_for.organisation', { name })}</Button>
            </PostButton>
            <p>{sayRoles(t, roles)}</p>
            {person.organisation?.id === organisationId && (
              <Tag tone="neutral">{t('access.act_for.now')}</Tag>
            )}
          </li>
        ))}
        <li>
          <PostButton action="/act-for" token={formToken}>
            <Button variant="secondary">{t('access.act_for.self')}</Button>
          </PostButton>
          {!person.organisation && <Tag tone="neutral">{t('access.act_for.now')}</Tag>}
        </li>
      </ul>
    </Width>
  )
}
