import { z } from 'zod'
import { languagesSchema, titleText } from './sections.ts'

export const newMicroCredentialSchema = z.strictObject({ languages: languagesSchema, title: titleText })
export type NewMicroCredential = z.output<typeof newMicroCredentialSchema>
