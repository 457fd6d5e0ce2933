import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Place } from '../../shared/contract/session.ts'
import type { StoreFile } from './store-file.ts'

/** `isSignedIn`: opens without a password, offline too; ends only when the agent signs out. */
const StoredPlace = Place.extend({ isSignedIn: z.boolean() })
export type StoredPlace = z.infer<typeof StoredPlace>

type List = { readonly places: readonly StoredPlace[]; readonly lastPlaceId: string | null }

/** Which places this laptop knows. Losing the list loses nothing: signing in again finds the same folder and key. */
export class PlaceList {
  readonly #file: StoreFile

  constructor(file: StoreFile) {
    this.#file = file
  }

  all(): readonly StoredPlace[] {
    return this.#read().places
  }

  find(placeId: string): StoredPlace | null {
    return this.all().find(place => place.id === placeId) ?? null
  }

  /** The place to open at start: the one used last, unless the agent signed out of it. */
  last(): StoredPlace | null {
    const { places, lastPlaceId } = this.#read()
    return places.find(place => place.id === lastPlaceId && place.isSignedIn) ?? null
  }

  /** The place of earlier sign-ins with this address; null for a first one. */
  findLogin(hubUrl: string, email: string, workspace: string | null): StoredPlace | null {
    const matches = this.all().filter(
      place =>
        place.hubUrl === hubUrl &&
        place.agent.email.toLowerCase() === email.trim().toLowerCase() &&
        (workspace === null || workspace === place.workspace.slug),
    )
    return matches.length === 1 ? (matches[0] ?? null) : null
  }

  keep(place: StoredPlace): void {
    const others = this.all().filter(known => known.id !== place.id)
    this.#file.write({ places: [place, ...others], lastPlaceId: place.id })
  }

  forget(placeId: string): void {
    this.#file.write({ places: this.all().filter(place => place.id !== placeId), lastPlaceId: null })
  }

  #read(): List {
    const raw = this.#file.read() as { places?: unknown; lastPlaceId?: unknown }
    const found = Array.isArray(raw.places) ? raw.places : []
    const places = found.flatMap(item => StoredPlace.safeParse(item).data ?? [])
    return { places, lastPlaceId: typeof raw.lastPlaceId === 'string' ? raw.lastPlaceId : null }
  }
}

export type PlaceIdentity = {
  readonly hubUrl: string
  readonly workspaceId: string
  readonly agentId: string
  readonly isDemo: boolean
}

/** Names the folder of a place. The demo hub may come up on another port: its address is no part of the name. */
export function placeIdOf({ hubUrl, workspaceId, agentId, isDemo }: PlaceIdentity): string {
  const hub = isDemo ? 'demo' : hubUrl
  return createHash('sha256').update(`${hub}\n${workspaceId}\n${agentId}`).digest('hex').slice(0, 32)
}
