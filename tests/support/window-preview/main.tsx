import { fakeDesk } from './fake-desk.ts'
import { prepare } from './scenes.ts'

const wanted = new URLSearchParams(location.search)
const { tables, scene, openTicketId } = prepare(wanted.get('scene') ?? 'online', Date.now())
const settings = { ...scene.settings, ...(JSON.parse(wanted.get('settings') ?? '{}') as object) }

Object.defineProperty(window, 'desk', { value: fakeDesk(tables, { ...scene, settings }) })
if (openTicketId !== null) {
  const others = tables.all('tickets').filter(({ subject }) => /^(Label|Export)/u.test(subject))
  const tabs = [openTicketId, ...others.map(({ id }) => id).filter(id => id !== openTicketId)].map(id => ({
    type: 'ticket',
    id,
  }))
  localStorage.setItem('tabs:preview', JSON.stringify({ tabs, active: 0 }))
}
void (scene.board === null
  ? import('../../../renderer/main.tsx')
  : import('../../../renderer/supervisor-main.tsx'))
