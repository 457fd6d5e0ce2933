import type { CauseCategory, CauseRemedy, RootCause } from '../../../shared/domain/incidents.ts'
import type { MutationArgs } from '../../../shared/mutations/index.ts'
import { beginCause } from '../../../shared/rules/causes/begin-cause.ts'
import { linkedIssue } from '../../data/likely-asset.ts'
import { frontAsset } from './front-record.ts'
import type { FrontRecord } from './front-record.ts'

export type CauseWords = {
  readonly category: CauseCategory | null
  readonly evidence: string
  readonly remedy: CauseRemedy
  readonly remedyText: string
  readonly url: string
  readonly assetId: string | null
}

export const causeWords = (cause: RootCause | null, front: FrontRecord): CauseWords => {
  if (cause)
    return {
      category: cause.category === 'other' ? 'unknown' : cause.category,
      evidence: cause.evidence,
      remedy: cause.remedy === 'other' ? 'none' : cause.remedy,
      remedyText: cause.remedyText,
      url: cause.url ?? '',
      assetId: cause.assetId,
    }
  const thing = front.card.support.assets.find(({ id }) => id === frontAsset(front)) ?? null
  const { category, evidence, remedy, remedyText, assetId } = beginCause(thing, linkedIssue(front.card))
  return { category, evidence, remedy, remedyText, assetId, url: '' }
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
    productId: before?.productId ?? asset?.productId ?? linkedIssue(front.card)?.productId ?? null,
    version: before?.version ?? asset?.version ?? null,
  }
}
