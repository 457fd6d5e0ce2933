import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import type { Asset } from '../domain/commerce.ts'
import { ASSET_STATES } from '../domain/values.ts'
import { defineMutation, many, one } from './define.ts'
import { Moment, PersonName, SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { keyedField, keyedValue, KeyedName, KeyedValue, withKeyed } from './parts/keyed-fields.ts'
import { impactsAfterAsset } from './parts/impacts.ts'
import { joinEdits } from './parts/join-edits.ts'

const Seen = SeenValue.nullable()
/** One field of the asset. A field stands at most once in an intent. */
const AssetEdit = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('version'), seen: Seen, value: PersonName.nullable() }),
  z.strictObject({ field: z.literal('serial'), seen: Seen, value: PersonName.nullable() }),
  z.strictObject({ field: z.literal('state'), seen: Seen, value: z.enum(ASSET_STATES) }),
  /** Since when it does not work, ms; null when it works again. */
  z.strictObject({ field: z.literal('downSinceMs'), seen: Moment.nullable(), value: Moment.nullable() }),
  /** One thing it runs in or with; each name is a field of its own. */
  z.strictObject({ field: z.literal('environment'), name: KeyedName, seen: KeyedValue, value: KeyedValue }),
])
type AssetEdit = z.infer<typeof AssetEdit>
const UpdateAssetArgs = z.strictObject({ assetId: RowId, fields: z.array(AssetEdit).min(1).max(40) })

/** What the edit is about, as lists of fields name it. */
const named = (edit: AssetEdit): string =>
  edit.field === 'environment' ? keyedField(edit.field, edit.name) : edit.field

const standing = (asset: Asset, edit: AssetEdit): KeyedValue =>
  edit.field === 'environment' ? keyedValue(asset.environment, edit.name) : asset[edit.field]

function fieldsAfter({ environment }: Asset, fields: readonly AssetEdit[]): Partial<Asset> {
  const around = fields.filter(edit => edit.field === 'environment')
  return {
    ...Object.fromEntries(
      fields.flatMap(edit => (edit.field === 'environment' ? [] : [[edit.field, edit.value]])),
    ),
    ...(around.length > 0 && { environment: withKeyed(environment, around) }),
  }
}

/** Version, serial number and condition of what a customer has; each field on its own asks when somebody else was first. */
export const updateAsset = defineMutation({
  name: 'asset.update',
  args: UpdateAssetArgs,
  reads: ({ assetId }) => ({ asset: one('assets', assetId), impacts: many('impacts', { assetId }) }),
  may: () => true,
  plan: ({ asset, impacts }, { fields }, context) => {
    const changes = patchChanged('assets', asset, fieldsAfter(asset, fields))
    const touched = changes.flatMap(change => (change.how === 'patch' ? Object.keys(change.fields) : []))
    if (touched.length === 0) return []
    const version = fields.find(({ field }) => field === 'version')
    const versions = version ? { before: asset.version, after: version.value } : {}
    return [
      ...changes,
      ...impactsAfterAsset(impacts, {
        before: asset,
        after: { ...asset, ...fieldsAfter(asset, fields) },
        context,
      }),
      recordEvent(context, {
        place: onCustomer(asset.customerId),
        type: 'asset.updated',
        facts: { assetId: asset.id, fields: touched.toSorted().join(' '), ...versions },
      }),
    ]
  },
  conflict: ({ asset }, { assetId, fields }) =>
    conflictOf(
      'changed-since',
      fields.map(edit => ({
        table: 'assets',
        id: assetId,
        field: named(edit),
        seen: edit.seen,
        mine: edit.value,
        theirs: standing(asset, edit),
      })),
    ),
  describe: ({ fields }) => ({
    key: 'describe.updateAsset',
    values: { fields: fields.map(named).join(' ') },
  }),
  insist: ({ asset }, { assetId, fields }) => ({
    assetId,
    fields: fields.map(change => ({ ...change, seen: standing(asset, change) }) as AssetEdit),
  }),
  invert: ({ asset }, { assetId, fields }) =>
    // A condition of a newer hub cannot be written back.
    asset.state === 'other'
      ? null
      : {
          name: 'asset.update',
          args: {
            assetId,
            fields: fields.map(edit => ({ ...edit, seen: edit.value, value: standing(asset, edit) })),
          },
        },
  without: (args, names) => {
    const fields = args.fields.filter(edit => !names.includes(named(edit)))
    return fields.length > 0 ? { ...args, fields } : null
  },
  coalesceKey: ({ assetId }) => `asset.update:${assetId}`,
  coalesce: (earlier, later) => ({
    assetId: later.assetId,
    fields: joinEdits(earlier.fields, later.fields, named),
  }),
})
