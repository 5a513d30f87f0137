import type { Locale } from './locale.ts'

/**
 * Words that the glossary avoids, since people in this field read another meaning into them. Each with the
 * places where the glossary itself lets it stand.
 */
export interface BannedWord {
  readonly word: RegExp
  /** What to write instead. */
  readonly instead: string
  /** Removed from the text before it is searched. */
  readonly allowed?: RegExp
  /** Only keys that match are searched. */
  readonly keys?: RegExp
}

const shares = /(^|[._])shares?([._]|$)/

export const bannedWords: Readonly<Record<Locale, readonly BannedWord[]>> = {
  en: [
    { word: /\bclaim(s|ed|ing)?\b/i, instead: 'collect', keys: /^(wallet|start)\./ },
    { word: /\bsecond examiner/i, instead: 'co-assessor' },
    { word: /\brevok/i, instead: 'stop sharing', keys: shares },
  ],
  sv: [
    { word: /mikrokvalifikation|mikrointyg/i, instead: 'mikromerit' },
    { word: /\b(diplom\w*|badges?)\b/i, instead: 'mikromerit', allowed: /Open Badges?/g },
    { word: /\bkurs(en|mål\w*|längd)?\b/i, instead: 'mikromerit', allowed: /ingen kurs/gi },
    { word: /\b(utgåvan?|revision\w*)\b/i, instead: 'version' },
    { word: /utmärkelse|belöning/i, instead: 'tilldelad mikromerit' },
    {
      word: /\breferens(en|er|erna)?\b/i,
      instead: 'meriten',
      allowed: /europeiska? digitala? referens(er)?/gi,
    },
    { word: /(?<!e-)\b(legitimation\w*|inloggningsuppgift\w*)/i, instead: 'meriten' },
    {
      word: /\bbehörighet(en|er)?\b(?! att\b)/i,
      instead: 'behörighet att …, or behörighetskrav',
      allowed: /behörighet som erhållits/gi,
    },
    {
      word: /lärandemål|kunskapskrav/i,
      instead: 'läranderesultat, förkunskapskrav',
      allowed: /förkunskapskrav/gi,
    },
    { word: /\b(prefix|predikat)\w*/i, instead: 'inledning, aktivitet' },
    { word: /betygskriteri/i, instead: 'bedömningskriterium' },
    { word: /metadata/i, instead: 'standarduppgift' },
    { word: /studietid|teoretisk arbetsinsats/i, instead: 'beräknad arbetsinsats' },
    { word: /indikativ|motsvarar (SeQF|EQF)/i, instead: 'utfärdarens egen bedömning' },
    { word: /\b(elev|student)(en|er|erna|ens)?\b/i, instead: 'deltagare' },
    { word: /\bägare|den meriterade/i, instead: 'innehavare, förvaltare' },
    { word: /\bsökande(na)?\b/i, instead: 'kandidat' },
    { word: /leverantör/i, instead: 'anordnare, utfärdare' },
    { word: /huvudman|huvudmän/i, instead: 'förvaltare', allowed: /annan huvudman/gi },
    { word: /utställare|avsändare/i, instead: 'utfärdare' },
    { word: /utfärdande organ/i, instead: 'tilldelande organ' },
    { word: /\blicens/i, instead: 'utfärdanderätt' },
    { word: /examinator|\blärare/i, instead: 'bedömare' },
    { word: /verifierare|validerare/i, instead: 'den som kontrollerar' },
    {
      word: /\bvalider/i,
      instead: 'kontrollera',
      allowed: /ingen kurs – validering|validering av (tidigare|icke-formellt)/gi,
    },
    { word: /\bexamination|\butvärdering/i, instead: 'bedömning' },
    { word: /evidens|\bbevis(et|en|ets)?\b/i, instead: 'underlag' },
    { word: /studieform/i, instead: 'form av deltagande' },
    { word: /underkän|godkän/i, instead: 'uppnått, inte uppnått än' },
    { word: /överklag/i, instead: 'begäran om omprövning' },
    { word: /auktoris|certifier(ing|ad|at)/i, instead: 'extern granskning' },
    { word: /ackumuler/i, instead: 'kan byggas på' },
    { word: /karriärstege/i, instead: 'lärväg' },
    {
      word: /\bbehörig\b|legitimerad|klarerad/i,
      instead: 'har det som krävs',
      allowed: /behörig myndighet/gi,
    },
    { word: /e-plånbok/i, instead: 'digital plånbok' },
    { word: /göra anspråk|lösa in\b/i, instead: 'hämta ut' },
    { word: /\b(spärra|pausa)/i, instead: 'tillfälligt ogiltig' },
    { word: /makuler|\bdra(r|gs)? in\b|\bta(s)? tillbaka\b|tillbakadrag/i, instead: 'återkalla' },
    { word: /återkall/i, instead: 'sluta dela', keys: shares },
    {
      word: /\bogiltig/i,
      instead: 'giltighetstiden har gått ut, inte äkta',
      allowed: /tillfälligt ogiltig/gi,
    },
    { word: /sigill|försegl|signatur/i, instead: 'elektronisk stämpel' },
    { word: /säkerhetsnivå/i, instead: 'tillitsnivå' },
    { word: /selektivt utlämnande/i, instead: 'välj vad du visar' },
    { word: /medgivande/i, instead: 'samtycke' },
    { word: /inga data/i, instead: 'what will be here' },
  ],
  da: [
    { word: /(?<!mikro)eksamensbevis/i, instead: 'bevis, mikroeksamensbevis' },
    { word: /udmærkelse/i, instead: 'tildelt mikroeksamensbevis' },
    { word: /identitetsoplysninger|legitimation/i, instead: 'bevis' },
    { word: /læringsmål/i, instead: 'læringsudbytte' },
    { word: /\bvarighed/i, instead: 'forventet arbejdsbyrde' },
    { word: /\b(ejer|forvalter)\w*/i, instead: 'indehaver, ansvarlig organisation' },
    { word: /udstedende organ/i, instead: 'tildelende organ' },
    { word: /medbedømmer/i, instead: 'bidragsyder til bedømmelsen' },
    { word: /tilsynsførende/i, instead: 'vejleder, oplæringsansvarlig' },
    { word: /værtsorganisation/i, instead: 'modtagende organisation' },
    { word: /stabelbar/i, instead: 'kan bygges videre' },
    { word: /\bandel/i, instead: 'dele' },
    { word: /\bmappe/i, instead: 'digital tegnebog' },
    { word: /\bvalider/i, instead: 'kontrollere' },
    { word: /tilbagekald/i, instead: 'stoppe deling', keys: shares },
    {
      word: /\bugyldig/i,
      instead: 'gyldighedsperioden er udløbet, ikke ægte',
      allowed: /midlertidigt ugyldig/gi,
    },
    { word: /(?<!tids)stemp(el|ler|let)/i, instead: 'elektronisk segl' },
  ],
}
