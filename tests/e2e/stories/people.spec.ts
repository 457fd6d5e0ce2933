import type { Locator } from '@playwright/test'
import type { Console } from '../../support/console.ts'
import { readHub } from '../../support/hub-view.ts'
import { expect, plugIn, rowsWhere, test } from '../../support/house.ts'

// The demo workspace has a firm with several people, one of them here twice; its stories are nobody else's.
test.use({ houseName: 'people with the demo' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

const card = (desk: Console): Locator => desk.page.getByRole('region', { name: 'Customer 360' })
const mergedFrom = (desk: Console): Locator => card(desk).getByText('Merged from P. Natarajan')

/** Compares both records as they are offered and merges the second into the first. */
async function merge(desk: Console): Promise<void> {
  await card(desk)
    .getByRole('button', { name: /^May be the same person: P\. Natarajan \(same number/ })
    .click()
  const dialog = desk.page.getByRole('dialog', { name: 'Same person' })
  await expect(dialog.getByRole('radio', { name: /stands for the person Priya Natarajan/ })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: /joins it P\. Natarajan/ })).not.toBeChecked()
  await dialog.getByRole('button', { name: 'Merge into Priya Natarajan' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(mergedFrom(desk)).toBeVisible()
}

test('offline, two records become one person, are taken apart twice, and the firm is seen whole', async ({
  house,
  sit,
}) => {
  const login = await house.demo()
  const seat = await sit({ who: null })
  const { desk, cable, complaints } = seat
  const { page } = desk
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  await desk.openTicket('Which plan fits 40 shops? We open six in spring')
  cable.pull()
  await desk.offline()

  await merge(desk)
  await expect(card(desk).getByText('trade fair')).toBeVisible()
  await desk.leaveField()
  await desk.press('Control+z')
  await expect(mergedFrom(desk)).toHaveCount(0)
  await expect(card(desk).getByText('trade fair')).toHaveCount(0)
  await merge(desk)
  await card(desk).getByRole('button', { name: 'Separate P. Natarajan again' }).click()
  await expect(mergedFrom(desk)).toHaveCount(0)
  await merge(desk)

  // Who matters there: one more, by name only.
  const relations = card(desk).getByRole('region', { name: 'Relationships' })
  await expect(relations).toContainText('Tom Whitfield')
  await desk.leaveField()
  await desk.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('textbox').first().fill('Add a relationship')
  await palette.getByText('Add a relationship', { exact: true }).first().click()
  const form = page.getByRole('dialog', { name: 'Add a relationship' })
  await form.getByRole('textbox', { name: 'Who' }).fill('Harriet Moss')
  await form.getByRole('combobox', { name: 'What they are to the customer' }).selectOption('assistant')
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(relations).toContainText('Harriet Moss')

  // The firm, from its name and by keys.
  await card(desk).getByRole('button', { name: 'Saffron Lane' }).click()
  const firm = page.getByRole('dialog', { name: 'Saffron Lane' })
  const people = firm.getByRole('tab', { name: /^People 2/ })
  await expect(people).toHaveAttribute('aria-selected', 'true')
  await expect(firm.getByRole('listitem')).toHaveCount(2)
  await people.press('ArrowRight')
  await expect(firm.getByRole('tab', { name: /^Open tickets 1/ })).toHaveAttribute('aria-selected', 'true')
  await expect(firm.getByRole('listitem')).toContainText('Which plan fits 40 shops?')
  await page.keyboard.press('ArrowLeft')
  await firm.getByRole('button', { name: /^Tom Whitfield/ }).click()
  await expect(firm).toHaveCount(0)
  await expect(card(desk).getByRole('heading', { name: 'Tom Whitfield' })).toBeVisible()
  await expect(card(desk).getByRole('region', { name: 'Relationships' })).toContainText('Priya Natarajan')

  await plugIn(seat)
  const rows = await readHub(house.hub.url, login)
  const [priya] = rowsWhere(rows, 'customers', { name: 'Priya Natarajan' })
  expect(rowsWhere(rows, 'customers', { name: 'P. Natarajan' })).toMatchObject([
    { mergedIntoId: priya?.['id'] },
  ])
  expect(priya?.['labels']).toContain('trade fair')
  expect(rowsWhere(rows, 'relations', { otherName: 'Harriet Moss' })).toMatchObject([
    { customerId: priya?.['id'], kind: 'assistant' },
  ])
  expect(complaints).toEqual([])
})

test('offline, a customer moves to another organisation and back again', async ({ house, sit }) => {
  const login = await house.demo()
  const seat = await sit({ who: null })
  const { desk, cable, complaints } = seat
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  await desk.openTicket('Charged twice, and the scanner still will not pair')
  cable.pull()
  await desk.offline()
  const move = async (name: string): Promise<void> => {
    await card(desk).getByRole('button', { name: 'Edit facts' }).click()
    const form = desk.page.getByRole('dialog', { name: 'Edit facts' })
    await form.getByLabel('Organisation', { exact: true }).fill(name)
    await desk.page.getByRole('option', { name, exact: true }).click()
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form).toHaveCount(0)
  }
  await move('Saffron Lane')
  await expect(card(desk).getByRole('button', { name: 'Saffron Lane' })).toBeVisible()
  await desk.leaveField()
  await desk.press('Control+z')
  await expect(card(desk).getByRole('button', { name: 'Librería Faro' })).toBeVisible()
  await move('Saffron Lane')
  await plugIn(seat)
  await desk.settled()
  const rows = await readHub(house.hub.url, login)
  const [firm] = rowsWhere(rows, 'organisations', { name: 'Saffron Lane' })
  expect(rowsWhere(rows, 'customers', { name: 'Ana Ruiz' })).toMatchObject([{ organisationId: firm?.['id'] }])
  expect(complaints).toEqual([])
})

test('offline, a new organisation is written down with its customer, told from one like it, and changed', async ({
  house,
  sit,
}) => {
  const login = await house.demo()
  const seat = await sit({ who: null })
  const { desk, cable, complaints } = seat
  const { page } = desk
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  await desk.openTicket('Charged twice, and the scanner still will not pair')
  cable.pull()
  await desk.offline()
  await card(desk).getByRole('button', { name: 'Edit facts' }).click()
  const facts = page.getByRole('dialog', { name: 'Edit facts' })
  await facts.getByLabel('Organisation', { exact: true }).fill('Saffron Lane Ltd.')
  await page.getByRole('option', { name: 'New: Saffron Lane Ltd.' }).click()
  // One that says the same is there already, and is one key away.
  await expect(facts.getByRole('region', { name: 'Organisation known already?' })).toContainText(
    'Saffron Lane',
  )
  await facts.getByRole('textbox', { name: 'New organisation' }).fill('Puerto Libros')
  await expect(facts.getByRole('region', { name: 'Organisation known already?' })).toHaveCount(0)
  await facts.getByLabel('Mail domain').fill('https://www.puerto.example/')
  await facts.getByRole('button', { name: 'Save' }).click()
  await expect(facts).toHaveCount(0)
  await card(desk).getByRole('button', { name: 'Puerto Libros' }).click()
  const firm = page.getByRole('dialog', { name: 'Puerto Libros' })
  await expect(firm.getByText('puerto.example')).toBeVisible()
  await firm.getByRole('button', { name: 'Edit', exact: true }).click()
  await firm.getByLabel('What helps to treat everybody there well').fill('The office takes all calls')
  await firm.getByRole('combobox', { name: 'Country' }).fill('Portu')
  await page.getByRole('option', { name: 'Portugal' }).click()
  await firm.getByRole('button', { name: 'Save' }).click()
  await expect(firm.getByText('The office takes all calls')).toBeVisible()
  await expect(firm.getByText('puerto.example · Portugal')).toBeVisible()
  await page.keyboard.press('Escape')
  await plugIn(seat)
  await desk.settled()
  const rows = await readHub(house.hub.url, login)
  const [made] = rowsWhere(rows, 'organisations', { name: 'Puerto Libros' })
  expect(made).toMatchObject({
    domain: 'puerto.example',
    country: 'PT',
    notes: 'The office takes all calls',
  })
  expect(rowsWhere(rows, 'customers', { name: 'Ana Ruiz' })).toMatchObject([{ organisationId: made?.['id'] }])
  expect(complaints).toEqual([])
})
