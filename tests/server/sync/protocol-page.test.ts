import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ErrorCode } from '../../../shared/errors.ts'
import { BoardFrame } from '../../../shared/protocol/board.ts'
import {
  FeedEntry,
  LiveClientFrame,
  LiveFrame,
  PullAnswer,
  SnapshotHead,
} from '../../../shared/protocol/pull.ts'
import { PushAnswer, PushRequest, Verdict } from '../../../shared/protocol/push.ts'
import { PROTOCOL_HEADER, routes, SUBPROTOCOL } from '../../../shared/protocol/routes.ts'
import { ClientReport, Hello, SignedIn, SignInRequest } from '../../../shared/protocol/session.ts'
import * as version from '../../../shared/protocol/version.ts'
import { withReference } from '../../support/protocol-reference.ts'

const path = join(import.meta.dirname, '../../../docs/sync-protocol.md')
const page = readFileSync(path, 'utf8')

/** Keys of an object schema, and of the members of a union. */
function keysOf(schema: unknown): readonly string[] {
  const { shape, options } = schema as { shape?: Record<string, unknown>; options?: readonly unknown[] }
  return options ? options.flatMap(keysOf) : Object.keys(shape ?? {})
}

test('its tables and mutations are those of the product (vitest -u writes them anew)', async () => {
  await expect(withReference(page)).toMatchFileSnapshot(path)
})

test('it names every address, header, message field and verdict of the wire', () => {
  const schemas = [
    Hello,
    SignInRequest,
    SignedIn,
    PushRequest,
    PushAnswer,
    Verdict,
    PullAnswer,
    FeedEntry,
    SnapshotHead,
    LiveFrame,
    LiveClientFrame,
    ClientReport,
    BoardFrame,
  ]
  const kinds = [Verdict, PullAnswer, FeedEntry, LiveFrame, LiveClientFrame].flatMap(schema =>
    schema.options.map(option => option.shape.kind.value),
  )
  const words = [...Object.values(routes), PROTOCOL_HEADER, SUBPROTOCOL, ...schemas.flatMap(keysOf), ...kinds]
  const missing = [...new Set(words)].filter(word => !page.includes(word))
  expect(missing).toEqual([])
})

test('its limits and the codes a hub answers with are the product’s', () => {
  const numbers = [
    version.PUSH_LIMIT,
    version.PULL_LIMIT,
    version.SNAPSHOT_PART_ROWS,
    version.BLOB_CHUNK_BYTES,
    version.BLOB_LIMIT_BYTES,
    version.HINT_LIMIT_BYTES,
  ]
  const written = page.replaceAll(/(\d),(?=\d{3})/g, '$1')
  expect(numbers.filter(number => !written.includes(String(number)))).toEqual([])
  const codes = [
    ErrorCode.BadRequest,
    ErrorCode.SignedOut,
    ErrorCode.WrongPassword,
    ErrorCode.NotAllowed,
    ErrorCode.NotFound,
    ErrorCode.BlobMissing,
    ErrorCode.Conflict,
    ErrorCode.TooLarge,
    ErrorCode.HubTooOld,
    ErrorCode.HubTooNew,
    ErrorCode.Throttled,
    ErrorCode.DataUnavailable,
    ErrorCode.Internal,
  ]
  expect(codes.filter(code => !page.includes(`\`${code}\``))).toEqual([])
})
