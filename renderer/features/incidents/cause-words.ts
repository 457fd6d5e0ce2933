import type { CauseCategory, CauseRemedy, RootCause } from '../../../shared/domain/incidents.ts'
import type { MutationArgs } from '../../../shared/mutations/index.ts'
import type { FrontRecord } from './front-record.ts'

export type CauseWords = {
  readonly category: CauseCategory | null
  readonly evidence: string
  readonly remedy: CauseRemedy
  readonly remedyText: string
  readonly url: string
  readonly assetId: string | null
}

export const causeWords = (cause: RootCause | null, { card, record }: FrontRecord): CauseWords => {
  if (cause)
    return {
      category: cause.category === 'other' ? 'unknown' : cause.category,
      evidence: cause.evidence,
      remedy: cause.remedy === 'other' ? 'none' : cause.remedy,
      remedyText: cause.remedyText,
      url: cause.url ?? '',
      assetId: cause.assetId,
    }
  const { assets, issues } = card.support
  const linked = issues.find(({ linkId }) => linkId !== null)?.issue
  const hit =
    record.impacts[0]?.assetId ?? assets.find(({ productId }) => productId === linked?.productId)?.id
  return {
    // A known issue of the product is a fault of the product.
    category: linked ? 'defect' : null,
    evidence: linked ? `${linked.code} ${linked.title}` : '',
    remedy: linked && linked.fixedInVersion === null ? 'workaround' : 'fix',
    remedyText: linked?.workaround ?? '',
    url: '',
    assetId: hit ?? assets[0]?.id ?? null,
  }
}

type Content = NonNullable<MutationArgs<'cause.record'>['content']>

/** Product and version are the thing's as it stands now; what was recorded keeps its own. */
export function causeContent(words: CauseWords, front: FrontRecord): Content | null {
  const { category, assetId } = words
  if (category === null) return null
  const asset = front.card.support.assets.find(({ id }) => id === assetId) ?? null
  const before = front.record.cause?.assetId === assetId ? front.record.cause : null
  return {
    category,
    evidence: words.evidence.trim(),
    remedy: words.remedy,
    remedyText: words.remedyText.trim(),
    url: words.url.trim() || null,
    assetId,
    productId: before?.productId ?? asset?.productId ?? null,
    version: before?.version ?? asset?.version ?? null,
  }
}
