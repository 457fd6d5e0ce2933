import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAccessible } from '../../support/accessible.ts'
import { addSupervisor, expect, plugIn, rowsWhere, test } from '../../support/house.ts'
import { openHubWriter } from '../../support/hub-writer.ts'

test.use({ houseName: 'environment' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

const SETUP = join(import.meta.dirname, '../../../server/demo/guides/setup.json')
const setup = JSON.parse(readFileSync(SETUP, 'utf8')) as { readonly guide: object }
const NETWORK = {
  key: 'network',
  label: { en: 'Network' },
  question: { en: 'Is it on cable or on radio?' },
  from: 'environment.network',
}
const SYSTEM = { ...NETWORK, key: 'system', label: { en: 'System' }, from: 'environment.system' }

test('offline, what something runs in is written down where it is found out, and asked for no more', async ({
  house,
  sit,
}) => {
  const lead = await openHubWriter(house.hub.url, await addSupervisor(house, 'Lea Lind'))
  const content = { key: 'general', products: [], items: [NETWORK, SYSTEM] }
  await lead.push([{ name: 'requiredDetails.set', args: { seen: 0, content } }])
  await lead.push([{ name: 'guide.set', args: { seen: 0, isActive: true, content: setup.guide } }])
  const subject = 'Please help me to install the till'
  const made = await house.jonas.ticket({
    customer: 'Rosa Almeida',
    subject,
    text: 'The boxes are here, the setup begins.',
    kinds: ['support'],
  })
  const seat = await sit()
  const { desk, window, cable } = seat
  const pane = window.getByRole('region', { name: 'Technical support' })
  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.offline()

  // A thing nobody had written down, with what it runs in as the product asks for it.
  const assets = pane.getByRole('region', { name: 'Assets' })
  await assets.getByRole('button', { name: 'Add an asset' }).click()
  await assets
    .getByRole('combobox', { name: 'What it is' })
    .or(assets.getByRole('textbox', { name: 'What it is' }))
    .first()
    .fill('Till')
  await assets.getByRole('textbox', { name: 'System' }).fill('Windows 11')
  await isAccessible(window, 'an asset with what it runs in')
  await assets.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(assets).toContainText('Windows 11')

  // Only what is not known of it is asked for.
  const diagnosis = pane.getByRole('region', { name: 'Diagnosis' })
  await expect(diagnosis).toContainText('1 of 2 known')
  await expect(diagnosis.getByRole('button', { name: 'Network' })).toBeVisible()

  // A step of the guide asks for it; the answer stands with the thing.
  const guides = pane.getByRole('region', { name: 'Guides' })
  await guides.getByRole('button', { name: /Run the guide Setting up/ }).click()
  await guides.getByRole('checkbox', { name: 'Network is written down' }).click()
  const found = guides.getByRole('textbox', { name: /Network is written down/ })
  await isAccessible(window, 'guides/found-out')
  await found.fill('Cable, Fritz router')
  await found.press('Enter')
  await expect(guides.getByRole('checkbox', { name: 'Network is written down' })).toBeChecked()
  await expect(guides).toContainText('Cable, Fritz router')
  await expect(assets).toContainText('Cable, Fritz router')
  await expect(diagnosis).toContainText('2 of 2 known')

  await plugIn(seat)
  await desk.settled()
  const rows = await house.rows()
  expect(rowsWhere(rows, 'assets', { customerId: made.customerId })).toMatchObject([
    { name: 'Till', environment: { system: 'Windows 11', network: 'Cable, Fritz router' } },
  ])
})
