import type { Route } from '../route.ts'
import { designApi } from './api.ts'
import { designPages } from './pages/index.ts'

export { describeVersion, versionExample, versionResponse } from './api.ts'
export { createMicroCredential } from './commands/create-micro-credential.ts'
export { moveOutcome } from './commands/move-outcome.ts'
export { type PublishedResult, publishVersion } from './commands/publish-version.ts'
export { removeOutcome } from './commands/remove-outcome.ts'
export { replaceDraft } from './commands/replace-draft.ts'
export { saveOutcome } from './commands/save-outcome.ts'
export { saveSection } from './commands/save-section.ts'
export { optofibreAwardingBody, optofibreExample, optofibreSteward } from './examples/optofibre.ts'
export { ContentNotes, ContentOutcomes, contentFacts, OrganisationLines } from './pages/content-view.tsx'
export { pickParts } from './pages/pick-parts.ts'
export { getMicroCredential, getVersion, listMicroCredentials, listVersions } from './queries.ts'
export { microCredentialUri, toVersion, versionColumns } from './versions.ts'

export const designRoutes: readonly Route[] = [...designPages, ...designApi]
