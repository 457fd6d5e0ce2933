import type { InternalOutput, Tokens } from '../../shared/contract/internal.ts'
import type { KeyFacts, KnownPlace, Place, Rebuilt, SessionState } from '../../shared/contract/session.ts'
import { AppError, ErrorCode, toWireError } from '../../shared/errors.ts'
import type { DemoAccess } from './demo.ts'
import { isLoopback, parseHubUrl } from './hub-address.ts'
import { LOOK_AGAIN_MS, passesByItself } from './passing-trouble.ts'
import { placeIdOf } from './place-list.ts'
import { keyFacts, lockWithNext, openingKey, replaceOldKey } from './place-key.ts'
import type { StoredPlace } from './place-list.ts'
import type { SessionDeps, SignIn } from './session-deps.ts'
import { asUnreachable } from './unreachable.ts'

/**
 * Who works where:
 *
 *   starting ──> signed-out ──sign in, open place──> opening ──> open (valid <─> expired)
 *                    ^                                  │           │
 *                    └────────── sign out ──────────────┼───────────┤
 *                                                       v           v
 *                                      retry ──>     trouble  <─────┘ fatal, crashed too often
 *
 * An open place is closed for a while (`replacing-key`) to lock its database with another key, and opened again.
 *
 * Commands run one after another: signing in while a place is being opened waits for it.
 */
export class Session {
  readonly #deps: SessionDeps
  #state: SessionState = { state: 'starting' }
  #credentials: 'valid' | 'expired' = 'valid'
  #commands: Promise<unknown> = Promise.resolve()
  #cancelLook = (): void => {}

  constructor(deps: SessionDeps) {
    this.#deps = deps
  }

  get(): SessionState {
    return this.#state
  }

  /** The place that is open, being opened, or in trouble. */
  place(): Place | null {
    return 'place' in this.#state ? this.#state.place : null
  }

  /** Settles when no place is being opened: questions a window asks too early wait for the answer. */
  async settled(): Promise<void> {
    if (PASSING.has(this.#state.state)) await this.#commands
  }

  start(): Promise<SessionState> {
    return this.#inOrder(async () => {
      const last = this.#deps.places.last()
      return last ? this.#open(await this.#withDemoAddress(last)) : this.#firstStart()
    })
  }

  /** Started together with a demo, on a laptop nobody has worked on: there is nothing to choose. */
  async #firstStart(): Promise<SessionState> {
    const access = this.#deps.places.all().length === 0 ? await this.#deps.readDemo() : null
    if (!access) return this.#signedOut()
    try {
      return await this.#signInToDemo(access)
    } catch {
      return this.#signedOut()
    }
  }

  #signInToDemo({ url, demo }: DemoAccess): Promise<SessionState> {
    return this.#signIn({ hubUrl: parseHubUrl(url), ...demo, workspace: null }, true)
  }

  signIn(input: SignIn): Promise<SessionState> {
    return this.#inOrder(() => this.#signIn({ ...input, hubUrl: this.#deps.hubFor(input.hubUrl) }, false))
  }

  openDemo(): Promise<SessionState> {
    return this.#inOrder(async () => {
      const access = await this.#deps.readDemo()
      if (!access) throw new AppError(ErrorCode.NotFound, 'No demo workspace was started with this console')
      return this.#signInToDemo(access)
    })
  }

  openPlace(placeId: string): Promise<SessionState> {
    return this.#inOrder(async () => {
      const place = this.#deps.places.find(placeId)
      if (!place) throw new AppError(ErrorCode.NotFound, 'Unknown place')
      if (!place.isSignedIn) throw new AppError(ErrorCode.SignedOut, 'This place opens with the password')
      await this.#close()
      return this.#open(await this.#withDemoAddress(place))
    })
  }

  signOut(forget: boolean): Promise<SessionState> {
    return this.#inOrder(async () => {
      const place = this.place()
      if (!place) return this.#state
      // Offline the hub learns nothing of it: the tokens are gone from here, and end there with their time.
      await this.#deps.call('data.signOut', {}).catch(() => {})
      const unsent = await this.#close()
      await this.#deps.secrets.dropTokens(place.id)
      const stored = this.#deps.places.find(place.id)
      if (stored) this.#deps.places.keep({ ...stored, isSignedIn: false })
      // Words an agent wrote are never thrown away with the folder, nor is a folder that could not be asked.
      if (forget && unsent === 0) await this.#forget(place.id)
      await this.#signedOut()
      if (forget && unsent !== 0) throw new AppError(ErrorCode.Conflict, 'Unsent work waits here', { unsent })
      return this.#state
    })
  }

  /** Closes the place and keeps its session: opening it again needs no password. */
  leave(): Promise<SessionState> {
    return this.#inOrder(async () => {
      await this.#close()
      return this.#signedOut()
    })
  }

  /** Places beside the open one, with what waits in each. */
  otherPlaces(): Promise<readonly KnownPlace[]> {
    const here = this.place()?.id
    const others = this.#deps.places.all().filter(place => place.id !== here)
    return Promise.all(others.map(place => this.#describe(place)))
  }

  /** Pulls the cable, or puts it back. */
  workOffline(isCut: boolean): SessionState {
    this.#deps.network.setCut(isCut)
    const state = this.#state
    return state.state === 'open' ? this.#set({ ...state, isCut }) : state
  }

  retry(): Promise<SessionState> {
    return this.#inOrder(async () => {
      if (this.#state.state !== 'trouble') return this.#state
      const stored = this.#deps.places.find(this.#state.place.id)
      return stored ? this.#open(await this.#withDemoAddress(stored)) : this.#signedOut()
    })
  }

  /** After damage: saves unsent work into a fresh database. It is opened by `retry`, once the agent has read what was saved. */
  rebuild(): Promise<Rebuilt> {
    return this.#inOrder(async () => {
      const state = this.#state
      if (state.state !== 'trouble' || state.code !== ErrorCode.DbCorrupt) {
        throw new AppError(ErrorCode.BadRequest, 'Nothing here is damaged')
      }
      const { place } = state
      const { key } = await openingKey(this.#deps, place.id)
      return this.#deps.call('data.rescue', { folder: this.#deps.folderOf(place.id), key, place })
    })
  }

  /** Locks the database of the open place with a fresh key. It is open again afterwards, also where that has failed. */
  replaceKey(): Promise<SessionState> {
    return this.#inOrder(async () => {
      const place = this.place()
      const stored = place && this.#deps.places.find(place.id)
      if (this.#state.state !== 'open' || !stored)
        throw new AppError(ErrorCode.BadRequest, 'No place is open')
      await this.#close()
      this.#set({ state: 'replacing-key', place: this.#state.place })
      const [replaced] = await Promise.allSettled([lockWithNext(this.#deps, stored.id)])
      const state = await this.#open(stored)
      if (replaced.status === 'rejected') throw replaced.reason
      return state
    })
  }

  /** Of the open place. */
  async keyFacts(): Promise<KeyFacts> {
    const { call, folderOf, secrets } = this.#deps
    const place = this.place()
    if (!place) throw new AppError(ErrorCode.BadRequest, 'No place is open')
    const keys = await secrets.findKeys(place.id)
    return keyFacts(keys?.madeAtMs ?? null, await call('data.rekeyNeeds', { folder: folderOf(place.id) }))
  }

  /** A fresh data process knows nothing: it gets the place back before any call of a window reaches it. */
  async reopen(): Promise<void> {
    const place = this.place()
    if (this.#state.state !== 'open' || !place) return
    try {
      this.#set(this.#openState(place, await this.#openInData(place)))
    } catch (error) {
      this.fail(toWireError(error).code)
    }
  }

  /**
   * Rotated tokens, or the news that the hub no longer takes them. They can come before the place counts as open, and
   * must be kept then too: the hub takes a used refresh token for a stolen one.
   */
  async takeTokens(tokens: Tokens): Promise<void> {
    const place = this.place()
    if (!place) return
    this.#credentials = credentialsOf(tokens)
    const state = this.#state
    if (state.state === 'open' && state.credentials !== this.#credentials) {
      this.#set({ ...state, credentials: this.#credentials })
    }
    await this.#deps.secrets.keepTokens(place.id, tokens)
  }

  /** The data process cannot go on, for a reason that another start does not cure by itself. */
  fail(code: string): void {
    const place = this.place()
    if (!place || (this.#state.state === 'trouble' && this.#state.code === code)) return
    this.#deps.network.unwatch()
    this.#deps.log.error('session.trouble', { code })
    this.#set({ state: 'trouble', place, code })
    if (passesByItself(code)) this.#lookAgain()
  }

  /** Disks are freed and locks are let go without anybody telling: the page goes away by itself. */
  #lookAgain(): void {
    this.#cancelLook()
    this.#cancelLook = this.#deps.clock.after(LOOK_AGAIN_MS, () => {
      void this.#inOrder(() => this.#openQuietly())
    })
  }

  /** Without showing it: a page that blinks every few seconds cannot be read. */
  async #openQuietly(): Promise<void> {
    const state = this.#state
    if (state.state !== 'trouble' || !passesByItself(state.code)) return
    try {
      this.#set(this.#openState(state.place, await this.#openInData(state.place)))
    } catch (error) {
      const { code } = toWireError(error)
      if (code === state.code) this.#lookAgain()
      else this.fail(code)
    }
  }

  async #signIn(login: SignIn, asDemo: boolean): Promise<SessionState> {
    this.#refuseOnTestRuntime(login.hubUrl)
    const { places, secrets } = this.#deps
    const known = asDemo ? null : places.findLogin(login.hubUrl, login.email, login.workspace)
    // The demo's place stays the demo's when somebody types its password: what is unsent lies there.
    const isDemo = asDemo || known?.isDemo === true
    const guessed = (known && (await secrets.findKeys(known.id))) ?? secrets.newKeys()
    let answer = await this.#askHub(login, guessed.clientId)
    const { agent, workspace } = answer.place
    const id = placeIdOf({ hubUrl: login.hubUrl, workspaceId: workspace.id, agentId: agent.id, isDemo })
    const kept = await secrets.findKeys(id)
    // Receipts on the hub carry the client's id: this folder's work must leave under the id it began with.
    if (kept && kept.clientId !== guessed.clientId) answer = await this.#askHub(login, kept.clientId)
    if (!kept) await secrets.keepKeys(id, guessed)
    const place = { id, hubUrl: login.hubUrl, workspace, agent, isDemo, lastOpenedAtMs: 0, isSignedIn: true }
    await secrets.keepTokens(id, answer.tokens)
    return this.#enter(place, answer.tokens)
  }

  async #enter(place: StoredPlace, tokens: Tokens): Promise<SessionState> {
    const state = this.#state
    if (state.state === 'open' && state.place.id === place.id) {
      await this.#deps.call('data.setTokens', tokens)
      this.#credentials = credentialsOf(tokens)
      return this.#set({ ...state, credentials: this.#credentials })
    }
    await this.#close()
    return this.#open(place, tokens)
  }

  async #askHub(login: SignIn, clientId: string): Promise<InternalOutput<'data.signIn'>> {
    const network = await this.#deps.network.factsFor(login.hubUrl)
    const client = { id: clientId, ...this.#deps.client }
    try {
      return await this.#deps.call('data.signIn', { ...login, client, network })
    } catch (error) {
      throw network.isOnline ? asUnreachable(error) : error
    }
  }

  async #open(stored: StoredPlace, tokens?: Tokens): Promise<SessionState> {
    const { isSignedIn: _kept, ...known } = stored
    const place = { ...known, lastOpenedAtMs: this.#deps.clock.now() }
    // Known from here on: a place that does not open can be tried again, also after the next start.
    this.#deps.places.keep({ ...place, isSignedIn: true })
    await this.#replaceOldKey(place)
    this.#set({ state: 'opening', place })
    try {
      const clientId = await this.#openInData(place, tokens)
      return this.#set(this.#openState(place, clientId))
    } catch (error) {
      this.fail(toWireError(error).code)
      return this.#state
    }
  }

  /** Before anybody works in it. A key that cannot be replaced now opens the place as before, and is tried at the next start. */
  async #replaceOldKey(place: Place): Promise<void> {
    const { clock, keyMaxAgeDays, log } = this.#deps
    const begin = (): void => void this.#set({ state: 'replacing-key', place })
    const due = { nowMs: clock.now(), maxAgeDays: keyMaxAgeDays(), begin }
    await replaceOldKey(this.#deps, place.id, due).catch((error: unknown) =>
      log.warn('keys.not-replaced', { code: toWireError(error).code }),
    )
  }

  async #openInData(place: Place, given?: Tokens): Promise<string> {
    const { call, network, secrets, folderOf, client, log } = this.#deps
    this.#refuseOnTestRuntime(place.hubUrl)
    const { key, clientId, settle } = await openingKey(this.#deps, place.id)
    const tokens = given ?? (await secrets.tokens(place.id))
    const facts = await network.factsFor(place.hubUrl)
    this.#credentials = credentialsOf(tokens)
    await call('data.open', {
      folder: folderOf(place.id),
      key,
      place,
      clientId,
      tokens,
      network: facts,
      appVersion: client.version,
    })
    // Both keys are kept where this fails: the next opening settles it.
    await settle().catch(() => log.warn('keys.not-settled'))
    network.watch(place.hubUrl, facts, changed => {
      // A process that ends meanwhile gets the facts of that moment when it is opened again.
      call('data.setNetwork', changed).catch(() => {})
    })
    return clientId
  }

  #openState(place: Place, clientId: string): SessionState {
    const { isCut } = this.#deps.network
    return { state: 'open', place, credentials: this.#credentials, clientId, isCut }
  }

  /** Returns the number of changes that wait in the folder; null where it could not be asked. */
  async #close(): Promise<number | null> {
    this.#deps.network.unwatch()
    const { state } = this.#state
    if (state !== 'open' && state !== 'trouble') return 0
    try {
      return (await this.#deps.call('data.close', {})).unsent
    } catch {
      return null
    }
  }

  async #signedOut(): Promise<SessionState> {
    const places = await Promise.all(this.#deps.places.all().map(place => this.#describe(place)))
    return this.#set({ state: 'signed-out', places, demoAvailable: (await this.#deps.readDemo()) !== null })
  }

  async #describe(place: StoredPlace): Promise<KnownPlace> {
    try {
      const { key } = await openingKey(this.#deps, place.id)
      const folder = this.#deps.folderOf(place.id)
      const { unsent } = await this.#deps.call('data.countUnsent', { folder, key })
      return { ...place, unsent }
    } catch {
      return { ...place, unsent: null }
    }
  }

  async #forget(placeId: string): Promise<void> {
    await this.#deps.removeFolder(this.#deps.folderOf(placeId))
    await this.#deps.secrets.forget(placeId)
    this.#deps.places.forget(placeId)
  }

  async #withDemoAddress(place: StoredPlace): Promise<StoredPlace> {
    const access = place.isDemo ? await this.#deps.readDemo() : null
    return access ? { ...place, hubUrl: parseHubUrl(access.url) } : place
  }

  #refuseOnTestRuntime(hubUrl: string): void {
    if (!this.#deps.isTestRuntime || isLoopback(hubUrl)) return
    throw new AppError(ErrorCode.TestRuntime, 'The test runtime opens only hubs on this machine')
  }

  #set(state: SessionState): SessionState {
    this.#state = state
    this.#deps.changed(state)
    return state
  }

  #inOrder<T>(command: () => Promise<T>): Promise<T> {
    const result = this.#commands.then(command)
    this.#commands = result.catch(() => {})
    return result
  }
}

/** What a window asks meanwhile waits for the end of it. */
const PASSING: ReadonlySet<SessionState['state']> = new Set(['starting', 'opening', 'replacing-key'])

const credentialsOf = (tokens: Tokens): 'valid' | 'expired' =>
  tokens.refreshToken === null ? 'expired' : 'valid'
