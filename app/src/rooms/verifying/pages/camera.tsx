import { assetUrl } from '../../../web/assets/index.ts'
import { Button } from '../../../web/components/index.ts'
import type { Visit } from '../../route.ts'

/** Reads a QR code with the camera. Hidden until its script finds a camera; the words wait in the page. */
export function Camera({ visit: { t } }: { visit: Visit }) {
  return (
    <div
      class="m-camera"
      data-camera
      data-reader={assetUrl('qr-reader.js')}
      data-wasm={assetUrl('qr-reader.wasm')}
      data-starting={t('verifying.camera.starting')}
      data-looking={t('verifying.camera.looking')}
      data-found={t('verifying.camera.found')}
      data-read={t('verifying.camera.read')}
      data-denied={t('verifying.camera.denied')}
      data-failed={t('verifying.camera.failed')}
      hidden
    >
      <Button type="button" variant="secondary" icon="qr-code">
        {t('verifying.camera.open')}
      </Button>
      <video muted playsinline hidden aria-label={t('verifying.camera.picture')}></video>
      <Button type="button" variant="secondary" icon="cross" hidden>
        {t('verifying.camera.close')}
      </Button>
      <p role="status"></p>
    </div>
  )
}
