import './styles/mantine.css'
import '@mantine/spotlight/styles.css'
import '@mantine/notifications/styles.css'
import '@fontsource-variable/inter'
import './styles/global.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { followAsked } from './data/asked.ts'
import { loadFirst } from './shell/load-first.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root')
followAsked()
// Settings and session first: the first paint already has its theme, language and page.
void loadFirst().finally(() => createRoot(root).render(<App />))
