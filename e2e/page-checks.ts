import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export const address = () => process.env.MERITUM_ADDRESS!

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** WCAG 2.2 AA by axe at 1280 and 320 px, no sideways scroll at 320, one h1, and a picture of both. */
export async function checkPage(page: Page, picture?: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze()
    expect(
      violations.map(found => `${found.id}: ${found.nodes.map(node => node.target.join(' ')).join(', ')}`),
      `${page.url()} at ${width}`,
    ).toEqual([])
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
