import { afterAll } from 'vitest'
import { finish } from './at-the-end.ts'

// Run before each file of tests, also where files share what they have loaded.
afterAll(finish)
