import type { Locale } from '../locale.ts'
import daAccess from './da/access.json' with { type: 'json' }
import daAssessment from './da/assessment.json' with { type: 'json' }
import daCatalogue from './da/catalogue.json' with { type: 'json' }
import daChecks from './da/checks.json' with { type: 'json' }
import daCodes from './da/codes.json' with { type: 'json' }
import daDesign from './da/design.json' with { type: 'json' }
import daErrors from './da/errors.json' with { type: 'json' }
import daForm from './da/form.json' with { type: 'json' }
import daIssuing from './da/issuing.json' with { type: 'json' }
import daOrganisation from './da/organisation.json' with { type: 'json' }
import daStart from './da/start.json' with { type: 'json' }
import daVerifying from './da/verifying.json' with { type: 'json' }
import daWallet from './da/wallet.json' with { type: 'json' }
import daWeb from './da/web.json' with { type: 'json' }
import enAccess from './en/access.json' with { type: 'json' }
import enAssessment from './en/assessment.json' with { type: 'json' }
import enCatalogue from './en/catalogue.json' with { type: 'json' }
import enChecks from './en/checks.json' with { type: 'json' }
import enCodes from './en/codes.json' with { type: 'json' }
import enDesign from './en/design.json' with { type: 'json' }
import enErrors from './en/errors.json' with { type: 'json' }
import enForm from './en/form.json' with { type: 'json' }
import enIssuing from './en/issuing.json' with { type: 'json' }
import enOrganisation from './en/organisation.json' with { type: 'json' }
import enStart from './en/start.json' with { type: 'json' }
import enVerifying from './en/verifying.json' with { type: 'json' }
import enWallet from './en/wallet.json' with { type: 'json' }
import enWeb from './en/web.json' with { type: 'json' }
import svAccess from './sv/access.json' with { type: 'json' }
import svAssessment from './sv/assessment.json' with { type: 'json' }
import svCatalogue from './sv/catalogue.json' with { type: 'json' }
import svChecks from './sv/checks.json' with { type: 'json' }
import svCodes from './sv/codes.json' with { type: 'json' }
import svDesign from './sv/design.json' with { type: 'json' }
import svErrors from './sv/errors.json' with { type: 'json' }
import svForm from './sv/form.json' with { type: 'json' }
import svIssuing from './sv/issuing.json' with { type: 'json' }
import svOrganisation from './sv/organisation.json' with { type: 'json' }
import svStart from './sv/start.json' with { type: 'json' }
import svVerifying from './sv/verifying.json' with { type: 'json' }
import svWallet from './sv/wallet.json' with { type: 'json' }
import svWeb from './sv/web.json' with { type: 'json' }

// One file per language and area of the product. English is the list of keys: a test holds the others to it.
const en = {
  ...enWeb,
  ...enStart,
  ...enErrors,
  ...enAccess,
  ...enForm,
  ...enDesign,
  ...enCatalogue,
  ...enAssessment,
  ...enIssuing,
  ...enWallet,
  ...enVerifying,
  ...enChecks,
  ...enOrganisation,
  ...enCodes,
}

const sv = {
  ...svWeb,
  ...svStart,
  ...svErrors,
  ...svAccess,
  ...svForm,
  ...svDesign,
  ...svCatalogue,
  ...svAssessment,
  ...svIssuing,
  ...svWallet,
  ...svVerifying,
  ...svChecks,
  ...svOrganisation,
  ...svCodes,
}

const da = {
  ...daWeb,
  ...daStart,
  ...daErrors,
  ...daAccess,
  ...daForm,
  ...daDesign,
  ...daCatalogue,
  ...daAssessment,
  ...daIssuing,
  ...daWallet,
  ...daVerifying,
  ...daChecks,
  ...daOrganisation,
  ...daCodes,
}

/** The key of every text that a reader can see. */
export type MessageKey = keyof typeof en

/** Every text by language and key, as ICU MessageFormat. */
export const messages: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en, sv, da }
