import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

export type Credentials = { readonly url: string; readonly email: string; readonly password: string }

const VIEW_KEYS = {
  mine: 'Control+1',
  unassigned: 'Control+2',
  'my-teams': 'Control+3',
  'all-open': 'Control+4',
  pending: 'Control+5',
  snoozed: 'Control+6',
  solved: 'Control+7',
} as const
export type ViewName = keyof typeof VIEW_KEYS

/** The console as a person uses it: by landmarks, labels and keys. */
export class Console {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get list(): Locator {
    return this.page.getByRole('region', { name: 'Ticket list' })
  }

  get conversation(): Locator {
    return this.page.getByRole('region', { name: 'Conversation' })
  }

  get status(): Locator {
    return this.page.getByRole('status', { name: 'Sync status' })
  }

  rows(): Locator {
    return this.list.getByRole('listitem')
  }

  async signIn({ url, email, password }: Credentials): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Hub address' }).fill(url)
    await this.page.getByRole('textbox', { name: 'Email' }).fill(email)
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  /** The undo window of replies by mail, as the agent's setting. */
  async giveTimeToUndo(undoSeconds: number): Promise<void> {
    await this.page.evaluate(`window.desk.call('settings.patch', ${JSON.stringify({ undoSeconds })})`)
  }

  /** Everything is here and nothing waits. */
  async settled(): Promise<void> {
    await expect(this.status).toContainText('nothing waiting', { timeout: 60_000 })
    await expect(this.status).toContainText('Online', { timeout: 60_000 })
  }

  async offline(): Promise<void> {
    await expect(this.status).toContainText('Offline since', { timeout: 60_000 })
  }

  async waiting(count: number): Promise<void> {
    await expect(this.status).toContainText(count === 1 ? '1 change wait' : `${count} changes wait`, {
      timeout: 20_000,
    })
  }

  /** Keys go to the window, not to a field somebody writes in. */
  async press(key: string): Promise<void> {
    await this.page.locator('body').press(key)
  }

  async show(view: ViewName, kind: 'all' | 'service' | 'support' | 'both' = 'all'): Promise<void> {
    await this.leaveField()
    await this.press(VIEW_KEYS[view])
    await this.press({ all: '1', service: '2', support: '3', both: '4' }[kind])
  }

  async leaveField(): Promise<void> {
    await this.page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    })
  }

  async openRow(index: number): Promise<string> {
    await this.rows().nth(index).click()
    const heading = this.conversation.getByRole('heading').first()
    await expect(heading).toBeVisible()
    return heading.innerText()
  }

  async openTicket(subject: string): Promise<void> {
    await this.rows().filter({ hasText: subject }).first().click()
    await expect(this.conversation.getByRole('heading', { name: subject })).toBeVisible()
  }

  async reply(text: string): Promise<void> {
    await this.leaveField()
    await this.press('r')
    const box = this.page.getByRole('textbox', { name: 'Reply to customer' })
    await box.fill(text)
    await box.press('Control+Enter')
    await expect(this.conversation.getByText(text).first()).toBeVisible()
  }

  async note(text: string): Promise<void> {
    await this.leaveField()
    await this.press('n')
    const box = this.page.getByRole('textbox', { name: 'Internal note' })
    await box.fill(text)
    await box.press('Control+Enter')
    await expect(this.conversation.getByText(text).first()).toBeVisible()
  }

  async take(): Promise<void> {
    await this.leaveField()
    await this.press('t')
    await expect(this.conversation.getByRole('button', { name: 'Owner: You' }).first()).toBeVisible()
  }

  async relabel(to: 'Service' | 'Support' | 'Both'): Promise<void> {
    await this.conversation
      .getByRole('button', { name: /^Kind: / })
      .first()
      .click()
    await this.page.getByRole('menuitem', { name: to, exact: true }).click()
    await this.menusClosed()
  }

  async assignTo(name: string): Promise<void> {
    await this.conversation
      .getByRole('button', { name: /^Owner: / })
      .first()
      .click()
    await this.page.getByRole('menuitem', { name }).click()
    await this.menusClosed()
  }

  /** Keys belong to an open menu until it is gone. */
  private async menusClosed(): Promise<void> {
    await expect(this.page.getByRole('menu')).toHaveCount(0)
  }

  async newTicket(ticket: {
    readonly who: string
    readonly subject: string
    readonly said: string
  }): Promise<void> {
    await this.leaveField()
    await this.press('c')
    const dialog = this.page.getByRole('dialog')
    await dialog.getByText('Walk-in', { exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Customer' }).fill(ticket.who)
    await this.page.getByText(`Somebody new: ${ticket.who}`).click()
    await dialog.getByRole('textbox', { name: 'Subject' }).fill(ticket.subject)
    await dialog.getByRole('textbox', { name: 'What was said' }).fill(ticket.said)
    await dialog.getByRole('button', { name: 'Create ticket' }).click()
    await expect(this.conversation.getByRole('heading', { name: ticket.subject })).toBeVisible()
  }
}
