/** One thing to time: `run` does `per` units of work. */
export interface Contender {
  readonly name: string
  readonly run: () => unknown | Promise<unknown>
}

export interface Row {
  readonly name: string
  readonly unit: string
  /** Of all rounds. */
  readonly median: number
  /** Median of the ratios to the yardstick of the same round, so that a noisy machine disturbs both alike. */
  readonly ratio: number
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

async function rateOf({ run }: Contender, milliseconds: number): Promise<number> {
  let count = 0
  const start = performance.now()
  const end = start + milliseconds
  do {
    const result = run()
    if (result instanceof Promise) await result
    count++
  } while (performance.now() < end)
  return (count * 1000) / (performance.now() - start)
}

/** Runs all contenders in turn, round after round; the first one is the yardstick. */
export async function measure(
  contenders: readonly [Contender, ...Contender[]],
  { rounds = 9, milliseconds = 150, unit = 'per second' } = {},
): Promise<Row[]> {
  for (const contender of contenders) await rateOf(contender, milliseconds)
  const rates = contenders.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, contender] of contenders.entries())
      rates[index]!.push(await rateOf(contender, milliseconds))
  }
  return contenders.map(({ name }, index) => ({
    name,
    unit,
    median: median(rates[index]!),
    ratio: median(rates[index]!.map((rate, round) => rate / rates[0]![round]!)),
  }))
}
