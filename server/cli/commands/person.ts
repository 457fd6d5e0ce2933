import { ERASE_REASONS, EraseReason } from '../../../shared/protocol/erase.ts'
import type { WorkspaceId } from '../../../shared/domain/ids.ts'
import { erasePerson } from '../../sync/admin.ts'
import { assertNotHeld } from '../../sync/remove-old.ts'
import { handOutPerson } from '../../sync/export-person.ts'
import { CliFailure, databaseOptions, defineCommand, required, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'
import type { Hub } from '../with-hub.ts'

const whom = {
  id: text('ID', 'of the customer'),
  address: text('ADDRESS', 'an e-mail address or number of theirs, instead of the id'),
  workspace: text('SLUG', 'needed only when there are several'),
  ...databaseOptions,
}

type Whom = { readonly id: string | null; readonly address: string | null }

async function find(hub: Hub, workspaceId: WorkspaceId, { id, address }: Whom) {
  const found = await hub.store.read(workspaceId, async tx => {
    if (id !== null) return tx.rows('customers', [id])
    if (address === null) throw new CliFailure('--id or --address is needed. See --help.', 2)
    const points = await tx.many({ table: 'contactPoints', where: { value: address }, above: null })
    const ids = points.map(point => String(point['customerId']))
    const family = new Set([...(await tx.families(ids)).values()].flat())
    const rows = await tx.rows('customers', [...family])
    // Of merged records the one that stands for the person is meant.
    return rows.filter(row => !family.has(String(row['mergedIntoId'])))
  })
  const [only, second] = found
  if (!only) throw new CliFailure('There is no such customer.')
  if (second) throw new CliFailure('Several customers have this address: say which with --id.')
  return { id: only.id, name: String(only['name']) }
}

export const personExport = defineCommand({
  name: 'person export',
  positionals: '',
  summary: 'Print everything the hub holds about one customer, as JSON.',
  options: whom,
  run: async context => {
    const { options, print } = context
    await withHub(context, async hub => {
      const { id } = await chooseWorkspace(hub, options.workspace)
      const person = await find(hub, id, options)
      const handedOut = await handOutPerson(hub, id, { customerId: person.id, agentId: null })
      print.line(JSON.stringify(handedOut, null, 2))
    })
    return 0
  },
})

export const personErase = defineCommand({
  name: 'person erase',
  positionals: '',
  summary: 'Erase one customer everywhere, for good.',
  options: {
    name: text('NAME', 'the customer’s name as it stands there, so that nobody else is meant'),
    reason: text('REASON', `${ERASE_REASONS.join(', ')}: kept, without anything about the person`),
    ...whom,
  },
  run: async context => {
    const { options, print } = context
    const reason = EraseReason.safeParse(required('reason', options.reason))
    if (!reason.success) throw new CliFailure(`--reason takes ${ERASE_REASONS.join(', ')}.`, 2)
    const name = required('name', options.name)
    await withHub(context, async hub => {
      const { id } = await chooseWorkspace(hub, options.workspace)
      const person = await find(hub, id, options)
      if (person.name.trim() !== name.trim())
        throw new CliFailure('The name is not that of this customer: nothing was erased.')
      await assertNotHeld(hub, id, person.id)
      await erasePerson(hub, id, { customerId: person.id, agentId: null, reason: reason.data })
    })
    print.line('Erased here; laptops erase with their next connection, before they show anything.')
    return 0
  },
})
