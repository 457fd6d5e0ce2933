import { writeFile } from 'node:fs/promises'
import { FEEDBACK_KINDS } from '../../../shared/domain/feedback.ts'
import type { FeedbackKind } from '../../../shared/domain/feedback.ts'
import { csv } from '../../../shared/rules/csv.ts'
import { minorDigits } from '../../../shared/rules/money.ts'
import { DIGEST_COLUMNS, digestMarkdown, digestRows } from '../../../shared/rules/recurrence/digest-text.ts'
import type { DigestWords } from '../../../shared/rules/recurrence/digest-text.ts'
import { feedbackDigest } from '../../../shared/rules/recurrence/feedback-digest.ts'
import type { DigestEntry } from '../../../shared/rules/recurrence/feedback-digest.ts'
import { inWorkspace } from '../../db/in-workspace.ts'
import { readFeedback } from '../../db/queries/feedback.ts'
import { DIGEST_EVERY_MS, digestKind } from '../../jobs/feedback-digest.ts'
import { CliFailure, databaseOptions, defineCommand, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'
import { webhookCommand } from './webhook.ts'

const common = { workspace: text('SLUG', 'needed only when there are several'), ...databaseOptions } as const
const DAY_MS = 86_400_000
const FORMATS = ['md', 'csv', 'json'] as const
type Format = (typeof FORMATS)[number]

const wholeUnits = (minor: number, currency: string): number =>
  Math.round(minor / 10 ** minorDigits(currency))

const TITLES = {
  product: ['What customers want of the products', 'Nobody said anything about a product.'],
  experience: ['How it felt to customers', 'Nobody said how it felt.'],
} as const

const wordsFor = (kind: FeedbackKind, days: number): DigestWords => ({
  title: TITLES[kind][0],
  period: `The last ${days} days`,
  none: TITLES[kind][1],
  // How it felt is of no product.
  noProduct: kind === 'product' ? 'No product' : null,
  counted: ({ count, customers, watched }) =>
    `said ${count} times by ${customers} customers${watched === 0 ? '' : `, ${watched} of them watched`}`,
  worth: ({ values }) =>
    values.map(({ minor, currency }) => `${wholeUnits(minor, currency)} ${currency} a year`).join(' + '),
})

type Digest = {
  readonly kind: FeedbackKind
  readonly entries: readonly DigestEntry[]
  readonly days: number
}

function written({ kind, entries, days }: Digest, format: Format): string {
  switch (format) {
    case 'md':
      return digestMarkdown(entries, wordsFor(kind, days))
    case 'csv':
      return csv(DIGEST_COLUMNS, digestRows(entries))
    case 'json':
      return `${JSON.stringify(entries, null, 2)}\n`
  }
}

export const feedbackDigestCommand = defineCommand({
  name: 'feedback digest',
  positionals: '',
  summary: 'Write what customers want of the products, or how it felt, for those it is meant for.',
  options: {
    kind: text('KIND', `${FEEDBACK_KINDS.join(' or ')}; product if absent`),
    days: text('NUMBER', 'looked back; 7 if absent'),
    format: text('FORMAT', `${FORMATS.join(', ')}; md if absent`),
    out: text('FILE', 'written to; otherwise printed'),
    ...common,
  },
  run: async context => {
    const { options, print } = context
    const days = Number(options.days ?? 7)
    if (!Number.isInteger(days) || days < 1) throw new CliFailure('--days is a whole number.', 2)
    const format = FORMATS.find(each => each === (options.format ?? 'md'))
    if (!format) throw new CliFailure(`--format takes ${FORMATS.join(', ')}.`, 2)
    const kind = FEEDBACK_KINDS.find(each => each === (options.kind ?? 'product'))
    if (!kind) throw new CliFailure(`--kind takes ${FEEDBACK_KINDS.join(' or ')}.`, 2)
    const facts = await withHub(context, async hub => {
      const { id: workspaceId } = await chooseWorkspace(hub, options.workspace)
      const toMs = hub.clock.now() + 1
      const asked = { kind, fromMs: toMs - days * DAY_MS, toMs }
      return inWorkspace(hub.database.app, { workspaceId, mode: 'read' }, client =>
        readFeedback({ client, workspaceId }, asked),
      )
    })
    const content = written({ kind, entries: feedbackDigest(facts), days }, format)
    if (options.out === null) print.line(content.trimEnd())
    else await writeFile(options.out, content)
    return 0
  },
})

type Weekly = { readonly name: string; readonly kind: FeedbackKind; readonly summary: string }

const weekly = ({ name, kind, summary }: Weekly) =>
  webhookCommand({
    name,
    summary,
    topic: kind,
    told: url => `Every week to ${url}.`,
    next: ({ sentUpToMs }, nowMs) => {
      const endMs = sentUpToMs + DIGEST_EVERY_MS
      return endMs <= nowMs
        ? 'A week has ended and is sent within a quarter of an hour.'
        : `The next week is sent once it has ended, ${new Date(endMs).toISOString()}.`
    },
    trial: async (session, nowMs) => {
      const period = { fromMs: nowMs + 1 - DIGEST_EVERY_MS, toMs: nowMs + 1 }
      const entries = feedbackDigest(await readFeedback(session, { kind, ...period }))
      return { kind: digestKind(kind), ...period, entries }
    },
  })

export const feedbackWebhook = weekly({
  name: 'feedback webhook',
  kind: 'product',
  summary: 'Send the digest of products to an address every week, signed; without --url shows where it goes.',
})
export const experienceWebhook = weekly({
  name: 'experience webhook',
  kind: 'experience',
  summary:
    'Send the digest of how it felt to an address every week, signed; without --url shows where it goes.',
})
