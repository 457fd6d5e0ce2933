import { afterEach } from 'vitest'
import { describeLaptopStore } from '../../support/laptop-store-contract.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'

const opened: LaptopDatabase[] = []
afterEach(() => {
  for (const laptop of opened.splice(0)) laptop.close()
})

describeLaptopStore('SQLite', () => {
  const laptop = openLaptopDatabase()
  opened.push(laptop)
  return laptop.store
})
