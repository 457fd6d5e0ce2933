import './styles/mantine.css'
import '@mantine/notifications/styles.css'
import '@fontsource-variable/inter'
import './styles/global.css'
import { createRoot } from 'react-dom/client'
import { loadFirst } from './shell/load-first.ts'
import { SupervisorApp } from './supervisor-app.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root')
// Settings and session first: the first paint already has its theme and language.
void loadFirst().finally(() => createRoot(root).render(<SupervisorApp />))
