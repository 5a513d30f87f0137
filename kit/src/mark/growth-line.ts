/** How a line leaves the circle: amplitude (share of the radius) and phase (radians) of waves 1, 2, 3 … */
export interface Unevenness {
  readonly amplitudes: readonly number[]
  readonly phases: readonly number[]
}

const steps = 20

/** A closed, slightly uneven line around the origin, as SVG path data: Catmull-Rom through `steps` points. */
export function growthLine(radius: number, uneven: Unevenness): string {
  const points = Array.from({ length: steps }, (_, step) => {
    const angle = (step / steps) * 2 * Math.PI
    const wave = uneven.amplitudes.reduce(
      (sum, amplitude, i) => sum + amplitude * Math.sin((i + 1) * angle + uneven.phases[i]!),
      0,
    )
    return [radius * (1 + wave) * Math.cos(angle), radius * (1 + wave) * Math.sin(angle)] as const
  })
  const at = (i: number) => points[(i + steps) % steps]!
  const curves = points.map((from, i) => {
    const [before, to, after] = [at(i - 1), at(i + 1), at(i + 2)]
    return `C${place(from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6)} ${place(
      to[0] - (after[0] - from[0]) / 6,
      to[1] - (after[1] - from[1]) / 6,
    )} ${place(...to)}`
  })
  return `M${place(...at(0))}${curves.join('')}Z`
}

/** A point as it stands in path data: two decimals, no negative zero. */
export function place(x: number, y: number): string {
  return `${Math.round(x * 100) / 100 + 0} ${Math.round(y * 100) / 100 + 0}`
}
