import { expect, test } from '@playwright/test'
import { assessAgain, assessOnce } from './journey/assess.ts'
import { designMicroCredential } from './journey/design.ts'
import { findInList, readAndDownload, seesRevocation, share, stopSharing } from './journey/hold.ts'
import { awardAndIssue, awardIsRefused, revoke } from './journey/issue.ts'
import {
  asksApi,
  pastes,
  runsCommand,
  seesNoShare,
  seesRevoked,
  seesValid,
  uploads,
} from './journey/verify.ts'
import { openVisitor, signIn } from './visitor.ts'
import type { Language } from './words.ts'

const journeys: readonly { languages: readonly Language[]; learner: string }[] = [
  { languages: ['sv', 'en'], learner: 'Maja Lindqvist Sarri' },
  { languages: ['en'], learner: 'Amir Haddad' },
  { languages: ['da'], learner: 'Elsa Backman' },
]

for (const { languages, learner: name } of journeys) {
  const language = languages[0]!
  test(`from design to revocation (${language})`, async ({ browser, javaScriptEnabled }) => {
    const javaScript = javaScriptEnabled ?? true
    const options = { language, javaScript, pictures: `journey-${language}` }
    const designer = await signIn(browser, 'Karin Ek', options)
    const { versionId } = await designMicroCredential(designer, languages)

    const assessor = await signIn(browser, 'Lars Nyström', options)
    const caseId = await assessOnce(assessor, versionId, name)
    const issuer = await signIn(browser, 'Siv Åkesson', options)
    await awardIsRefused(issuer, caseId)
    await assessAgain(assessor, caseId)
    const issued = await awardAndIssue(issuer, caseId, name)

    const learner = await signIn(browser, name, options)
    const held = await findInList(learner, issued.checkLink)
    const sealed = await readAndDownload(learner, held, issued.checkLink)
    const shared = await share(learner, held, `${language} ${javaScript ? 'with' : 'without'} scripts`)

    const stranger = await openVisitor(browser, options)
    await stranger.go(shared.link)
    await seesValid(stranger, name, 'verify-shared')
    await stranger.go(issued.checkLink)
    await seesValid(stranger, name, 'verify-code')
    await uploads(stranger, sealed)
    await seesValid(stranger, name)
    await pastes(stranger, sealed.toString('utf8'))
    await seesValid(stranger, name)
    const told = await asksApi(stranger, sealed)
    expect(told.verdict).toBe('valid')
    expect(told.checks.map(({ state }) => state)).toEqual(Array(6).fill('passed'))
    expect(await runsCommand(sealed)).toEqual({ exitCode: 0, ...told })

    await revoke(issuer, issued)
    await seesRevocation(learner, held)
    for (const link of [shared.link, issued.checkLink]) {
      await stranger.go(link)
      await seesRevoked(stranger)
    }
    await stranger.check('verify-revoked')
    const revoked = await asksApi(stranger, sealed)
    expect(revoked.verdict).toBe('invalid')
    expect(revoked.checks.find(({ id }) => id === 'status')?.code).toBe('status.revoked')
    expect(await runsCommand(sealed)).toEqual({ exitCode: 1, ...revoked })

    await stopSharing(learner, shared)
    await seesNoShare(stranger, shared.link)
  })
}
