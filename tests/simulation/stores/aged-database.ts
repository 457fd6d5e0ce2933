import type { Random } from '../../../shared/clock.ts'
import { migrations } from '../../../main/data/db/migrations/index.ts'
import type { Connection } from '../../../main/data/db/types.ts'

/** What takes one step of the schema back: the file is then as the app before that step would have left it. */
type StepBack = {
  readonly version: number
  readonly sql: string
  /**
   * Unsent work of these names is not of an older app's making, or looks at what the step brought, which no older app
   * had: then the step stays.
   */
  readonly knows?: readonly string[]
}

/** Keys a newer hub sends stay beside a row until the schema knows them. */
const aside = (table: string, keys: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(keys).map(([key, value]) => `'$.${key}', ${value}`)
  return `UPDATE ${table} SET extra_json = json_set(coalesce(extra_json, '{}'), ${pairs.join(', ')});`
}

const ISSUE_COUNTS = {
  ticketCount: 'ticket_count',
  customerCount: 'customer_count',
  openTicketCount: 'open_ticket_count',
}
const REST_TOLD = {
  restState: 'rest_state',
  restTold: 'rest_told',
  restLeft: 'rest_left',
  restPlan: 'json(rest_plan_json)',
}
const ANSWER_COLUMNS = {
  version: 'version',
  updatedAtMs: 'updated_at_ms',
  updatedBy: 'updated_by',
  retiredAtMs: 'retired_at_ms',
}
const REPORTED = { reportedAtMs: 'reported_at_ms' }
/** Newest first, as far back as today's unsent work makes sense. */
const stepsBack: readonly StepBack[] = [
  {
    version: 840,
    // It says what it is for.
    knows: ['macro.set'],
    sql: `
      ${aside('macros', { family: 'family' })}
      ALTER TABLE macros DROP COLUMN family;`,
  },
  {
    version: 830,
    sql: `
      DROP TRIGGER outbox_is_work;
      DROP TRIGGER outbox_is_more_work;
      DROP TABLE worked_quarters;`,
  },
  {
    version: 820,
    sql: `
      ${aside('agents', { guestHours: 'guest_hours' })}
      ALTER TABLE agents DROP COLUMN guest_hours;`,
  },
  {
    version: 810,
    // They write what was watched, or a kind of opportunity that was not there.
    knows: ['feedback.add', 'opportunity.note'],
    sql: `
      ${aside('feedback', { watched: 'watched' })}
      ALTER TABLE feedback DROP COLUMN watched;`,
  },
  {
    version: 780,
    // A rule may be about a segment.
    knows: ['outreachRule.set'],
    sql: `
      ${aside('outreach_rules', { segment: 'json(segment_json)' })}
      ALTER TABLE outreach_rules DROP COLUMN segment_json;`,
  },
  {
    version: 770,
    knows: ['articleGap.flag', 'articleGap.set', 'article.set'],
    sql: 'DROP TABLE article_gaps;',
  },
  {
    version: 760,
    knows: ['hold.place', 'hold.lift'],
    sql: 'DROP TABLE holds;',
  },
  {
    version: 740,
    // They write what is agreed to.
    knows: ['pin.set', 'customer.create', 'customer.editFacts'],
    sql: `
      ${aside('pins', { marks: 'json(marks_json)' })}
      ${aside('customers', { factsMarks: 'json(facts_marks_json)' })}
      ALTER TABLE pins DROP COLUMN marks_json;
      ALTER TABLE customers DROP COLUMN facts_marks_json;`,
  },
  {
    version: 730,
    knows: ['organisation.create', 'organisation.edit'],
    sql: `
      ${aside('organisations', { notes: 'notes', reference: 'reference', ...REPORTED })}
      ALTER TABLE organisations DROP COLUMN notes;
      ALTER TABLE organisations DROP COLUMN reference;
      ALTER TABLE organisations DROP COLUMN reported_at_ms;`,
  },
  {
    version: 710,
    knows: ['ticket.takeOver'],
    sql: 'DROP TABLE takeovers;',
  },
  {
    version: 690,
    knows: ['publicPost.place', 'publicPost.release', 'publicPost.setAside'],
    sql: 'DROP TABLE unplaced_posts;',
  },
  { version: 670, knows: ['publicPost.answer'], sql: 'DROP TABLE public_posts;' },
  {
    version: 660,
    sql: 'DROP INDEX follow_ups_by_due; DROP INDEX handshakes_by_time;',
  },
  {
    version: 630,
    knows: ['ticketForm.set', 'ticket.setFields', 'thread.keepPriority'],
    sql: 'DROP TABLE ticket_forms;',
  },
  {
    version: 580,
    knows: ['subscription.note', 'subscription.edit'],
    sql: 'DROP TABLE subscriptions;',
  },
  {
    version: 570,
    knows: ['product.set', 'customer.create'],
    sql: `
      ${aside('products', { version: 'version', reportedAtMs: 'reported_at_ms' })}
      ${aside('orders', REPORTED)}
      ${aside('invoices', REPORTED)}
      ${aside('customers', REPORTED)}
      ALTER TABLE products DROP COLUMN version;
      ALTER TABLE products DROP COLUMN reported_at_ms;
      ALTER TABLE orders DROP COLUMN reported_at_ms;
      ALTER TABLE invoices DROP COLUMN reported_at_ms;
      ALTER TABLE customers DROP COLUMN reported_at_ms;`,
  },
  {
    version: 560,
    knows: ['article.set'],
    sql: 'DROP TABLE article_versions;',
  },
  {
    version: 550,
    knows: ['proposal.make', 'proposal.withdraw', 'proposal.release', 'proposal.sendBack'],
    sql: `
      ${aside('attachments', { proposalId: 'proposal_id' })}
      DROP INDEX attachments_by_proposal;
      ALTER TABLE attachments DROP COLUMN proposal_id;`,
  },
  {
    version: 500,
    knows: ['message.sendAgain', 'message.settle'],
    sql: 'DROP INDEX messages_doubtful;',
  },
  {
    version: 490,
    knows: ['article.set', 'macro.set'],
    sql: `
      ${aside('articles', { version: 'version', updatedBy: 'updated_by' })}
      ${aside('macros', ANSWER_COLUMNS)}
      ALTER TABLE articles DROP COLUMN version;
      ALTER TABLE articles DROP COLUMN updated_by;
      ALTER TABLE macros DROP COLUMN version;
      ALTER TABLE macros DROP COLUMN updated_at_ms;
      ALTER TABLE macros DROP COLUMN updated_by;
      ALTER TABLE macros DROP COLUMN retired_at_ms;`,
  },
  {
    version: 480,
    knows: [
      'coaching.write',
      'coaching.takeBack',
      'coaching.answer',
      'practice.keep',
      'practice.share',
      'firstSteps.begin',
      'firstSteps.mark',
    ],
    sql: `
      DROP TABLE coaching_notes;
      DROP TABLE practice_runs;
      DROP TABLE first_steps;`,
  },
  {
    version: 470,
    knows: ['kudos.give', 'kudos.takeBack', 'story.keep', 'story.remove', 'trainingList.set'],
    sql: `
      DROP INDEX events_of_kudos;
      DROP INDEX events_of_stories;
      DROP TABLE kudos;
      DROP TABLE stories;
      DROP TABLE training_lists;`,
  },
  {
    version: 460,
    knows: ['proposal.make', 'proposal.withdraw', 'proposal.release', 'proposal.sendBack'],
    sql: `
      ${aside('agents', { guestUntilMs: 'guest_until_ms' })}
      ALTER TABLE agents DROP COLUMN guest_until_ms;
      DROP TABLE proposals;`,
  },
  {
    version: 450,
    // It writes what is asked of the hub.
    knows: ['knownIssue.recordUpdate'],
    sql: `
      ${aside('issue_updates', REST_TOLD)}
      ALTER TABLE issue_updates DROP COLUMN rest_state;
      ALTER TABLE issue_updates DROP COLUMN rest_told;
      ALTER TABLE issue_updates DROP COLUMN rest_left;
      ALTER TABLE issue_updates DROP COLUMN rest_plan_json;`,
  },
  {
    version: 420,
    knows: ['customer.create', 'customer.merge', 'customer.unmerge'],
    sql: `
      DROP TRIGGER standings_enter;
      DROP TRIGGER standings_leave;
      DROP TABLE standings;
      ${aside('customers', { givenAway: 'json(given_away_json)' })}
      ALTER TABLE customers DROP COLUMN given_away_json;`,
  },
  { version: 410, sql: 'DROP TABLE search_leftovers;' },
  { version: 390, sql: 'ALTER TABLE blob_keys DROP COLUMN next_key;' },
  {
    version: 380,
    knows: ['knownIssue.create'],
    sql: `
      ${aside('known_issues', ISSUE_COUNTS)}
      ALTER TABLE known_issues DROP COLUMN ticket_count;
      ALTER TABLE known_issues DROP COLUMN customer_count;
      ALTER TABLE known_issues DROP COLUMN open_ticket_count;`,
  },
  {
    version: 370,
    knows: [
      'opportunity.note',
      'opportunity.edit',
      'opportunity.consent',
      'opportunity.passOn',
      'opportunity.takeBack',
      'opportunity.move',
      'nextQuestion.set',
      // It writes whether a link was mailed.
      'survey.ask',
    ],
    sql: `
      ${aside('surveys', { sentAtMs: 'sent_at_ms' })}
      ALTER TABLE surveys DROP COLUMN sent_at_ms;
      DROP TABLE opportunities;
      DROP TABLE next_questions;`,
  },
  {
    version: 360,
    knows: [
      'customer.create',
      'customer.merge',
      'customer.unmerge',
      'relation.add',
      'relation.edit',
      'relation.end',
      'relation.remove',
    ],
    sql: `
      ${aside('customers', { mergedIntoId: 'merged_into_id' })}
      DROP INDEX customers_merged;
      ALTER TABLE customers DROP COLUMN merged_into_id;
      DROP TABLE relations;`,
  },
  {
    version: 350,
    knows: [
      'preference.set',
      'preference.remove',
      'pin.set',
      'pin.remove',
      'portrait.setVip',
      'portrait.setStage',
      'survey.ask',
    ],
    sql: `
      DROP TABLE preferences;
      DROP TABLE pins;
      DROP TABLE portraits;`,
  },
  {
    version: 340,
    knows: [
      'thread.setState',
      'relationship.waive',
      'closing.record',
      'recovery.plan',
      'handOver.give',
      'handOver.take',
      'teamRule.set',
    ],
    sql: `
      DROP INDEX events_of_experience;
      DROP TABLE team_rules;
      DROP TABLE closings;
      DROP TABLE handshakes;
      DROP TABLE hand_overs;`,
  },
  {
    version: 330,
    knows: [
      'thread.setState',
      'thread.setRestored',
      'asset.update',
      'knownIssue.create',
      'knownIssue.edit',
      'knownIssue.recordUpdate',
      'escalation.raise',
      'escalation.edit',
      'impact.start',
      'impact.edit',
      'cause.record',
    ],
    sql: `
      ${aside('known_issues', { engineeringKey: 'engineering_key' })}
      ALTER TABLE known_issues DROP COLUMN engineering_key;
      DROP INDEX assets_by_product;
      DROP TABLE escalations;
      DROP TABLE engineering_issues;
      DROP TABLE impacts;
      DROP TABLE root_causes;
      DROP TABLE issue_updates;`,
  },
  {
    version: 320,
    knows: [
      'diagnosis.set',
      'askedTried.add',
      'askedTried.close',
      'askedTried.remove',
      'guide.set',
      'guideRun.start',
      'guideRun.answer',
      'guideRun.end',
      'remote.start',
      'remote.end',
      'requiredDetails.set',
      'requiredDetails.remove',
    ],
    sql: `
      DROP TABLE diagnoses;
      DROP TABLE asked_tried;
      DROP TABLE remote_sessions;
      DROP TABLE guides;
      DROP TABLE required_details;
      DROP TABLE guide_runs;`,
  },
  {
    version: 310,
    knows: [
      'planTemplate.set',
      'plan.start',
      'plan.end',
      'planStep.close',
      'planStep.edit',
      'outreachRule.set',
      'outreach.decide',
      'survey.ask',
      'survey.answer',
      'feedback.add',
      'feedback.setState',
    ],
    sql: `
      ${aside('follow_ups', { macroId: 'macro_id' })}
      ALTER TABLE follow_ups DROP COLUMN macro_id;
      DROP INDEX orders_by_delivery;
      DROP INDEX threads_solved_by_kind;
      DROP INDEX customers_by_renewal;
      DROP INDEX promises_by_due;
      DROP TABLE plan_templates;
      DROP TABLE plans;
      DROP TABLE plan_steps;
      DROP TABLE outreach_rules;
      DROP TABLE outreach;
      DROP TABLE feedback;`,
  },
  {
    version: 300,
    knows: [
      'allowance.set',
      'return.move',
      'approval.decide',
      'dispute.open',
      'dispute.correct',
      'dispute.dismiss',
      'goodwill.give',
      'goodwill.withdraw',
      'loyalty.book',
      'complaint.open',
      'complaint.edit',
      'complaint.addStep',
      'complaint.tickStep',
      'need.capture',
      'need.step',
    ],
    sql: `
      ${aside('return_cases', { lines: 'json(lines_json)', decision: 'decision' })}
      ALTER TABLE return_cases DROP COLUMN lines_json;
      ALTER TABLE return_cases DROP COLUMN decision;
      ${aside('products', { description: 'description', tags: 'json(tags_json)' })}
      ALTER TABLE products DROP COLUMN description;
      ALTER TABLE products DROP COLUMN tags_json;
      DROP TABLE allowances;
      DROP TABLE approvals;
      DROP TABLE disputes;
      DROP TABLE goodwills;
      DROP TABLE spendings;
      DROP TABLE loyalty_entries;
      DROP TABLE complaints;
      DROP TABLE recovery_steps;
      DROP TABLE needs;`,
  },
  { version: 230, sql: 'DROP TABLE triage_weights;' },
  {
    version: 220,
    knows: ['scopePolicy.set', 'keep.fetch', 'keep.end'],
    sql: 'DROP TABLE scope_policies; DROP TABLE keeps;',
  },
  {
    version: 210,
    knows: ['lease.break', 'lease.release', 'lease.take', 'lease.release'],
    sql: 'DROP TABLE leases;',
  },
  {
    version: 200,
    knows: ['undoWindow.set'],
    sql: `
      ${aside('messages', { deliveredAtMs: 'delivered_at_ms' })}
      ALTER TABLE messages DROP COLUMN delivered_at_ms;
      DROP TABLE undo_windows;`,
  },
  {
    version: 180,
    sql: `
      ${aside('agents', { capacity: 'capacity' })}
      ${aside('threads', { restoredAtMs: 'restored_at_ms' })}
      ${aside('sla_policies', { tiers: 'json(tiers_json)', escalations: 'json(escalations_json)' })}
      DROP INDEX calendars_by_key;
      ALTER TABLE agents DROP COLUMN capacity;
      ALTER TABLE threads DROP COLUMN restored_at_ms;
      ALTER TABLE sla_policies DROP COLUMN tiers_json;
      ALTER TABLE sla_policies DROP COLUMN escalations_json;`,
  },
  {
    version: 170,
    knows: ['view.create', 'view.edit', 'view.remove'],
    sql: `
      DROP TABLE shared_views;
      DROP TABLE own_views;
      DROP INDEX customers_by_tier;
      DROP INDEX customers_by_language;
      DROP INDEX organisations_by_country;
      DROP INDEX organisations_by_name;
      DROP INDEX organisations_by_domain;`,
  },
  { version: 160, sql: 'DROP TABLE reading_marks;' },
  {
    version: 150,
    sql: `
      DROP TRIGGER threads_counted_in;
      DROP TRIGGER threads_counted_out;
      DROP TRIGGER threads_leave_cells;
      DROP TRIGGER threads_enter_cells;
      DROP TABLE thread_counts;
      DROP TABLE count_clock;
      DROP INDEX threads_snoozed_by_time;`,
  },
  {
    version: 140,
    knows: ['ticket.linkIssue', 'ticket.unlinkIssue'],
    sql: `
      ${aside('drafts', { files: 'json(files_json)' })}
      ALTER TABLE drafts DROP COLUMN files_json;
      DROP TABLE issue_links;`,
  },
  {
    version: 110,
    sql: `
      ALTER TABLE outbox DROP COLUMN undo_json;
      ALTER TABLE outbox DROP COLUMN held_until_ms;
      DROP INDEX outbox_done_by_group;
      ALTER TABLE outbox_done DROP COLUMN undo_json;`,
  },
]

function canGoBack({ handle }: Connection, { knows = [] }: StepBack): boolean {
  const names = handle.prepare('SELECT DISTINCT name FROM outbox').pluck().all() as string[]
  return !knows.some(name => names.includes(name))
}

/** Takes some of the newest steps back. The file, outbox and all, is then what an older app would have left behind. */
export function age(db: Connection, random: Random): void {
  // A step that was added since has no way back here yet: then the file stays as it is.
  if (migrations.at(-1)?.version !== stepsBack[0]?.version) return
  const many = Math.floor(random() * (stepsBack.length + 1))
  for (const step of stepsBack.slice(0, many)) {
    if (!canGoBack(db, step)) return
    const before = migrations.filter(({ version }) => version < step.version).at(-1)?.version ?? 0
    db.handle.transaction(() => {
      db.handle.exec(step.sql)
      db.handle.pragma(`user_version = ${before}`)
    })()
  }
}
