import type { TicketKind } from '../../../shared/rules/work-kind.ts'

/** A mail written for this project to test with, after the lines of training and without looking at them; never trained on. */
export type Probe = {
  readonly kind: TicketKind
  readonly subject: string
  readonly body: string
}
