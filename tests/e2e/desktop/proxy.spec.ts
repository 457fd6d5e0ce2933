import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isPartAccessible } from '../../support/accessible.ts'
import { startCompany } from '../../support/auth-proxy.ts'
import { Console } from '../../support/console.ts'
import { expect, PASSWORD, test } from '../../support/house.ts'
import { TEST_AUTHORITY } from '../../support/test-certificates.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })

test('a company’s proxy that asks for a login is answered once, in the window, and remembered', async ({
  house,
  launch,
  userDataFolder,
}) => {
  const company = await startCompany(house.hub.url, 'mira:s3cret!')
  const authority = join(userDataFolder, 'authority.pem')
  writeFileSync(authority, TEST_AUTHORITY)
  const start = () =>
    launch({
      userDataFolder,
      env: { NODE_EXTRA_CA_CERTS: authority },
      args: [`--proxy-server=${new URL(company.proxy.url).host}`, '--proxy-bypass-list=<-loopback>'],
    })
  const { window, close } = await start()
  const desk = new Console(window)
  await desk.signIn({ url: company.hubUrl, email: 'mira@example.com', password: PASSWORD })
  const form = window.getByRole('form', { name: 'Sign in to the proxy' })
  await expect(form).toContainText(
    `The proxy ${new URL(company.proxy.url).host} is between this laptop and the hub`,
  )
  await isPartAccessible(window, 'sign-in/proxy-form', 'form')
  const answer = async (password: string): Promise<void> => {
    await form.getByRole('textbox', { name: 'Name at the proxy' }).fill('mira')
    await form.getByLabel('Password at the proxy').fill(password)
    await form.getByRole('button', { name: 'Sign in and try again' }).click()
  }
  await answer('guessed')
  await expect(form.getByLabel('Password at the proxy')).toHaveValue('')
  await answer('s3cret!')
  await desk.settled()
  expect(company.proxy.tunnels.length).toBeGreaterThan(0)
  await close()

  const again = await start()
  await new Console(again.window).settled()
  // Kept like every secret, never beside the settings.
  expect(readFileSync(join(userDataFolder, 'secrets.json'), 'utf8')).toContain('proxy.logins')
  expect(readFileSync(join(userDataFolder, 'secrets.json'), 'utf8')).not.toContain('s3cret!')
  await again.close()
  await company.close()
})
