import { FEEDBACK_STATES } from '../../../shared/domain/feedback.ts'
import { OUTREACH_REASONS } from '../../../shared/domain/outreach.ts'
import { ELSEWHERE } from '../../../shared/rules/experience/elsewhere.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import type { Intent } from '../../../shared/mutations/define.ts'
import { anyOf, fresh, intend, later, oneOf, rowsOf, words } from './desk.ts'
import type { Desk } from './desk.ts'

type Act = { readonly weight: number; readonly act: (desk: Desk) => Intent | null }

const onCustomer =
  (make: (customer: Row<'customers'>, desk: Desk) => Intent) =>
  (desk: Desk): Intent | null => {
    const customer = anyOf(desk, 'customers')
    return customer ? make(customer, desk) : null
  }

const startPlan = onCustomer((customer, desk) =>
  intend('plan.start', {
    planId: fresh(desk),
    customerId: customer.id,
    ticketId: null,
    template: null,
    name: words(desk).slice(0, 20),
    ownerId: desk.agentId,
    steps: (['service', 'support'] as const).map(kind => ({
      id: fresh(desk),
      title: words(desk),
      kind,
      dueAtMs: later(desk, 3_600_000),
      ownerId: null,
    })),
    seen: [],
  }),
)

const decideOutreach = onCustomer((customer, desk) => {
  const reason = oneOf(desk, OUTREACH_REASONS)
  const state = oneOf<'done' | 'skipped' | 'snoozed'>(desk, ['done', 'skipped', 'snoozed'])
  const row = rowsOf(desk, 'outreach').find(
    each => each.customerId === customer.id && each.reason === reason && each.occasion === customer.id,
  )
  return intend('outreach.decide', {
    outreachId: fresh(desk),
    customerId: customer.id,
    reason,
    occasion: customer.id,
    state,
    untilMs: state === 'snoozed' ? later(desk, 3_600_000) : null,
    note: null,
    seen: row?.state ?? 'open',
  })
})

function setTemplate(desk: Desk): Intent {
  const template = anyOf(desk, 'planTemplates')
  return intend('planTemplate.set', {
    templateId: template?.id ?? fresh(desk),
    seen: template?.version ?? 0,
    content: {
      name: words(desk).slice(0, 20),
      isActive: desk.random() < 0.5,
      steps: [{ title: words(desk), kind: 'service', days: Math.floor(desk.random() * 90), owner: 'owner' }],
    },
  })
}

function setRule(desk: Desk): Intent {
  const reason = oneOf(desk, OUTREACH_REASONS)
  const rule = rowsOf(desk, 'outreachRules').find(each => each.reason === reason)
  const days = 1 + Math.floor(desk.random() * 90)
  const isActive = desk.random() < 0.5
  // A third says whom it is about, a third everybody, and a third leaves it, as older versions do.
  const narrow = { name: `Tier ${days}`, tiers: ['gold'], vipOnly: true } as const
  const segment = [{ ...narrow, tiers: [...narrow.tiers] }, null][days % 3]
  return intend('outreachRule.set', {
    reason,
    seen: rule?.version ?? 0,
    content: segment === undefined ? { days, isActive } : { days, isActive, segment },
  })
}

/** What agents do for the relationship, and now and then supervisors. */
export const relationActs = {
  'planTemplate.set': { weight: 0.2, act: setTemplate },
  'outreachRule.set': { weight: 0.2, act: setRule },
  'plan.start': { weight: 2, act: startPlan },
  'plan.end': {
    weight: 1,
    act: desk => {
      const plan = anyOf(desk, 'plans')
      const state = oneOf<'active' | 'cancelled'>(desk, ['active', 'cancelled'])
      return plan ? intend('plan.end', { planId: plan.id, state, seen: plan.state }) : null
    },
  },
  'planStep.close': {
    weight: 3,
    act: desk => {
      const step = anyOf(desk, 'planSteps')
      const state = oneOf<'done' | 'skipped' | 'open'>(desk, ['done', 'skipped', 'open'])
      return step ? intend('planStep.close', { stepId: step.id, state, seen: step.state }) : null
    },
  },
  'planStep.edit': {
    weight: 2,
    act: desk => {
      const step = anyOf(desk, 'planSteps')
      if (!step) return null
      const due = { seen: step.dueAtMs, value: later(desk, 7_200_000) }
      return intend('planStep.edit', { stepId: step.id, due, owner: null })
    },
  },
  'outreach.decide': { weight: 2, act: decideOutreach },
  'survey.ask': {
    weight: 2,
    act: onCustomer((customer, desk) =>
      intend('survey.ask', {
        surveyId: fresh(desk),
        customerId: customer.id,
        ticketId: null,
        kind: 'nps',
        seen: rowsOf(desk, 'surveys').flatMap(row => (row.customerId === customer.id ? [row.id] : [])),
      }),
    ),
  },
  'survey.answer': {
    weight: 2,
    act: desk => {
      const survey = anyOf(desk, 'surveys')
      const score = 1 + Math.floor(desk.random() * 5)
      return survey
        ? intend('survey.answer', { surveyId: survey.id, score, comment: words(desk), seen: survey.score })
        : null
    },
  },
  'feedback.add': {
    weight: 2,
    act: onCustomer((customer, desk) => {
      const feedbackId = fresh(desk)
      const kind = oneOf<'experience' | 'product'>(desk, ['experience', 'product'])
      const area = words(desk).slice(0, 8)
      const text = words(desk)
      const said = { feedbackId, customerId: customer.id, ticketId: null, kind, area, productId: null, text }
      // Every other one was seen, not said.
      return intend('feedback.add', text.length % 2 === 0 ? { ...said, watched: text } : said)
    }),
  },
  'feedback.setState': {
    weight: 1,
    act: desk => {
      const row = anyOf(desk, 'feedback')
      const state = oneOf(desk, FEEDBACK_STATES)
      return row ? intend('feedback.setState', { feedbackId: row.id, state, seen: row.state }) : null
    },
  },
  'publicPost.answer': {
    weight: 1,
    act: desk => {
      const post = anyOf(desk, 'publicPosts')
      const ticket = rowsOf(desk, 'tickets').find(({ customerId }) => customerId === post?.customerId)
      const ticketId = ticket && desk.random() < 0.8 ? ticket.id : null
      return post ? intend('publicPost.answer', { postId: post.id, ticketId, seen: post.ticketId }) : null
    },
  },
  'publicPost.place': {
    weight: 2,
    act: desk => {
      const [post, customer] = [anyOf(desk, 'unplacedPosts'), anyOf(desk, 'customers')]
      return post && customer
        ? intend('publicPost.place', { postId: post.id, customerId: customer.id })
        : null
    },
  },
  'publicPost.release': {
    weight: 1,
    act: desk => {
      const post = anyOf(desk, 'publicPosts')
      const complaints = rowsOf(desk, 'complaints').filter(row => row.customerId === post?.customerId)
      const unmark = complaints.slice(0, 1).map(({ id }) => id)
      return post ? intend('publicPost.release', { postId: post.id, named: post.author, unmark }) : null
    },
  },
  'publicPost.setAside': {
    weight: 1,
    act: desk => {
      const post = anyOf(desk, 'unplacedPosts')
      return post ? intend('publicPost.setAside', { postId: post.id, isAside: desk.random() < 0.7 }) : null
    },
  },
  'experience.report': {
    weight: 2,
    act: onCustomer((customer, desk) =>
      intend('experience.report', {
        momentId: fresh(desk),
        customerId: customer.id,
        ticketId: null,
        place: oneOf(desk, ELSEWHERE),
        words: words(desk),
        atMs: desk.nowMs,
      }),
    ),
  },
  'experience.takeBack': {
    weight: 1,
    act: desk => {
      const noted = rowsOf(desk, 'events').filter(({ type }) => type === 'experience.negative')
      const moment = noted.at(-1)
      return moment ? intend('experience.takeBack', { momentId: moment.id }) : null
    },
  },
} satisfies Readonly<Record<string, Act>>
