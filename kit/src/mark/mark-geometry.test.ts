import { describe, expect, it } from 'vitest'
import { type MarkInput, markGeometry } from './mark-geometry.ts'

const input: MarkInput = {
  seed: '0198-version',
  counts: { knowledge: 2, skill: 4, responsibility: 3 },
  state: 'in-force',
}

describe('markGeometry', () => {
  it('gives the same mark for the same seed and another for another', () => {
    expect(markGeometry(input)).toEqual(markGeometry(input))
    expect(markGeometry({ ...input, seed: 'another' })).not.toEqual(markGeometry(input))
  })

  it('has one segment per outcome, knowledge innermost', () => {
    const { rings } = markGeometry(input)
    expect(rings.map(ring => [ring.category, ring.segments.length])).toEqual([
      ['knowledge', 2],
      ['skill', 4],
      ['responsibility', 3],
    ])
    expect(rings[0]!.radius).toBeLessThan(rings[1]!.radius)
    expect(rings[1]!.radius).toBeLessThan(rings[2]!.radius)
  })

  it('draws an empty category as one thin whole circle', () => {
    const ring = markGeometry({ ...input, counts: { knowledge: 3, skill: 2, responsibility: 0 } }).rings[2]!
    expect(ring.empty).toBe(true)
    expect(ring.segments).toHaveLength(1)
    expect(ring.segments[0]).toMatch(/Z$/)
    expect(ring.width).toBeLessThan(1)
  })

  it('is solid in force, thin when ended, dotted when the issuer is unknown', () => {
    const [inForce, ended, unknown] = (['in-force', 'ended', 'unknown'] as const).map(
      state => markGeometry({ ...input, state }).rings[0]!,
    )
    expect(inForce!.dash).toBeUndefined()
    expect(ended!.width).toBeLessThan(inForce!.width / 2)
    expect(unknown!.dash).toBeDefined()
    expect(ended!.segments).toEqual(inForce!.segments)
  })

  it('keeps every point inside the box, however many outcomes and whatever the seed', () => {
    for (const drawing of ['mark', 'field'] as const) {
      for (let seed = 0; seed < 200; seed++) {
        const counts = { knowledge: seed % 7, skill: 60, responsibility: 1 }
        const { rings, hairlines } = markGeometry({
          seed: `seed ${seed}`,
          counts,
          state: 'in-force',
          drawing,
        })
        const data = [...rings.flatMap(ring => ring.segments), ...hairlines].join(' ')
        expect(data).not.toMatch(/NaN|Infinity|e-/)
        const line = hairlines
          .join(' ')
          .match(/-?\d+(\.\d+)?/g)!
          .map(Number)
        expect(Math.max(...line.map(Math.abs))).toBeLessThanOrEqual(52)
      }
    }
  })

  it('treats broken counts as none', () => {
    const { rings } = markGeometry({ ...input, counts: { knowledge: -1, skill: 0.5, responsibility: 0 } })
    expect(rings.every(ring => ring.empty)).toBe(true)
  })
})
