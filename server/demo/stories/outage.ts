import type { Ticket } from '../../../shared/domain/tickets.ts'
import { addTicket, noted, opened, wrote } from '../add-ticket.ts'
import type { Known } from '../people/customers.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../world.ts'
import { addOwned, addPerson, addPromise, writerOf } from './props.ts'

type Letter = readonly [subject: string, text: string]
const ENGLISH: Letter = [
  'Export fails with E-1042',
  'The export of our catalogue has stopped with E-1042 since this morning. We need the file for the web shop today.',
]
const LETTERS: Readonly<Record<string, Letter>> = {
  de: [
    'Export bricht mit E-1042 ab',
    'der Export unseres Katalogs bricht seit heute früh mit E-1042 ab. Wir brauchen die Datei heute für den Webshop.',
  ],
  es: [
    'La exportación falla con E-1042',
    'la exportación del catálogo se para con E-1042 desde esta mañana. Necesitamos el fichero hoy.',
  ],
  fr: [
    'L’export s’arrête avec E-1042',
    'l’export de notre catalogue s’arrête avec E-1042 depuis ce matin. Il nous faut le fichier aujourd’hui.',
  ],
  it: [
    'Esportazione bloccata, E-1042',
    'l’esportazione del catalogo si ferma con E-1042 da stamattina. Il file ci serve oggi.',
  ],
  pt: [
    'Exportação falha com E-1042',
    'a exportação do catálogo para com E-1042 desde esta manhã. Precisamos do ficheiro hoje.',
  ],
  ja: [
    'E-1042 で書き出しができません',
    '今朝からカタログの書き出しが E-1042 で止まります。本日中にファイルが必要です。',
  ],
}
const LANGUAGES = ['en', 'de', 'es', 'fr', 'en', 'de', 'it', 'fr', 'ja', 'pt', 'es'] as const

/** People with enough items to be hit, one per language wanted, with nothing else open. */
function hitCustomers(customers: readonly Known[]): readonly Known[] {
  const taken = new Set<Known>()
  return LANGUAGES.map(language => {
    const found = customers.find(
      who =>
        who.place.pack === language &&
        who.place.language.startsWith(language) &&
        who.customer.tier === 'gold' &&
        !taken.has(who),
    )
    if (!found) throw new Error(`No customer writes ${language}`)
    taken.add(found)
    return found
  })
}

function addChloe(stage: Stage): Known {
  const { nowMs } = stage.world
  const chloe = addPerson(stage, {
    name: 'Chloé Martin',
    first: 'Chloé',
    email: 'chloe@example.com',
    country: 'FR',
    shop: 'Maison Martin',
    jobTitle: 'Web shop manager',
    phone: '+33 1 99 55 01 36',
    sinceMs: nowMs - 540 * DAY_MS,
    facts: { tier: 'gold', yearlyValueMinor: 960_000 },
  })
  addOwned(stage, chloe, {
    product: 'catalogue',
    version: '4.7',
    acquiredAtMs: nowMs - 500 * DAY_MS,
    environment: { items: 42_000 },
    downSinceMs: nowMs - 6 * HOUR_MS,
  })
  return chloe
}

function tellChloe(stage: Stage): { readonly who: Known; readonly ticket: Ticket } {
  const { world, cast } = stage
  const { nowMs } = world
  const chloe = addChloe(stage)
  const atMs = nowMs - 6 * HOUR_MS
  const { ticket } = addTicket(world, {
    writer: writerOf(chloe),
    subject: 'Export fails with E-1042 on large catalogues',
    channel: 'email',
    tags: ['KE-121', '12 customers'],
    fields: { knownIssue: 'KE-121', errorCode: 'E-1042', symptom: 'export stops at 40 %' },
    threads: [
      {
        kind: 'support',
        state: 'open',
        teamId: cast.teams.till.id,
        assigneeId: cast.agents.mira.id,
        priority: 'urgent',
        dueAtMs: nowMs + 90 * MINUTE_MS,
      },
    ],
    messages: [
      wrote(
        atMs,
        'Bonjour,\n\nl’export du catalogue s’arrête à 40 % avec E-1042. 42 000 articles, version 4.7. Hier soir encore, tout allait bien. La boutique en ligne attend le fichier.\n\nChloé Martin',
      ),
    ],
    events: [
      opened(atMs, 'email', 'support'),
      {
        type: 'known-issue.linked',
        by: cast.agents.mira.id,
        atMs: nowMs - 5 * HOUR_MS,
        kind: 'support',
        facts: { issue: 'KE-121', customers: 12 },
      },
    ],
    notes: [
      noted(cast.agents.reem, nowMs - 5 * HOUR_MS, {
        support:
          'Engineering sees it: the background job runs out of time above ten thousand items since last night’s release. Export by category works. Next word from them at two.',
      }),
    ],
  })
  addPromise(stage, chloe, {
    title: 'Tell all twelve when E-1042 is over',
    dueAtMs: nowMs + 3 * HOUR_MS,
    ticketId: ticket.id,
    ownerId: cast.agents.mira.id,
    madeAtMs: nowMs - 5 * HOUR_MS,
  })
  return { who: chloe, ticket }
}

type Hit = { readonly index: number; readonly ownerId: string | null; readonly atMs: number }

function addHit(stage: Stage, who: Known, { index, ownerId, atMs }: Hit): Ticket {
  const [subject, text] = LETTERS[who.place.pack] ?? ENGLISH
  addOwned(stage, who, {
    product: 'catalogue',
    version: '4.7',
    acquiredAtMs: who.customer.createdAtMs,
    environment: { items: 11_000 + index * 1700 },
  })
  const { ticket } = addTicket(stage.world, {
    writer: writerOf(who),
    subject,
    channel: 'email',
    tags: ['KE-121'],
    fields: { knownIssue: 'KE-121', errorCode: 'E-1042' },
    threads: [
      {
        kind: 'support',
        state: 'open',
        teamId: stage.cast.teams.till.id,
        assigneeId: ownerId,
        priority: 'high',
        dueAtMs: atMs + HOUR_MS,
      },
    ],
    messages: [wrote(atMs, `${text.charAt(0).toUpperCase()}${text.slice(1)}\n\n${who.person.name}`)],
    events: [opened(atMs, 'email', 'support')],
  })
  return ticket
}

/** An outage: twelve customers, one cause. The first ticket is the one the others are linked to. */
export function tellOutage(stage: Stage, customers: readonly Known[]): readonly Known[] {
  const { world, cast } = stage
  const { nowMs } = world
  const { ticket: first, who: chloe } = tellChloe(stage)
  const { reem, ivan } = cast.agents
  const owners = [...Array.from({ length: 6 }, () => null), reem, reem, reem, ivan, ivan]
  const hit = hitCustomers(customers)
  for (const [index, who] of hit.entries()) {
    const owner = owners[index] ?? null
    const atMs = nowMs - (owner === null ? 3 + index * 2 : 20 + index * 3) * MINUTE_MS
    const ticket = addHit(stage, who, { index, ownerId: owner?.id ?? null, atMs })
    world.add('ticketLinks', {
      id: world.id(atMs),
      customerId: who.customer.id,
      ticketId: ticket.id,
      otherTicketId: first.id,
      kind: 'related',
      createdBy: owner?.id ?? null,
      createdAtMs: atMs + MINUTE_MS,
    })
  }
  return [chloe, ...hit]
}
