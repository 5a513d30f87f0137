import { Worker } from 'node:worker_threads'
import type { OpenedUpload } from './opened-upload.ts'

export interface SandboxLimits {
  /** Heap of the thread, in MiB. What parsers unpack outside the heap has limits of its own in `kit/carriers`. */
  readonly memory: number
  /** Processor time of one task, in milliseconds. */
  readonly time: number
}

export class SandboxFailure extends Error {
  readonly code: 'upload.timeout' | 'upload.parser_failed' | 'upload.busy'
  constructor(code: SandboxFailure['code'], options: { cause?: unknown } = {}) {
    super(code, options)
    this.name = 'SandboxFailure'
    this.code = code
  }
}

const workers = 2
const longestQueue = 32
const lookEvery = 100
/** A machine with much else to do gives a task little of its time. */
const patience = 10
const startTime = 20_000
/** Nothing of one visitor's file stays for long beside another's. */
const tasksPerWorker = 100

// Under test the sources run, else the build.
const entry = new URL(`./sandbox-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/**
 * Runs the parsers of untrusted files in threads of their own that may use only so much memory and processor
 * time. A thread that uses more, or falls, is ended and replaced; the server doesn't notice.
 */
export class Sandbox {
  readonly #limits: SandboxLimits
  readonly #entry: URL
  readonly #idle: Thread[] = []
  readonly #queue: (() => void)[] = []
  #running = 0

  constructor(limits: SandboxLimits, thread: URL = entry) {
    this.#limits = limits
    this.#entry = thread
  }

  /** @throws SandboxFailure */
  async open(bytes: Uint8Array): Promise<OpenedUpload> {
    await this.#takeTurn()
    try {
      const thread = this.#idle.pop() ?? new Thread(this.#entry, this.#limits)
      const answer = await thread.open(bytes)
      if (thread.tasks < tasksPerWorker) this.#idle.push(thread)
      else thread.end()
      return answer
    } finally {
      this.#running -= 1
      this.#queue.shift()?.()
    }
  }

  async #takeTurn(): Promise<void> {
    if (this.#running >= workers) {
      if (this.#queue.length >= longestQueue) throw new SandboxFailure('upload.busy')
      await new Promise<void>(resolve => this.#queue.push(resolve))
    }
    this.#running += 1
  }
}

/** One worker thread. It doesn't keep the process alive while it has nothing to do. */
class Thread {
  tasks = 0
  readonly #worker: Worker
  readonly #limits: SandboxLimits
  readonly #ready: Promise<unknown>

  constructor(thread: URL, limits: SandboxLimits) {
    this.#limits = limits
    this.#worker = new Worker(thread, {
      resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 8, stackSizeMb: 2 },
      env: {},
      execArgv: [],
    })
    // Without anybody waiting an error would end the process.
    this.#worker.on('error', () => {})
    this.#ready = this.#next(startTime)
    this.#ready.catch(() => {})
  }

  async open(bytes: Uint8Array): Promise<OpenedUpload> {
    this.#worker.ref()
    this.tasks += 1
    try {
      await this.#ready
      const answer = this.#next(this.#limits.time * patience, this.#limits.time)
      // Only these bytes: a view brings all of what it looks into.
      const own = new Uint8Array(bytes)
      this.#worker.postMessage(own, [own.buffer])
      return (await answer) as OpenedUpload
    } catch (error) {
      this.end()
      throw error
    } finally {
      this.#worker.unref()
    }
  }

  end(): void {
    void this.#worker.terminate()
  }

  /** The next message, unless the thread ends or takes too long: by the clock, or of the processor's time. */
  async #next(mostWall: number, mostProcessor = Number.POSITIVE_INFINITY): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const fail = (cause?: unknown) => reject(new SandboxFailure('upload.parser_failed', { cause }))
    const ended = () => fail()
    this.#worker.once('message', resolve).once('error', fail).once('exit', ended)
    const start = performance.now()
    const before = this.#processorTime()
    const watch = setInterval(async () => {
      const isLate = performance.now() - start > mostWall
      if (isLate || (await this.#processorTime()) - (await before) > mostProcessor) {
        reject(new SandboxFailure('upload.timeout'))
      }
    }, lookEvery)
    try {
      return await promise
    } finally {
      clearInterval(watch)
      this.#worker.off('message', resolve).off('error', fail).off('exit', ended)
    }
  }

  async #processorTime(): Promise<number> {
    const { user, system } = await this.#worker.cpuUsage().catch(() => ({ user: 0, system: 0 }))
    return (user + system) / 1000
  }
}
