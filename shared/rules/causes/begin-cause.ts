import type { Asset } from '../../domain/commerce.ts'
import type { CauseCategory, CauseRemedy } from '../../domain/incidents.ts'
import type { KnownIssue } from '../../domain/knowledge.ts'

type Thing = Pick<Asset, 'id' | 'productId' | 'version'>
type Issue = Pick<KnownIssue, 'code' | 'title' | 'productId' | 'workaround' | 'fixedInVersion'>

/** What is known of a cause before anybody has written it down. */
export type CauseStart = {
  /** Null: nobody can say yet. */
  readonly category: CauseCategory | null
  readonly evidence: string
  readonly remedy: CauseRemedy
  readonly remedyText: string
  readonly assetId: string | null
  /** Under which it is counted. */
  readonly productId: string | null
  readonly version: string | null
}

/** A known issue of the product is a fault of the product, lived with until there is a version without it. */
export function beginCause(thing: Thing | null, issue: Issue | null): CauseStart {
  const about = {
    assetId: thing?.id ?? null,
    productId: thing?.productId ?? issue?.productId ?? null,
    version: thing?.version ?? null,
  }
  if (issue === null) return { ...about, category: null, evidence: '', remedy: 'fix', remedyText: '' }
  const { code, title, workaround, fixedInVersion } = issue
  return {
    ...about,
    category: 'defect',
    evidence: `${code} ${title}`,
    remedy: fixedInVersion === null ? 'workaround' : 'fix',
    remedyText: workaround ?? '',
  }
}
