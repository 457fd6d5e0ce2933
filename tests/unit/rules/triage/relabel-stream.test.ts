import { expect, test } from 'vitest'
import { ownTexts } from '../../../../scripts/triage/own-texts.ts'
import { probes } from '../../../../scripts/triage/probes/probes.ts'
import { seededRandom } from '../../../../shared/demo/seeded-random.ts'
import { learn, NO_CORRECTIONS } from '../../../../shared/rules/triage/corrections.ts'
import type { Corrections } from '../../../../shared/rules/triage/corrections.ts'
import { shippedModel, triage } from '../../../../shared/rules/triage/triage.ts'
import { poolMails } from './pool-trade.ts'
import type { PoolMail } from './pool-trade.ts'

const LESSONS = 200
const OTHERS = 600

const others: readonly PoolMail[] = [...ownTexts(seededRandom(31)), ...probes]
  .flatMap(({ kind, subject, body }) => (kind === null ? [] : [{ kind, subject, body }]))
  .filter((_, index, all) => index % Math.ceil(all.length / OTHERS) === 0)

const rightShare = (mails: readonly PoolMail[], corrections: Corrections): number =>
  mails.filter(mail => triage(mail, { corrections }).kind === mail.kind).length / mails.length

test('two hundred decisions about one trade teach the trade, and cost the others nothing', () => {
  const heldOut = poolMails('heldOut', 80)
  const lessons = poolMails('taught', LESSONS).map((mail, index) => ({
    ...mail,
    ticketId: `t${index}`,
    atMs: index,
  }))
  const corrections = learn(shippedModel(), lessons)
  const before = { trade: rightShare(heldOut, NO_CORRECTIONS), others: rightShare(others, NO_CORRECTIONS) }
  const after = { trade: rightShare(heldOut, corrections), others: rightShare(others, corrections) }
  expect(others.length).toBeGreaterThan(400)
  expect(after.trade).toBeGreaterThan(before.trade + 0.2)
  expect(after.trade).toBeGreaterThan(0.7)
  expect(after.others).toBeGreaterThanOrEqual(before.others - 0.01)
})
