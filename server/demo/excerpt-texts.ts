import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { WorkKind } from '../../shared/domain/values.ts'
import type { TeamKey } from './cast.ts'

const Line = z.strictObject({
  text: z.string(),
  intent: z.string(),
  author: z.string().optional(),
  url: z.string().optional(),
  answer: z.string().optional(),
  answerHtml: z.string().optional(),
  answerAuthor: z.string().optional(),
})

/** A text of a public collection; authors, licences and links stand in excerpt/ATTRIBUTION.md. */
export type ExcerptText = z.infer<typeof Line> & {
  readonly collection: string
  readonly licence: string
  readonly link: string
  readonly kind: WorkKind
  readonly team: TeamKey
}

type Collection = {
  readonly name: string
  readonly licence: string
  readonly link: string
  readonly kindOf: (intent: string) => WorkKind
  readonly team: Readonly<Record<WorkKind, TeamKey>>
}

const TECHNICAL =
  /not_working|card_linking|pin_blocked|passcode|apple_pay|verify_identity|automatic_top_up|recover_password|registration/
const byWords = (intent: string): WorkKind => (TECHNICAL.test(intent) ? 'support' : 'service')
const common: Collection['team'] = { service: 'orders', support: 'till' }

const collections: readonly Collection[] = [
  {
    name: 'banking77',
    licence: 'CC BY 4.0',
    link: 'https://github.com/PolyAI-LDN/task-specific-datasets',
    kindOf: byWords,
    team: common,
  },
  {
    name: 'bitext',
    licence: 'CDLA-Sharing 1.0',
    link: 'https://github.com/bitext/customer-support-llm-chatbot-training-dataset',
    kindOf: byWords,
    team: common,
  },
  {
    name: 'ask-ubuntu',
    licence: 'CC BY-SA 3.0',
    link: 'https://github.com/sebischair/NLU-Evaluation-Corpora',
    kindOf: () => 'support',
    team: { service: 'advice', support: 'tier2' },
  },
  {
    name: 'web-applications',
    licence: 'CC BY-SA 3.0',
    link: 'https://github.com/sebischair/NLU-Evaluation-Corpora',
    kindOf: intent => (intent === 'Delete Account' || intent === 'Find Alternative' ? 'service' : 'support'),
    team: { service: 'advice', support: 'till' },
  },
  {
    name: 'it-tickets',
    licence: 'CC0',
    link: 'https://github.com/karolzak/support-tickets-classification',
    kindOf: intent => (intent === 'Purchase' || intent === 'HR Support' ? 'service' : 'support'),
    team: { service: 'onboarding', support: 'tier2' },
  },
]

function read({ name, licence, link, kindOf, team }: Collection): readonly ExcerptText[] {
  const text = readFileSync(new URL(`./excerpt/${name}.jsonl`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const entry = Line.parse(JSON.parse(line))
      const kind = kindOf(entry.intent)
      return { ...entry, collection: name, licence, link, kind, team: team[kind] }
    })
}

/** All excerpts that come with the project. */
export const excerptTexts = (): readonly ExcerptText[] => collections.flatMap(read)
