/** What the organisation has set for everybody on this computer, as a window may know it. */
export type PolicyFacts = {
  /** The hub to sign in to; null: none is named. */
  readonly hubUrl: string | null
  /** No other hub may be signed in to. */
  readonly isHubFixed: boolean
  /** The file is there and says nothing that could be understood: no new hub is spoken to. */
  readonly isUnreadable: boolean
  /** Names of settings that begin with the organisation's value. */
  readonly settings: readonly string[]
}
