import { expect, type Locator, type Page } from '@playwright/test'

/** Whether the focus can be seen where it is: an outline or a ring, on the element or the card around it. */
function focusOf(page: Page): Promise<{ what: string; isVisible: boolean }> {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLElement
    const card = focused.closest('.m-radio-card')
    const isRinged = [focused, card].some(element => {
      if (!element) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    })
    const { top, bottom, width, height } = (card ?? focused).getBoundingClientRect()
    const isInView = bottom > 0 && top < innerHeight && width > 0 && height > 0
    return { what: focused.outerHTML.slice(0, 120), isVisible: isRinged && isInView }
  })
}

/** Presses Tab until the element has the focus, which must be visible at every stop. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toHaveCount(1)
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab')
    const { what, isVisible } = await focusOf(page)
    expect(isVisible, `The focus can't be seen on ${what}`).toBe(true)
    if (await target.evaluate(element => element === document.activeElement)) return
  }
  throw new Error('The element can’t be reached with Tab')
}

/** Goes to a link or button and uses it. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}
