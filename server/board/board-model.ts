import type { BoardMeasures, WholeBoard } from '../../shared/protocol/board.ts'
import { alertsOf } from './alerts.ts'
import { Approvals } from './approvals.ts'
import type { KindMask, MessageFact, ThreadFact } from './facts.ts'
import { SERVICE, SUPPORT } from './facts.ts'
import { Flow } from './flow.ts'
import { FollowUps } from './follow-ups.ts'
import { Labels } from './labels.ts'
import { Mentions } from './mentions.ts'
import { Outcomes } from './outcomes.ts'
import { People } from './people.ts'
import { Persons } from './persons.ts'
import { Work } from './work.ts'

/** What follows every change at once, and what a look each second is enough for. */
export type FastPart = Pick<WholeBoard, 'queues' | 'agents'>
export type SlowPart = Pick<WholeBoard, 'laptops' | 'measures' | 'flow' | 'alerts'>

/**
 * Everything the board is drawn from, for one workspace. Filled once from the tables, then changed row by row as the
 * feed names them: what a change costs does not depend on how many tickets there are.
 */
export class BoardModel {
  readonly work = new Work()
  readonly outcomes = new Outcomes()
  readonly labels = new Labels()
  readonly followUps = new FollowUps()
  readonly flow = new Flow()
  readonly mentions = new Mentions()
  readonly people = new People()
  readonly approvals = new Approvals()
  readonly persons = new Persons()

  putThread(thread: ThreadFact): void {
    this.work.put(thread)
    this.outcomes.putThread(thread)
  }

  putMessage(message: MessageFact): void {
    this.flow.put(message)
    this.mentions.put(message)
    const { direction, authorId, acceptedAtMs: atMs } = message
    if (direction === 'out' && authorId !== null) this.people.noteActivity({ agentId: authorId, atMs })
  }

  /** A row is gone; of a table the board does not look at this does nothing. */
  remove(table: string, id: string): void {
    switch (table) {
      case 'threads':
        this.work.remove(id)
        return this.outcomes.removeThread(id)
      case 'messages':
        this.flow.remove(id)
        return this.mentions.remove(id)
      case 'surveys':
        return this.outcomes.removeSurvey(id)
      case 'tickets':
        this.labels.remove(id)
        return this.outcomes.removeTicket(id)
      case 'followUps':
        return this.followUps.remove(id)
      case 'handshakes':
        return this.followUps.removePain(id)
      case 'customers':
        return this.persons.remove(id)
      case 'approvals':
        return this.approvals.remove(id)
    }
  }

  /** Drops what lies behind every period. */
  forget(nowMs: number): void {
    this.flow.forget(nowMs)
    this.mentions.forget(nowMs)
    this.labels.forget(nowMs)
    this.followUps.forget(nowMs)
    const inFlow = this.flow.ticketIds()
    this.outcomes.forget(nowMs, id => inFlow.has(id))
  }

  fast(nowMs: number): FastPart {
    return {
      queues: [...this.work.queues(this.people.agents())],
      agents: [...this.people.board(nowMs, this.work)],
    }
  }

  slow(nowMs: number): SlowPart {
    const laptops = this.people.laptops(nowMs)
    const alerts = alertsOf({
      nowMs,
      work: this.work,
      laptops,
      rising: this.mentions.rising(nowMs),
      unhappy: this.outcomes.unhappy(),
      approvals: this.approvals.waiting(),
      personOf: id => this.persons.personOf(id),
    })
    return {
      laptops: [...laptops],
      measures: {
        all: this.#measures(nowMs, 0),
        service: this.#measures(nowMs, SERVICE),
        support: this.#measures(nowMs, SUPPORT),
      },
      flow: this.flow.picture(nowMs, id => this.outcomes.kindsOf(id)),
      alerts: [...alerts],
    }
  }

  #measures(nowMs: number, kind: KindMask): BoardMeasures {
    return {
      ...this.outcomes.measures(nowMs, kind),
      mislabelled: this.labels.measure(nowMs, kind),
      ...this.followUps.measures(nowMs, kind, id => this.persons.personOf(id)),
    }
  }
}
