import type { CredentialView, OrganisationView } from '@meritum/kit/elm'
import { type LangString, pickText } from '@meritum/kit/text'
import { countOutcomes, type FactAnswer, FourFacts, Section, Text } from '../../../web/components/index.ts'
import { findingOf } from '../read-verdict.ts'
import { isDevelopmentRoot, isListed, joinNames, saySource } from '../say-check.ts'
import type { Reading } from './answers.ts'
import { issuerName, paramOf } from './answers.ts'

/** Who designed it, who issued it, which outcomes, how quality-assured: always these four, always in this order. */
export function Facts({ reading, credential }: { reading: Reading; credential: CredentialView }) {
  const { genuine, t } = reading
  return (
    <Section
      title={genuine ? t('verifying.facts.title') : t('verifying.facts.title_claimed')}
      tinted={!genuine}
    >
      <FourFacts
        designedBy={designedBy(reading, credential)}
        issuedBy={issuedBy(reading, credential)}
        outcomes={outcomes(reading, credential)}
        qualityAssurance={qualityAssurance(reading, credential.qualityAssurance)}
      />
    </Section>
  )
}

function designedBy(
  { genuine, t }: Reading,
  { designedBy, version }: CredentialView,
): FactAnswer | undefined {
  if (!designedBy) return undefined
  const role = version ? t('verifying.facts.designed_version', { version }) : t('verifying.facts.designed')
  return { answer: <Name of={designedBy} />, note: genuine ? role : t('verifying.facts.claimed') }
}

function issuedBy(reading: Reading, { issuedBy }: CredentialView): FactAnswer | undefined {
  const { genuine, t } = reading
  if (genuine) {
    const isDevelopment = isDevelopmentRoot(paramOf(reading.report, 'issuer', 'root'))
    const params = findingOf(reading.report, 'issuer')?.params ?? {}
    if (!isDevelopment && isListed(params.list)) {
      const told = { source: saySource(params, t), listedName: params.listedName ?? '' }
      return { answer: issuerName(reading), note: t('verifying.facts.issued_source', told) }
    }
    const confirmed = isDevelopment ? 'issued_development' : 'issued_listed'
    return { answer: issuerName(reading), note: t(`verifying.facts.${confirmed}`) }
  }
  if (!issuedBy) return undefined
  return {
    answer: t('verifying.facts.quoted', { name: issuerName(reading) }),
    note: t('verifying.facts.claimed'),
  }
}

function outcomes({ locale, t }: Reading, credential: CredentialView): FactAnswer | undefined {
  const count = credential.outcomes.length
  if (count === 0) return undefined
  const counts = Object.entries(countOutcomes(credential.outcomes)) as [
    keyof ReturnType<typeof countOutcomes>,
    number,
  ][]
  const parts = counts
    .filter(([, n]) => n > 0)
    .map(([category, n]) => t(`verifying.facts.${category}`, { count: n }))
  const kinds = joinNames(parts, locale)
  return {
    answer: t('verifying.facts.outcomes', { count }),
    note: (
      <>
        {kinds && `${kinds.charAt(0).toUpperCase()}${kinds.slice(1)}. `}
        <a href="#outcomes">{t('verifying.facts.read_outcomes')}</a>
      </>
    ),
  }
}

/** The first sentence is the answer, the rest explains it. */
function qualityAssurance(
  { genuine, locale, t }: Reading,
  value: LangString | undefined,
): FactAnswer | undefined {
  const picked = pickText(value, locale)
  if (!picked) return undefined
  const [, first = picked.text, rest = ''] = /^(.{3,120}?[.!?])\s+(.+)$/s.exec(picked.text) ?? []
  const tagged = (text: string) => <Text value={{ [picked.language]: text }} />
  const answer = tagged(rest ? first.replace(/[.]$/, '') : first)
  const said = genuine ? undefined : t('verifying.facts.claimed')
  return {
    answer,
    note:
      rest || said ? (
        <>
          {rest && <>{tagged(rest)} </>}
          {said}
        </>
      ) : undefined,
  }
}

function Name({ of }: { of: OrganisationView }) {
  return <Text value={of.name} />
}
