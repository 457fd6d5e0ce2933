import i18next from 'i18next'
import type { OutreachSegment } from '../../shared/domain/outreach.ts'
import { capitalised } from './capitalised.ts'
import { dynamicText } from './dynamic-text.ts'
import { listText } from './format.ts'

type Named = { readonly id: string; readonly name: string }

/** Whom a rule is about, in short: its own name, or what it consists of ("Gold, EU trade"). */
export function segmentText(segment: OutreachSegment | null, products: readonly Named[]): string {
  if (segment === null) return i18next.t('relation.segment.everybody')
  if (segment.name !== undefined) return segment.name
  const { tiers = [], bands = [], labels = [], productIds = [] } = segment
  const parts = [
    tiers.map(tier => capitalised(dynamicText(`cases.tiers.${tier}`) ?? tier)),
    bands.map(band =>
      i18next.t('relation.segment.worth', { band: dynamicText(`portrait.bands.${band}`) ?? band }),
    ),
    labels,
    productIds.map(id => products.find(product => product.id === id)?.name ?? '…'),
    segment.vipOnly === true ? [i18next.t('relation.segment.vip')] : [],
  ]
  return parts.flatMap(values => (values.length === 0 ? [] : [listText(values, 'any')])).join(', ')
}
