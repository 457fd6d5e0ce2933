import type { Seat } from '../../support/house.ts'
import { expect, openBox, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })

/** Says something of oneself by the palette, as an agent does. */
async function say({ desk, window }: Seat, words: string): Promise<void> {
  await desk.leaveField()
  await desk.press('Control+k')
  await window.keyboard.type(words)
  await window.keyboard.press('Enter')
}

test('what a colleague says of themselves stands where they are named, and nothing is claimed offline', async ({
  house,
  sit,
}) => {
  const subject = 'Who can take this?'
  await house.jonas.ticket({ customer: 'Rosa Klein', subject, text: 'Hello?' })
  const nadia = await sit({ who: 'nadia' })
  const mira = await sit()
  await say(nadia, 'I am on a call')
  await mira.desk.show('all-open')
  await mira.desk.openTicket(subject)

  const owner = mira.desk.conversation.getByRole('button', { name: /^Owner: / }).first()
  const colleague = mira.window.getByRole('menuitem', { name: 'Nadia Ott' })
  await owner.click()
  await expect(colleague).toContainText('On a call', { timeout: 20_000 })
  await expect(mira.window.getByRole('menuitem', { name: 'Jonas Berg' })).toContainText('Offline')
  await mira.window.screenshot({ path: 'out/e2e/stories/colleagues.png' })
  await colleague.click()
  await expect(owner).toHaveAccessibleName(/Nadia O\. \(On a call\)/)

  const note = await openBox(mira.desk, 'note')
  await note.pressSequentially('@nad')
  await expect(mira.window.getByRole('option', { name: /Nadia Ott/ })).toContainText('On a call')
  await mira.window.keyboard.press('Escape')
  await mira.desk.leaveField()

  await nadia.desk.show('all-open')
  await nadia.desk.openTicket(subject)
  await expect(mira.desk.conversation.getByText(/Nadia O\. \(on a call\) is viewing/)).toBeVisible({
    timeout: 20_000,
  })

  await say(nadia, 'I am available')
  await expect(owner).toHaveAccessibleName('Owner: Nadia O.', { timeout: 20_000 })
  mira.cable.pull()
  await mira.desk.offline()
  await owner.click()
  await expect(colleague).toBeVisible()
  await expect(colleague).not.toContainText('Available')
  await mira.window.keyboard.press('Escape')
  expect([...mira.complaints, ...nadia.complaints]).toEqual([])
})
