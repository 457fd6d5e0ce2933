import { addAfterwards } from './afterwards.ts'
import { addAllowances } from './allowances.ts'
import { addCast } from './cast.ts'
import type { Cast } from './cast.ts'
import { addCatalogue } from './catalogue.ts'
import { addContracts } from './contracts.ts'
import { addCommerce, newCounters } from './commerce.ts'
import { excerptTexts } from './excerpt-texts.ts'
import { addDiagnoses } from './diagnoses.ts'
import { addExcerpts } from './excerpts.ts'
import { addFields } from './field-values.ts'
import { addGuides } from './guides.ts'
import { addHistory } from './history.ts'
import { addArticles } from './knowledge/articles.ts'
import { addKnownIssues } from './knowledge/known-issues.ts'
import { addMacros } from './knowledge/macros.ts'
import { addLoyalty } from './loyalty.ts'
import { addLiveWork } from './live-work.ts'
import { numberTickets } from './number-tickets.ts'
import { addCustomers } from './people/customers.ts'
import { addOrganisations } from './people/organisations.ts'
import { addPortraits } from './portraits.ts'
import { addTraining } from './training.ts'
import { addGrowth } from './growth.ts'
import { addRelation } from './relation.ts'
import { addServiceLevels } from './service-levels.ts'
import { addTeamViews } from './team-views.ts'
import { tellBetween } from './stories/between.ts'
import { tellLeaving } from './stories/leaving.ts'
import { ANA_NUMBER, tellAnaRuiz } from './stories/ana-ruiz.ts'
import { tellServiceDesk } from './stories/desk-service.ts'
import { tellSupportDesk } from './stories/desk-support.ts'
import { recordCauses } from './stories/causes.ts'
import { tellBot } from './stories/bot.ts'
import { tellGuest } from './stories/guest.ts'
import { recordOutage } from './stories/outage-record.ts'
import { linkNamedIssues } from './stories/linked-issues.ts'
import { tellProductEvents } from './stories/product-events.ts'
import { tellWishes } from './stories/product-feedback.ts'
import { tellRecall } from './stories/recall.ts'
import { tellMoneyCases } from './stories/money-cases.ts'
import { tellOutage } from './stories/outage.ts'
import { tellPeople } from './stories/people.ts'
import { tellOverLimit } from './stories/over-limit.ts'
import type { Stage } from './subject-matter.ts'
import { createWorld } from './world.ts'
import type { World } from './world.ts'

export type DemoOptions = {
  readonly seed: number
  /** The moment the demo is about: everything lies before it or, where it is due, after it. */
  readonly nowMs: number
  readonly customers: number
  readonly tickets: number
}
export const DEMO_SIZE = { customers: 2000, tickets: 10_000 } as const

export type Demo = {
  readonly world: World
  readonly cast: Cast
  /** The ticket number given last. */
  readonly lastNumber: number
}

/** Tickets of stories that are told behind the history: the one a bot could not help with. */
const TOLD_LATER = 1

/**
 * All rows of the demo workspace. The same seed and moment give the same rows on every machine; nothing is read from
 * clock or chance.
 */
export function makeDemo({ seed, nowMs, customers, tickets }: DemoOptions): Demo {
  const world = createWorld({ seed, nowMs })
  const cast = addCast(world)
  const products = addCatalogue(world)
  addKnownIssues(world, products)
  addArticles(world)
  addMacros(world)
  addServiceLevels(world)
  addAllowances(world)
  addLoyalty(world)
  const firms = addOrganisations(world, Math.ceil(customers * 0.36))
  const known = addCustomers(world, firms, customers)
  const counters = newCounters()
  const belongings = addCommerce({ world, products, counters }, known)
  const stage: Stage = { world, cast, counters, belongings, products }
  const anchor = tellAnaRuiz(stage)
  tellServiceDesk(stage)
  tellSupportDesk(stage)
  tellOverLimit(stage)
  tellLeaving(stage)
  tellBetween(stage)
  const hit = tellOutage(stage, known)
  recordOutage(stage)
  tellRecall(stage, known)
  tellWishes(stage, known)
  const others = known.filter(who => !hit.includes(who))
  addLiveWork(stage, others)
  addExcerpts(stage, others, excerptTexts())
  const told = addHistory(stage, known, tickets - TOLD_LATER - world.rows('tickets').length)
  addAfterwards(stage, told, known)
  recordCauses(stage)
  linkNamedIssues(stage)
  addGuides(world)
  addDiagnoses(world)
  addFields(world)
  tellMoneyCases(stage)
  addRelation(stage)
  addPortraits(stage)
  tellPeople(stage)
  addGrowth(stage)
  addTeamViews(world)
  addTraining(stage)
  tellProductEvents(stage)
  tellGuest(stage)
  tellBot(stage)
  addContracts(stage)
  const lastNumber = numberTickets(world, { ticketId: anchor.ticketId, number: ANA_NUMBER })
  return { world, cast, lastNumber }
}
