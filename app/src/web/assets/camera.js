// Reads QR codes at /verify with the camera, and in pictures that the server doesn't open. Nothing needs it:
// without it a picture is uploaded, or the phone's own camera opens the link. Pictures never leave the browser.

const root = document.querySelector('[data-camera]')
if (root && window.isSecureContext) start(/** @type {HTMLElement} */ (root))

/** @param {HTMLElement} root */
function start(root) {
  const form = root.closest('form')
  const text = form.querySelector('textarea[name=text]')
  const file = form.querySelector('input[type=file]')
  const [open, close] = root.querySelectorAll('button')
  const video = root.querySelector('video')
  const status = root.querySelector('[role=status]')
  const words = root.dataset
  const lookEvery = 200
  /** @type {MediaStream | undefined} */
  let stream

  const say = key => {
    status.textContent = key ? words[key] : ''
  }

  const hasCamera = navigator.mediaDevices?.getUserMedia !== undefined
  open.hidden = !hasCamera
  root.hidden = !hasCamera
  open.addEventListener('click', watch)
  close.addEventListener('click', () => {
    stop()
    say('')
    open.focus()
  })
  file.addEventListener('change', readChosen)
  window.addEventListener('pagehide', stop)

  async function watch() {
    say('starting')
    try {
      await load()
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 } },
      })
    } catch (error) {
      stop()
      say(error?.name === 'NotAllowedError' ? 'denied' : 'failed')
      return
    }
    video.srcObject = stream
    show(true)
    close.focus()
    say('looking')
    await video.play().catch(() => {})
    look()
  }

  async function look() {
    if (!stream) return
    const found =
      video.videoWidth > 0 ? await readPicture(video, video.videoWidth, video.videoHeight) : undefined
    if (found === undefined || !stream) {
      setTimeout(look, lookEvery)
      return
    }
    stop()
    say('found')
    text.value = found
    file.value = ''
    form.requestSubmit(form.querySelector('button[type=submit]:not([name])'))
  }

  function stop() {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = undefined
    video.srcObject = null
    show(false)
  }

  /** @param {boolean} watching */
  function show(watching) {
    video.hidden = !watching
    close.hidden = !watching
    open.hidden = watching || !hasCamera
  }

  /** A PNG may carry a credential, which is the server's to take out; other pictures can only show a code. */
  async function readChosen() {
    const chosen = file.files[0]
    if (!chosen || !/^image\/(jpeg|heic|heif|webp|avif)$/.test(chosen.type)) return
    try {
      await load()
      const picture = await createImageBitmap(chosen)
      const found = await readPicture(picture, picture.width, picture.height)
      picture.close()
      if (found === undefined) return
      text.value = found
      file.value = ''
      root.hidden = false
      say('read')
    } catch {
      // Then it is uploaded as it is.
    }
  }

  /** @type {Promise<void> | undefined} */
  let loading
  function load() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = words.reader
      script.onload = () => {
        ZXingWASM.prepareZXingModule({ overrides: { locateFile: () => words.wasm } })
        resolve()
      }
      script.onerror = () => {
        loading = undefined
        reject(new Error('The reader could not be loaded'))
      }
      document.head.append(script)
    })
    return loading
  }
}

const longestSide = 1600
const canvas = document.createElement('canvas')

/**
 * The text of the QR code in a picture, if there is one.
 * @param {CanvasImageSource} source
 * @param {number} width
 * @param {number} height
 */
async function readPicture(source, width, height) {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height)
  const options = { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 }
  const [found] = await ZXingWASM.readBarcodes(pixels, options)
  return found?.isValid && found.text !== '' ? found.text : undefined
}
