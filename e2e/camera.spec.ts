import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test } from '@playwright/test'
import qrcode from 'qrcode'
import playwrightConfig from '../playwright.config.ts'
import { apiAs } from './demonstration.ts'
import { address } from './page-checks.ts'
import { openVisitor } from './visitor.ts'

// A browser whose camera sees a film that we make: one picture with a QR code, again and again.

const folder = mkdtempSync(join(tmpdir(), 'meritum-camera-'))
const options = { language: 'sv', javaScript: true, pictures: 'camera' } as const

async function openWithCamera(film: string) {
  const { launchOptions } = playwrightConfig.use!
  return chromium.launch({
    ...launchOptions,
    args: [
      ...(launchOptions?.args ?? []),
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  })
}

/** YUV4MPEG2, 4:2:0: a QR code in grey levels, a little off the middle. */
function filmOf(text: string): string {
  const [width, height, scale] = [640, 480, 8]
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const grey = Buffer.alloc(width * height, 235)
  const [left, top] = [150, 60]
  for (let y = 0; y < modules.size * scale; y++) {
    for (let x = 0; x < modules.size * scale; x++) {
      const isDark = modules.get(Math.floor(y / scale), Math.floor(x / scale))
      if (isDark) grey[(top + y) * width + left + x] = 20
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, Buffer.alloc((width * height) / 2, 128)])
  const path = join(folder, 'code.y4m')
  writeFileSync(
    path,
    Buffer.concat([
      Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`),
      frame,
      frame,
      frame,
    ]),
  )
  return path
}

/** The check link of a credential that the demonstration's learner holds. */
async function checkLink(): Promise<string> {
  const maja = await apiAs('maja')
  const { credentials } = await maja<{ credentials: { id: string }[] }>('GET', '/api/v1/wallet')
  const sealed = await maja('GET', `/api/v1/wallet/${credentials.at(-1)!.id}/file`)
  const code = /\/m\/([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(JSON.stringify(sealed))?.[1]
  expect(code).toBeDefined()
  return `${address()}/m/${code}`
}

test('the camera reads a QR code, and the check follows', async () => {
  const link = await checkLink()
  const browser = await openWithCamera(filmOf(link))
  try {
    const visitor = await openVisitor(browser, options)
    const { page, t } = visitor
    const complaints: string[] = []
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('request', request => expect(new URL(request.url()).origin).toBe(address()))
    await visitor.go('/verify')
    await visitor.check('verify')
    await page.getByRole('button', { name: t('verifying.camera.open') }).click()
    await page.waitForURL(link)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('web.verdict.valid'))
    expect(complaints).toEqual([])
  } finally {
    await browser.close()
  }
})

test('the camera shows what it sees, and can be turned off', async () => {
  const browser = await openWithCamera(filmOf('nothing to follow'))
  try {
    const { page, t, go, check } = await openVisitor(browser, options)
    await page.addInitScript(() => {
      // Nothing is found, so that there is time to look.
      CanvasRenderingContext2D.prototype.drawImage = () => {}
    })
    await go('/verify')
    await page.getByRole('button', { name: t('verifying.camera.open') }).click()
    await expect(page.locator('video')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: t('verifying.camera.looking') })).toBeVisible()
    await check('watching')
    await page.getByRole('button', { name: t('verifying.camera.close') }).click()
    await expect(page.locator('video')).toBeHidden()
    await expect(page.getByRole('button', { name: t('verifying.camera.open') })).toBeFocused()
  } finally {
    await browser.close()
  }
})

test('a photo is read in the browser and not sent; a picture is read by the server too', async ({
  browser,
}) => {
  const link = await checkLink()
  const png = await qrcode.toBuffer(link, { width: 400 })
  const { page, t, go } = await openVisitor(browser, options)
  await go('/verify')
  await page
    .getByLabel(t('verifying.file.label'))
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: png })
  await expect(page.getByLabel(t('verifying.paste.label'))).toHaveValue(link)
  await expect(page.getByText(t('verifying.camera.read'))).toBeVisible()
  await page.getByLabel(t('verifying.paste.label')).fill('')
  await page
    .getByLabel(t('verifying.file.label'))
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: png })
  await page.getByRole('button', { name: t('verifying.act.check') }).click()
  await page.waitForURL(link)
})

test('without scripts a picture is uploaded, and no camera is offered', async ({ browser }) => {
  const link = await checkLink()
  const png = await qrcode.toBuffer(link, { width: 400 })
  const { page, t, go } = await openVisitor(browser, { ...options, javaScript: false })
  await go('/verify')
  await expect(page.getByRole('button', { name: t('verifying.camera.open') })).toBeHidden()
  await page
    .getByLabel(t('verifying.file.label'))
    .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: png })
  await page.getByRole('button', { name: t('verifying.act.check') }).click()
  await page.waitForURL(link)
})
