import { BrowserWindow, app } from 'electron'
import { forkChild } from '../../../../main/data-process/fork-child.ts'
import { utilityChild } from '../../../../main/data-process/utility-child.ts'

/** An app of nothing but the two ways to run a data process, for a test to hold. */
Object.assign(globalThis, { dataChildren: { utilityChild, forkChild } })
void app.whenReady().then(() => new BrowserWindow({ show: false }).loadURL('about:blank'))
