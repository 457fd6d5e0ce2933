import { writeFile } from 'node:fs/promises'
import { csv } from '../../../shared/rules/csv.ts'
import { minorDigits } from '../../../shared/rules/money.ts'
import { DIGEST_COLUMNS, digestMarkdown, digestRows } from '../../../shared/rules/recurrence/digest-text.ts'
import type { DigestWords } from '../../../shared/rules/recurrence/digest-text.ts'
import { feedbackDigest } from '../../../shared/rules/recurrence/feedback-digest.ts'
import type { DigestEntry } from '../../../shared/rules/recurrence/feedback-digest.ts'
import { inWorkspace } from '../../db/in-workspace.ts'
import { readProductFeedback } from '../../db/queries/product-feedback.ts'
import { DIGEST_EVERY_MS, DIGEST_KIND } from '../../jobs/product-digest.ts'
import { CliFailure, databaseOptions, defineCommand, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'
import { webhookCommand } from './webhook.ts'

const common = { workspace: text('SLUG', 'needed only when there are several'), ...databaseOptions } as const
const DAY_MS = 86_400_000
const FORMATS = ['md', 'csv', 'json'] as const
type Format = (typeof FORMATS)[number]

const wholeUnits = (minor: number, currency: string): number =>
  Math.round(minor / 10 ** minorDigits(currency))

const wordsFor = (days: number): DigestWords => ({
  title: 'What customers want of the products',
  period: `The last ${days} days`,
  none: 'Nobody said anything about a product.',
  noProduct: 'No product',
  counted: ({ count, customers }) => `said ${count} times by ${customers} customers`,
  worth: ({ values }) =>
    values.map(({ minor, currency }) => `${wholeUnits(minor, currency)} ${currency} a year`).join(' + '),
})

function written(entries: readonly DigestEntry[], format: Format, days: number): string {
  switch (format) {
    case 'md':
      return digestMarkdown(entries, wordsFor(days))
    case 'csv':
      return csv(DIGEST_COLUMNS, digestRows(entries))
    case 'json':
      return `${JSON.stringify(entries, null, 2)}\n`
  }
}

export const feedbackDigestCommand = defineCommand({
  name: 'feedback digest',
  positionals: '',
  summary: 'Write what customers want of the products, for whoever makes them.',
  options: {
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
    const facts = await withHub(context, async hub => {
      const { id: workspaceId } = await chooseWorkspace(hub, options.workspace)
      const toMs = hub.clock.now() + 1
      const period = { fromMs: toMs - days * DAY_MS, toMs }
      return inWorkspace(hub.database.app, { workspaceId, mode: 'read' }, client =>
        readProductFeedback({ client, workspaceId }, period),
      )
    })
    const content = written(feedbackDigest(facts), format, days)
    if (options.out === null) print.line(content.trimEnd())
    else await writeFile(options.out, content)
    return 0
  },
})

export const feedbackWebhook = webhookCommand({
  name: 'feedback webhook',
  summary: 'Send that digest to an address every week, signed; without --url shows where it goes.',
  topic: 'product',
  told: url => `Every week to ${url}.`,
  next: ({ sentUpToMs }, nowMs) => {
    const endMs = sentUpToMs + DIGEST_EVERY_MS
    return endMs <= nowMs
      ? 'A week has ended and is sent within a quarter of an hour.'
      : `The next week is sent once it has ended, ${new Date(endMs).toISOString()}.`
  },
  trial: async (session, nowMs) => {
    const period = { fromMs: nowMs + 1 - DIGEST_EVERY_MS, toMs: nowMs + 1 }
    const entries = feedbackDigest(await readProductFeedback(session, period))
    return { kind: DIGEST_KIND, ...period, entries }
  },
})
