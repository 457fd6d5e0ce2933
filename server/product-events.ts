import type { Pool } from 'pg'
import type { WorkspaceId } from '../shared/domain/ids.ts'
import { invariant } from '../shared/assert.ts'
import type { ProductEvent, ProductEventsAnswer } from '../shared/protocol/product-events.ts'
import { idOfBoth } from '../shared/rules/named-id.ts'
import { inWorkspace } from './db/in-workspace.ts'
import { readSerials } from './db/queries/asset-serials.ts'
import { applyAsHub } from './sync/apply-as-hub.ts'
import type { HubDeps, HubIntent } from './sync/apply-as-hub.ts'

export type ProductEventsService = {
  /** Notes what happened to things customers have. What nobody has is named in the answer and changes nothing. */
  readonly take: (workspaceId: WorkspaceId, events: readonly ProductEvent[]) => Promise<ProductEventsAnswer>
}

export const createProductEvents = (deps: HubDeps & { readonly app: Pool }): ProductEventsService => ({
  take: async (workspaceId, events) => {
    const serials = [...new Set(events.map(({ serial }) => serial))]
    const owners = await inWorkspace(deps.app, { workspaceId, mode: 'read' }, client =>
      readSerials({ client, workspaceId }, serials.flatMap(formsOf)),
    )
    const bySerial = new Map(owners.map(({ serial, assetId }) => [serial, assetId]))
    const assetOf = (serial: string): string | undefined =>
      formsOf(serial).flatMap(form => bySerial.get(form) ?? [])[0]
    const intents = events.flatMap(event => intentOf(event, assetOf(event.serial)) ?? [])
    if (intents.length > 0) {
      const refusal = await applyAsHub(deps, workspaceId, intents)
      invariant(refusal === null, 'the hub’s own word is never refused')
    }
    return { taken: intents.length, unknown: serials.filter(serial => assetOf(serial) === undefined) }
  },
})

/** People write "SN 22-0418" where the thing says "22-0418", and the other way round. */
function formsOf(serial: string): readonly string[] {
  const capitals = serial.toUpperCase()
  const bare = capitals.replace(/^S\/?N[\s:.#]+/u, '')
  return [...new Set([capitals, bare, `SN ${bare}`])]
}

function intentOf(event: ProductEvent, assetId: string | undefined): HubIntent<'asset.report'> | null {
  if (assetId === undefined) return null
  // The sender's name of it and the thing make the row's: told twice, it is the same row.
  const eventId = idOfBoth(assetId, event.id)
  const { event: name, detail, version, atMs } = event
  return {
    name: 'asset.report',
    args: { eventId, assetId, event: name, detail: detail === '' ? null : detail, version },
    mutationId: eventId,
    ...(atMs === null ? {} : { nowMs: atMs }),
  }
}
