import { expect, test } from 'vitest'
import { identifyOrganisations } from './identify-organisations.ts'

const own = { id: 'urn:own', legalName: { sv: 'Fiberkraft' }, country: 'SWE' }
let number = 0
const identify = (...written: Record<string, unknown>[]) =>
  identifyOrganisations(written, [own, own], () => `urn:new-${++number}`).map(({ id }) => id)

test('an organisation that is both awarding body and steward has one id', () => {
  expect(identify(own, own)).toEqual(['urn:own', 'urn:own'])
})

test('another name over the steward makes it another organisation', () => {
  const [body, steward] = identify(own, { ...own, legalName: { sv: 'Branschrådet' } })
  expect(body).toBe('urn:own')
  expect(steward).toMatch(/^urn:new/)
})

test('another name over both is one other organisation', () => {
  const renamed = { ...own, legalName: { sv: 'Fiberkraft Norr' } }
  const [body, steward] = identify(renamed, renamed)
  expect(body).toMatch(/^urn:new/)
  expect(steward).toBe(body)
})

test('other facts than an earlier one with the same id make it another one', () => {
  const [body, steward] = identify(own, { ...own, locality: 'Stockholm' })
  expect(body).toBe('urn:own')
  expect(steward).toMatch(/^urn:new/)
})

test('an id that the draft doesn’t have is not taken over', () => {
  expect(identify({ ...own, id: 'urn:forged' }, {})).toEqual([
    expect.stringMatching(/^urn:new/),
    expect.stringMatching(/^urn:new/),
  ])
})
