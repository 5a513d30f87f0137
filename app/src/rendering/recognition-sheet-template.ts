/**
 * The Typst source of the recognition sheet. It is a constant: what is said comes in as `sys.inputs.data` and is
 * set as text. Long texts are cut at the first length at which everything fits on one page.
 */
export const recognitionSheetSource = `
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#1c1b33")
#let quiet = rgb("#5c5d64")
#let line-colour = rgb("#c9cad2")
#let tones = (good: rgb("#1b6a49"), time: rgb("#7b5620"), bad: rgb("#b3261e"), unclear: rgb("#276383"))
#let date = datetime(year: d.created.at(0), month: d.created.at(1), day: d.created.at(2))
#set document(title: d.heading + ": " + d.title, date: date)
#set page(paper: "a4", margin: (x: 18mm, top: 15mm, bottom: 13mm))
#set text(font: "Schibsted Grotesk", size: 9.5pt, lang: d.language, fill: ink, hyphenate: true)
#set par(leading: 0.5em, spacing: 0.6em)
#show heading: set text(weight: 700, tracking: -0.015em)
#show heading: set block(spacing: 0pt)
#show link: it => text(weight: 600, it)

#let cut(it, limit) = {
  let letters = it.clusters()
  if letters.len() <= limit { it } else { letters.slice(0, limit).join("") + "…" }
}
#let longest = calc.max(..d.elements.map(e => e.value.clusters().len()))
#let rows(elements, limit) = elements.map(e => (
  text(weight: 600, e.label),
  if e.value == "" { text(fill: quiet, e.source) } else { cut(e.value, limit).split("\\n").join(linebreak()) },
  if e.value == "" { [] } else { text(fill: quiet, e.source) },
)).flatten()
#let columns = (27%, 1fr, 25%)
#let of-table(limit, pad-y) = table(
  columns: columns,
  inset: (left: 0pt, right: 10pt, y: pad-y),
  align: left + top,
  stroke: (_, y) => (bottom: 0.5pt + line-colour),
  table.header(..(d.columns.element, d.columns.value, d.columns.source).map(it => text(fill: quiet, it))),
  ..rows(d.elements.slice(0, 11), limit),
  table.cell(colspan: 3, text(fill: quiet, d.optionalHeading)),
  ..rows(d.elements.slice(11), limit),
)

#let breakable(it) = it.replace("/", "/" + sym.zws)
#let head = {
  let words = stack(
    spacing: 8pt,
    text(fill: quiet, weight: 600, d.heading),
    heading(level: 1, text(
      size: if d.title.clusters().len() > 90 { 14pt } else { 17pt }, hyphenate: false, breakable(cut(d.title, 220)))),
    pad(top: 4pt, {
      text(size: 12pt, weight: 700, fill: tones.at(d.verdict.tone), d.verdict.word)
      h(6pt)
      text(fill: quiet, d.verdict.time)
    }),
    cut(d.verdict.text, 300),
    if d.check != none { text(fill: quiet, d.check.label + " ") + link(d.check.url, d.check.shown) },
  )
  if d.check == none { words } else {
    grid(
      columns: (1fr, 30mm),
      column-gutter: 8mm,
      words,
      image(bytes(d.check.svg), format: "svg", width: 30mm, alt: d.check.qrAlt),
    )
  }
  v(10pt)
  grid(
    columns: (1fr,) * d.facts.len(),
    column-gutter: 12pt,
    ..d.facts.map(f => stack(
      spacing: 5pt,
      text(fill: quiet, f.label),
      text(weight: 600, cut(f.value, 110)),
      if f.note != none { text(fill: quiet, cut(f.note, 150)) },
    )),
  )
  v(10pt)
}
#let foot(limit) = {
  v(6pt)
  set text(fill: quiet)
  if longest > limit { par(d.cutNote) }
  for note in d.notes { par(note) }
}
#let sheet(limit, pad-y) = { head; of-table(limit, pad-y); foot(limit) }
#layout(size => {
  let limits = (2000, 1000, 800, 650, 550, 480, 420, 370, 330, 300, 270, 240, 210, 180, 150, 120, 100, 80, 60)
  let tries = limits.map(limit => (limit, if limit > 200 { 3.2pt } else { 2.4pt }))
  let fitting = tries.find(((limit, pad-y)) =>
    measure(block(width: size.width, sheet(limit, pad-y))).height <= size.height)
  let (limit, pad-y) = if fitting == none { tries.last() } else { fitting }
  sheet(limit, pad-y)
})
`
