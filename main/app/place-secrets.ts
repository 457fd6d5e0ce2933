import { z } from 'zod'
import { Tokens } from '../../shared/contract/internal.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { Secrets } from './secrets.ts'

const Key = z.string().regex(/^[0-9a-f]{64}$/)
const PlaceKeys = z.object({
  databaseKey: Key,
  clientId: z.string(),
  /** Left out: a key of a time when that was not written down. */
  madeAtMs: z.int().optional(),
  /** While the key is being replaced: either of the two may be what the database is locked with. */
  next: z.object({ databaseKey: Key, madeAtMs: z.int() }).optional(),
  /** Earlier keys, the newest first: of damaged files that were put aside under them. */
  earlier: z.array(Key).optional(),
})
export type PlaceKeys = z.infer<typeof PlaceKeys>

export type MakePlaceKeys = () => PlaceKeys

const noTokens: Tokens = { accessToken: null, refreshToken: null, expiresAtMs: 0 }

/** What must stay secret of each place: the database's key with the client's id, and the tokens. */
export class PlaceSecrets {
  readonly #secrets: Secrets
  readonly #make: MakePlaceKeys

  constructor(secrets: Secrets, make: MakePlaceKeys) {
    this.#secrets = secrets
    this.#make = make
  }

  async findKeys(placeId: string): Promise<PlaceKeys | null> {
    const text = await this.#secrets.get(keysName(placeId))
    return text === null ? null : parse(PlaceKeys, text)
  }

  /** Keys for a place of which there is no database yet. */
  newKeys(): PlaceKeys {
    return this.#make()
  }

  /** On the disk before the database is made: a database without its key is lost. */
  keepKeys(placeId: string, keys: PlaceKeys): Promise<void> {
    return this.#secrets.set(keysName(placeId), JSON.stringify(keys))
  }

  /**
   * A second key beside the one there is, on the disk before anything is locked with it. Throws `conflict` while there are
   * two: until the place has opened, whoever began with them may still be at it.
   */
  async beginReplacing(placeId: string): Promise<{ readonly key: string; readonly nextKey: string }> {
    const keys = await this.findKeys(placeId)
    if (!keys) throw new AppError(ErrorCode.DbKeyWrong, 'The key of this place is gone')
    if (keys.next) throw new AppError(ErrorCode.Conflict, 'This place has two keys')
    const { databaseKey: nextKey, madeAtMs = 0 } = this.#make()
    await this.keepKeys(placeId, { ...keys, next: { databaseKey: nextKey, madeAtMs } })
    return { key: keys.databaseKey, nextKey }
  }

  /** The database has been opened with one of the two keys: the other one is forgotten. */
  async endReplacing(
    placeId: string,
    { fits, damagedAside }: { readonly fits: 'key' | 'next'; readonly damagedAside: number },
  ): Promise<void> {
    const keys = await this.findKeys(placeId)
    if (!keys?.next) return
    const { next, ...rest } = keys
    if (fits === 'key') return this.keepKeys(placeId, rest)
    const earlier = damagedAside > 0 ? { earlier: [keys.databaseKey, ...(keys.earlier ?? [])] } : {}
    const { earlier: _settled, ...kept } = rest
    return this.keepKeys(placeId, { ...kept, ...next, ...earlier })
  }

  async tokens(placeId: string): Promise<Tokens> {
    const text = await this.#secrets.get(tokensName(placeId))
    return text === null ? noTokens : parse(Tokens, text)
  }

  /** The access token stays in memory: it is short-lived, and the refresh token brings a new one. */
  keepTokens(placeId: string, tokens: Tokens): Promise<void> {
    const { refreshToken } = tokens
    if (refreshToken === null) return this.dropTokens(placeId)
    return this.#secrets.set(tokensName(placeId), JSON.stringify({ ...noTokens, refreshToken }))
  }

  dropTokens(placeId: string): Promise<void> {
    return this.#secrets.delete(tokensName(placeId))
  }

  async forget(placeId: string): Promise<void> {
    await this.#secrets.delete(tokensName(placeId))
    await this.#secrets.delete(keysName(placeId))
  }
}

const keysName = (placeId: string): string => `place.${placeId}.keys`
const tokensName = (placeId: string): string => `place.${placeId}.tokens`

function parse<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw new AppError(ErrorCode.NoKeychain, 'A secret of this place is damaged')
  }
}
