/**
 * Typst sources of the page image. They are constants: what is said about a person or a micro-credential
 * comes in as `sys.inputs.data` and is set as text. One point is one pixel, and every baseline lies on a
 * whole pixel: letters are crisper and the same line shapes repeat, which makes the file smaller.
 * The place of everything that differs between holders is fixed, so that it can be laid over the
 * background: the holder above the title, two facts in the third column, the check link at the foot.
 */
const common = `
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#1c1b33")
#let quiet = rgb("#605f70")
#set page(width: 420pt, height: 594pt, margin: 0pt, fill: none)
#set text(font: "Schibsted Grotesk", lang: d.language, fill: ink)
#set par(spacing: 0pt)
#let left-edge = 36pt
#let text-width = 348pt
#let column-width = 108pt
#let at(x, y, body) = place(top + left, dx: x, dy: y, body)
#let cut(it, limit) = {
  let letters = it.clusters()
  if letters.len() <= limit { it } else { letters.slice(0, limit).join("") + "…" }
}
// A block of text of the given size in points; from baseline to baseline a whole number of them.
#let set-in(size, it, pitch: 1.4, ..style) = {
  let cap = calc.ceil(size * 0.72)
  set par(leading: (calc.round(size * pitch) - cap) * 1pt)
  block(spacing: 0pt, text(size: size * 1pt, top-edge: cap * 1pt, bottom-edge: 0pt, ..style, it))
}
// The first size at which the text fits; the smallest, clipped, where none does.
#let fit(make, sizes, width, height) = context {
  let chosen = sizes.find(size => measure(box(width: width, make(size))).height <= height)
  block(width: width, clip: chosen == none, height: if chosen == none { height } else { auto },
    align(top, make(if chosen == none { sizes.last() } else { chosen })))
}
#let fact(column, row, label, value) = at(left-edge + column * 120pt, 455pt + row * 42pt, block(width: column-width, {
  set-in(8, fill: quiet, cut(label, 60))
  v(6pt)
  fit(size => set-in(size, pitch: 1.3, weight: 600, cut(value, 120)), (9, 8.5, 8, 7.5, 7), column-width, 20pt)
}))
`

export const backgroundSource = `${common}
#let line-at(y, colour) = at(left-edge, y, line(length: text-width, stroke: 1pt + colour))
#at(56pt, 37pt, set-in(12, weight: 700, tracking: -0.01em, "Meritum"))

#let colours = (knowledge: rgb("#37348a"), skill: rgb("#2b6c8f"), responsibility: rgb("#8b4a86"))
#let outcome-row(o, size, repeated) = grid(
  columns: (100pt, 1fr), column-gutter: 8pt,
  if repeated [] else { grid(columns: (7pt, 1fr), column-gutter: 5pt,
    pad(top: 0.5pt, circle(radius: 2.8pt, stroke: 1.5pt + colours.at(o.category))),
    pad(top: (calc.ceil(size * 0.72) - 7) * 1pt, set-in(9, pitch: 1.3, weight: 600, d.labels.categories.at(o.category)))) },
  set-in(size, cut(o.sentence, 600)))
#let outcome-list(size, shown) = {
  let previous = none
  for (i, o) in d.outcomes.slice(0, shown).enumerate() {
    if i > 0 { v(calc.round(if o.category == previous { size } else { size * 1.3 }) * 1pt) }
    outcome-row(o, size, o.category == previous)
    previous = o.category
  }
  if shown < d.outcomes.len() { v(12pt); set-in(9, fill: quiet, d.labels.moreOutcomes) }
}
// All outcomes in the largest size that fits; else as many as fit in the smallest.
#let outcomes(height) = context {
  let fits(size, shown) = measure(box(width: text-width, outcome-list(size, shown))).height <= height
  let size = (10, 9.5, 9, 8.5, 8, 7.5).find(size => fits(size, d.outcomes.len()))
  if size != none { outcome-list(size, d.outcomes.len()) } else {
    let shown = range(d.outcomes.len(), -1, step: -1).find(shown => fits(7.5, shown))
    outcome-list(7.5, if shown == none { 0 } else { shown })
  }
}

#at(left-edge, 190pt, block(width: text-width, context {
  let heading = fit(size => set-in(size, pitch: 1.22, weight: 700, tracking: -0.015em, cut(d.title, 300)),
    (15.5, 14, 12.5, 11, 10), text-width, 50pt)
  let used = calc.ceil(measure(box(width: text-width, heading)).height.pt()) * 1pt
  heading
  v(15pt)
  at(0pt, used + 14.5pt, line(length: 100%, stroke: 1pt + ink))
  v(15pt)
  outcomes(442pt - 190pt - used - 42pt)
}))

#line-at(442.5pt, rgb("#c9cad2"))
#fact(0, 0, d.labels.issuedBy, d.issuedBy)
#fact(1, 0, d.labels.designedBy, d.designedBy)
#for (i, f) in d.facts.slice(0, calc.min(2, d.facts.len())).enumerate() { fact(i, 1, f.label, f.value) }
#line-at(536.5pt, rgb("#c9cad2"))
#at(left-edge, 548pt, block(width: 228pt, set-in(8, cut(d.labels.check, 90))))
#at(left-edge + 240pt, 548pt, block(width: 108pt, align(right, set-in(8, fill: quiet, cut(d.labels.notice, 120)))))
`

export const holderSource = `${common}
#at(left-edge, 96pt, block(width: 270pt, height: 76pt, align(bottom, {
  set-in(9, weight: 600, fill: quiet, cut(d.labels.awardedTo, 60))
  v(9pt)
  fit(size => set-in(size, pitch: 1.1, weight: 700, tracking: -0.025em, cut(d.holder.name, 120)),
    (24, 22, 20, 18, 16, 14, 12, 10), 245pt, 38pt)
  v(9pt)
  set-in(9, fill: quiet, cut(d.holder.birth, 60))
})))
#fact(2, 0, d.labels.awarded, d.awarded)
#fact(2, 1, d.labels.validUntil, d.validUntil)
#at(left-edge, 561pt, fit(size => set-in(size, weight: 600, hyphenate: false, cut(d.checkLink, 120)), (10, 9, 8, 7), 232pt, 10pt))
`
