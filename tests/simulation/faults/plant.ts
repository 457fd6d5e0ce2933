import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { plantedFaults } from './faults.ts'
import type { PlantedFault } from './faults.ts'

// Loaded before anything else (`node --import`): plants the fault that TANDEM_PLANTED names into the product's source.

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** The file with the fault in it. Throws when the place is not there exactly once: then it would be planted in vain. */
export function faulty({ name, file, from, to }: PlantedFault): string {
  const source = readFileSync(join(ROOT, file), 'utf8')
  const places = source.split(from).length - 1
  if (places !== 1) throw new Error(`"${name}": ${file} holds the place ${places} times`)
  return source.replace(from, () => to)
}

function plant(fault: PlantedFault): void {
  const url = pathToFileURL(join(ROOT, fault.file)).href
  const source = faulty(fault)
  registerHooks({
    load: (asked, context, next) =>
      asked === url ? { format: 'module-typescript', source, shortCircuit: true } : next(asked, context),
  })
}

const wanted = process.env['TANDEM_PLANTED']
if (wanted !== undefined) {
  const fault = plantedFaults.find(({ name }) => name === wanted)
  if (!fault) throw new Error(`No such fault: ${wanted}`)
  plant(fault)
}
