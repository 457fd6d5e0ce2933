import { readFileSync, writeFileSync } from 'node:fs'

const DOC_FILE = new URL('../../docs/triage.md', import.meta.url)

/** Puts the numbers of a run between the marks of docs/triage.md; throws where they are missing. */
export function writeDocument(parts: Readonly<Record<string, string>>): void {
  let text = readFileSync(DOC_FILE, 'utf8')
  for (const [name, part] of Object.entries(parts)) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- end ${name} -->`]
    const from = text.indexOf(begin)
    const to = text.indexOf(end)
    if (from < 0 || to < 0) throw new Error(`docs/triage.md lacks the marks of ${name}`)
    text = `${text.slice(0, from + begin.length)}\n\n${part}\n\n${text.slice(to)}`
  }
  writeFileSync(DOC_FILE, text)
}
