import { FiledTicketAnswer } from '../../../shared/protocol/tickets.ts'
import { isAccessible } from '../../support/accessible.ts'
import { expect, openBox, plugIn, rowsWhere, test } from '../../support/house.ts'
import type { House } from '../../support/house.ts'

test.use({ houseName: 'bot' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

const QUESTION = 'Which printer do you have?'
const chat = (lines: readonly object[]) => ({
  key: 'chat-1',
  subject: 'Receipts come out blank',
  customer: { email: 'tess@moran.example', name: 'Tess Moran' },
  channel: 'chat',
  kind: 'support',
  lines: [
    { key: '1', by: 'customer', text: 'All our receipts are blank.' },
    { key: '2', by: 'bot', text: QUESTION },
    { key: '3', by: 'customer', text: 'The P80. I want a person.' },
    ...lines,
  ],
  takeover: { bot: 'Robin', reason: 'asked', words: 'Turned the roll already.' },
})

/** Says it as the company's bot does, and answers what the hub says. */
async function say({ hub }: House, token: string, lines: readonly object[] = []): Promise<FiledTicketAnswer> {
  const answer = await fetch(`${hub.url}/v1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(chat(lines)),
  })
  return FiledTicketAnswer.parse(await answer.json())
}

test('who spoke with a bot waits for a person; whoever takes over offline has it, and the bot is told', async ({
  house,
  sit,
}) => {
  const words = await house.hub.run(['engineering', 'token', '--name', 'Site'])
  const token = words.trim().split(' ').at(-1) ?? ''
  const { takeover, ticket } = await say(house, token)
  expect(takeover.state).toBe('waiting')
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  const row = desk.rows().filter({ hasText: 'Receipts come out blank' })
  await expect(row).toContainText('Bot: needs a person')
  await desk.openTicket('Receipts come out blank')
  const line = desk.conversation.getByRole('group', { name: 'Contact with a bot' })
  await expect(line).toContainText('A bot spoke with them: they want a person')
  await expect(line).toContainText('Turned the roll already.')
  await expect(desk.conversation.getByRole('article', { name: /Robin/ })).toContainText('Bot')
  await isAccessible(window, 'a ticket a bot began')

  // The bot goes on while nobody has come.
  await say(house, token, [{ key: '4', by: 'bot', text: 'A person will be with you soon.' }])
  await expect(desk.conversation.getByText('A person will be with you soon.')).toBeVisible()

  cable.pull()
  await desk.offline()
  await desk.leaveField()
  await desk.press('O')
  await expect(line).toContainText(/took over from the bot/)
  await expect(desk.conversation.getByText(/took over from the bot/)).toHaveCount(2)
  await expect(row).not.toContainText('Bot: needs a person')
  // What the bot has asked is known: asking again shows the answer.
  const box = await openBox(desk, 'reply')
  await box.fill(QUESTION)
  await expect(window.getByText('Asked before:')).toBeVisible()
  expect((await say(house, token)).takeover.state).toBe('waiting')

  await plugIn(seat)
  await desk.settled()
  const told = (await say(house, token)).takeover
  expect(told.state).toBe('taken-over')
  expect(told.by).not.toBeNull()
  expect(rowsWhere(await house.rows(), 'takeovers', { ticketId: ticket.id })).toHaveLength(1)
})
