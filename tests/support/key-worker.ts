import { keyConsole } from './key-console.ts'

// Replaces the key of the console below the folder given and ends. Started as a process that is killed in the middle.

keyConsole(process.argv[2] ?? '')
  .replace()
  .catch(() => {
    process.exitCode = 1
  })
