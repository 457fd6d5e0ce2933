import type { DiagnosisView } from '../../shared/contract/diagnosis.ts'
import type { Intent } from '../../shared/mutations/define.ts'
import { keyedValue } from '../../shared/mutations/parts/keyed-fields.ts'
import { environmentName } from '../../shared/rules/diagnosis/environment-names.ts'

type Answered = {
  readonly ticketId: string
  /** Where such a thing is written down, as `RequiredDetail.from` says it. */
  readonly place: string | null | undefined
  readonly value: string
}
type Known = Pick<DiagnosisView, 'diagnosis' | 'asset'>

const ofDiagnosis = (ticketId: string, field: object): Intent => ({
  name: 'diagnosis.set',
  args: { ticketId, fields: [field] },
})

/** What stands at a place that can be typed at; null where nothing does. */
export function standingAt({ diagnosis, asset }: Known, place: string | null | undefined): string | null {
  const name = environmentName(place)
  if (name !== null) {
    const value = keyedValue(diagnosis?.environment ?? {}, name) ?? keyedValue(asset?.environment ?? {}, name)
    return value === null ? null : String(value)
  }
  if (place === 'version' || place === 'serial') return asset?.[place] ?? null
  return place === 'errorCode' || place === 'symptom' ? (diagnosis?.[place] ?? '') || null : null
}

/** What has to be written so that an answer stands where such a thing belongs; nothing where it does already. */
export function landingOf(known: Known, { ticketId, place, value }: Answered): readonly Intent[] {
  const { diagnosis, asset } = known
  if (value === '' || standingAt(known, place) === value) return []
  const name = environmentName(place)
  const onAsset = (field: object): readonly Intent[] =>
    asset ? [{ name: 'asset.update', args: { assetId: asset.id, fields: [field] } }] : []
  if (name !== null) {
    const edit = { field: 'environment', name, value }
    const isCopied = !asset || (diagnosis !== null && diagnosis.assetId === asset.id)
    return [
      ...onAsset({ ...edit, seen: keyedValue(asset?.environment ?? {}, name) }),
      ...(isCopied
        ? [ofDiagnosis(ticketId, { ...edit, seen: keyedValue(diagnosis?.environment ?? {}, name) })]
        : []),
    ]
  }
  if (place === 'version' || place === 'serial')
    return onAsset({ field: place, seen: asset?.[place] ?? null, value })
  if (place === 'errorCode' || place === 'symptom')
    return [ofDiagnosis(ticketId, { field: place, seen: (diagnosis?.[place] ?? '') || null, value })]
  return []
}
