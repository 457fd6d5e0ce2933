import { z } from 'zod'
import { Tokens } from '../../shared/contract/internal.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { Secrets } from './secrets.ts'

const PlaceKeys = z.object({ databaseKey: z.string().regex(/^[0-9a-f]{64}$/), clientId: z.string() })
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
