// What pages are written with. Everything that a reader sees is passed in words: components hold no page's text.
export * from '../forms/index.ts' // Form, ErrorSummary, TextField, TextArea, Select, RadioCards, ResultChoice, Checkbox, CheckboxGroup, LangFields, FileField, PostButton, SearchForm
export { Text } from '../i18n/index.ts' // {value: LangString, fallback?}: marks text in another language
export { type ActionCard, ActionCards, CountTrio } from './action-cards.tsx' // {cards:[{href,icon,title,text}]} · {counts:[{number,label,icon?}]}
export { Alert, type AlertTone, Notice } from './alert.tsx' // {tone: info|good|attention|bad, title?, actions?, role?} · {icon, title, action?}
export { Breadcrumbs, type Crumb } from './breadcrumbs.tsx' // {crumbs:[{href,text}]}, usually through PageHeading
export { Actions, Button, IconLink, LinkButton } from './button.tsx' // {variant?: primary|secondary|tertiary, icon?, color?, wide?, name?, value?} · {href, …}
export { type CheckItem, CheckList } from './check-list.tsx' // {checks:[{state,name,sentence,explanation?,code,open?}]}
export { Completeness, type Piece, type PieceState } from './completeness.tsx' // {pieces:[{label,state: done|under-way|missing|at-award,href?,current?}], list?, note?}
export { CopyBlock } from './copy-block.tsx' // {id, label, text}
export { countOutcomes } from './count-outcomes.ts' // outcomes → counts for markGeometry
export { CredentialCard, CredentialHead } from './credential-card.tsx' // {seed,outcomes,state?,title,organisation,holder,facts,tag?} · {seed,outcomes,title,holder,organisation}
export { DefinitionList, type Fact, LevelBar } from './definition-list.tsx' // {facts:[{term,value,note?}]} · {level, of?}
export { Details } from './details.tsx' // {summary, open?}
export { Empty } from './empty.tsx' // {title, text, level?, children: one act}
export { type FactAnswer, FourFacts } from './four-facts.tsx' // {designedBy?,issuedBy?,outcomes?,qualityAssurance?: {answer,note?}}
export { Icon, type IconName } from './icon.tsx' // {name}: always beside a word
export { LiveSentence, PartLine, type SentencePart } from './live-sentence.tsx' // {parts, language?, findings?} · {part}: as a field's `before`
export { Logo } from './logo.tsx'
export { LongTitle } from './long-title.tsx' // a title in large type that may break after a stroke; PageHeading, MarkRow and cards do it themselves
export { GrowthRings, Mark, MarkField, type MarkProps } from './mark.tsx' // {seed, outcomes:[{category}], state?: in-force|ended|unknown, size?: sm|md|lg}
export { MarkRow, MarkRows } from './mark-row.tsx' // {seed,outcomes,state?,title,href?,organisation?, children: state} inside <MarkRows head?>
export { categoryIcons, Outcome, OutcomeList } from './outcome.tsx' // {category?, sentence, note?, action?} inside <OutcomeList>
export { PageHeading } from './page-heading.tsx' // {title, lead?, place?, crumbs?, action?}: the h1
export { Pagination } from './pagination.tsx' // {page, pages, hrefOf}
export { Qr, QrWithLink } from './qr.tsx' // {path, size, label} · {…, lead, href, text}
export { IsAndIsNot, StepList } from './step-list.tsx' // {steps:[{act,text?}]} · {isTitle,is,isNotTitle,isNot}
export { Columns, Panel, Quote, Section, Width } from './structure.tsx' // page body = <Width>… or <Section title? lead? tinted? id?>…; <Columns side={…} even?>, <Panel title?>
export { type Column, Table } from './table.tsx' // {caption, columns:[{key,label,align?}], rows:[{key: Child}]}: first column names the row
export { Tag, type TagTone } from './tag.tsx' // {tone: good|time|bad|unclear|attention|neutral, icon?}
export {
  type ValidityPeriod,
  type ValidityRange,
  type ValidityState,
  validityRange,
  validityState,
} from './validity.ts'
export { ValidityAxis, ValidityLine } from './validity-line.tsx' // {from, until?, revokedAt?, now: Date, range?} · {range, now}
export { type VerdictAnswer, VerdictBand, type VerdictVariant } from './verdict-band.tsx' // {variant: valid|expired|revoked|invalid|indeterminate, headline?, checkedAt, genuine, inForce: {kind,word,text}, credential?}
