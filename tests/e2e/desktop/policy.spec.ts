import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isPartAccessible } from '../../support/accessible.ts'
import { Console } from '../../support/console.ts'
import { expect, PASSWORD, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 120_000 })

test('a computer that IT has set up asks for name and password alone, and looks as IT wants it', async ({
  house,
  launch,
  userDataFolder,
}) => {
  const policy = join(userDataFolder, 'policy.json')
  const settings = { density: 'roomy', remoteImages: 'never' }
  writeFileSync(policy, JSON.stringify({ hub: house.hub.url, onlyThisHub: true, settings }))
  const { window } = await launch({ userDataFolder, env: { TANDEM_POLICY_FILE: policy } })
  await expect(window.locator('html')).toHaveAttribute('data-density', 'roomy')
  const address = window.getByRole('textbox', { name: 'Hub address' })
  await expect(address).toHaveValue(house.hub.url)
  await expect(address).not.toBeEditable()
  await expect(window.getByText('Set by your organisation')).toBeVisible()
  await isPartAccessible(window, 'a fixed hub', 'form')
  // Whoever goes around the page is refused by what stands behind it.
  const code = await window.evaluate(async () => {
    const { desk } = globalThis as unknown as {
      desk: { call: (name: string, input: object) => Promise<{ error?: { code: string } }> }
    }
    const login = { hubUrl: 'https://elsewhere.example', email: 'mira@example.com', password: 'x' }
    return (await desk.call('session.signIn', login)).error?.code
  })
  expect(code).toBe('hub-not-allowed')

  await window.getByRole('textbox', { name: 'Email' }).fill('mira@example.com')
  await window.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await window.getByRole('button', { name: 'Sign in', exact: true }).click()
  const desk = new Console(window)
  await desk.settled()
  await desk.press('Control+,')
  const dialog = window.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('tab', { name: 'This computer' }).click()
  await expect(dialog.getByText(/^Your organisation has set up this computer/)).toContainText(
    `Hub: ${house.hub.url}, and no other. It begins with 2 settings of theirs`,
  )
  await window.screenshot({ path: 'out/e2e/desktop/policy.png' })
})
