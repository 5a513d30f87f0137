import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'

export const address = () => process.env.MERITUM_ADDRESS!

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
// The engine that @axe-core/playwright brings, put into the page once instead of before every run: half the time.
const ownRequire = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const { source } = ownRequire('axe-core') as typeof axe

/** WCAG 2.2 AA by axe at 1280 and 320 px, no sideways scroll at 320, one h1, and a picture of both. */
export async function checkPage(page: Page, picture?: string): Promise<void> {
  await page.evaluate(source)
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await findViolations(page), `${page.url()} at ${width}`).toEqual([])
    if (picture) await page.screenshot({ path: `artefacts/pictures/${picture}-${width}.png`, fullPage: true })
    if (width === 320) {
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide, `${page.url()} scrolls sideways at 320 px`).toBeLessThanOrEqual(0)
    }
  }
  await expect(page.locator('h1')).toHaveCount(1)
}

/** What axe finds on the page as it is shown now: rule and elements. Needs the engine in the page. */
function findViolations(page: Page): Promise<string[]> {
  return page.evaluate(async runOnly => {
    const { axe: engine } = window as unknown as { axe: typeof axe }
    const { violations } = await engine.run(document, {
      runOnly,
      resultTypes: ['violations'],
      preload: false,
    })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
  }, tags)
}
