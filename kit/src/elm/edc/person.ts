import type { BuildContext } from './build-context.ts'
import { buildClaim } from './claim.ts'
import { startDateTime } from './date-time.ts'
import type { PersonNode } from './nodes.ts'

/** The holder, as the awarding body has identified her. A name is one name whatever the language. */
export function buildPerson(context: BuildContext): PersonNode {
  const { holder } = context.award
  const name = (text: string) => ({ [context.primary]: text })
  return {
    id: holder.id,
    type: 'Person',
    givenName: name(holder.givenName),
    familyName: name(holder.familyName),
    fullName: name(`${holder.givenName} ${holder.familyName}`.trim()),
    dateOfBirth: startDateTime(holder.birthDate),
    hasClaim: buildClaim(context),
  }
}
