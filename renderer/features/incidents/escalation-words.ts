import type { AssetLine } from '../../../shared/contract/customers.ts'
import type { DiagnosisView } from '../../../shared/contract/diagnosis.ts'
import type { EscalationTier, TriedStep } from '../../../shared/domain/incidents.ts'
import type { ReportPart } from '../../../shared/rules/escalation/missing-parts.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { linkedIssue } from '../../data/likely-asset.ts'
import { frontAsset } from './front-record.ts'
import type { FrontRecord } from './front-record.ts'

export type EscalationWords = Readonly<Record<ReportPart, string>> & {
  readonly tier: EscalationTier
  readonly summary: string
  readonly assetId: string | null
  readonly engineeringKey: string
  /** A line each: what was tried, and after a dash what came of it. */
  readonly tried: string
}

/** Between a step and what came of it, as people type it. */
const RESULT = /\s+(?:[-–—]|:|->|→)\s+|:\s+/u

/** Steps out of lines; empty ones are none. */
export const triedOf = (text: string): TriedStep[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [what = '', ...results] = line.split(RESULT)
      return { what, result: results.join(' ') }
    })

/** What the ticket's ledger says was tried, as lines to be edited; what nobody has tried yet is left out. */
const triedText = (entries: DiagnosisView['entries']): string =>
  entries
    .filter(({ kind, result }) => kind === 'tried' && result !== 'not-tried')
    .map(({ words, result, outcome }) => {
      const end = outcome?.trim() || (result && dynamicText(`tryResult.${result}`)) || ''
      return [words.trim(), end].filter(Boolean).join(' – ')
    })
    .join('\n')

const environmentOf = ({ environment }: AssetLine): string =>
  Object.entries(environment)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join(', ')

/** What is known of a thing goes into the report with it. */
export const assetPart = (asset: AssetLine | null): Partial<EscalationWords> =>
  asset === null
    ? { assetId: null }
    : {
        assetId: asset.id,
        ...(asset.version === null ? {} : { version: asset.version }),
        ...(Object.keys(asset.environment).length === 0 ? {} : { environment: environmentOf(asset) }),
      }

/** The form with what the ticket tells already. */
export function begun(front: FrontRecord): EscalationWords {
  const { diagnosis, view } = front
  const { assets } = front.card.support
  const blank = { steps: '', expected: '', version: '', environment: '', logs: '' }
  const actual = [diagnosis?.diagnosis?.symptom, diagnosis?.diagnosis?.errorCode].filter(Boolean).join(', ')
  return {
    ...blank,
    tier: 'engineering',
    summary: view.ticket.subject,
    assetId: null,
    engineeringKey: linkedIssue(front.card)?.engineeringKey ?? '',
    actual,
    logs: front.record.files.join('\n'),
    tried: triedText(diagnosis?.entries ?? []),
    ...assetPart(assets.find(({ id }) => id === frontAsset(front)) ?? null),
  }
}
