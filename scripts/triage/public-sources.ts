import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Example } from './example.ts'
import type { LabelMap } from './label-map.ts'
import { askUbuntu, banking, bitext, itTickets, kindOfLabel, webApplications } from './label-map.ts'

const Corpus = z.object({ sentences: z.array(z.object({ text: z.string(), intent: z.string() })) })
const Rows = z.array(z.record(z.string(), z.string()))

type Text = { readonly text: string; readonly label: string }

function examplesOf(map: LabelMap, texts: readonly Text[]): readonly Example[] {
  return texts.flatMap(({ text, label }, index) => {
    const kind = kindOfLabel(map, label)
    if (kind === undefined) return []
    const { source } = map
    return [{ source, language: 'en', template: `${source}:${index}`, subject: '', body: text, kind }]
  })
}

function csvTexts(file: string, textColumn: string, labelColumn: string): readonly Text[] {
  const rows = Rows.parse(parse(readFileSync(file), { columns: true, relax_quotes: true, bom: true }))
  return rows.map(row => ({ text: row[textColumn] ?? '', label: row[labelColumn] ?? '' }))
}

const jsonTexts = (file: string): readonly Text[] =>
  Corpus.parse(JSON.parse(readFileSync(file, 'utf8'))).sentences.map(({ text, intent }) => ({
    text,
    label: intent,
  }))

/** bitext: the customer's sentence only; the answer is the company's. Repeated texts are there once. */
function distinct(texts: readonly Text[]): readonly Text[] {
  return [...new Map(texts.map(each => [each.text.toLowerCase(), each])).values()]
}

const sets = (folder: string): readonly (readonly [LabelMap, readonly Text[]])[] => {
  const at = (name: string): string => path.join(folder, name)
  return [
    [banking, distinct(csvTexts(at('banking77_train.csv'), 'text', 'category'))],
    [bitext, distinct(csvTexts(at('bitext_sample.csv'), 'instruction', 'intent'))],
    [itTickets, distinct(csvTexts(at('it_tickets_6k.csv'), 'Document', 'Topic_group'))],
    [askUbuntu, jsonTexts(at('AskUbuntuCorpus.json'))],
    [webApplications, jsonTexts(at('WebApplicationsCorpus.json'))],
  ]
}

/** The public sets in a folder, as docs/triage.md names them. */
export const readPublicSources = (folder: string): readonly Example[] =>
  sets(folder).flatMap(([map, texts]) => examplesOf(map, texts))

/** What the label maps leave out of training and of its numbers; nobody says which kind it is. */
export const readLeftOut = (folder: string): readonly Example[] =>
  sets(folder).flatMap(([map, texts]) =>
    texts.flatMap(({ text, label }, index): readonly Example[] => {
      const { source } = map
      if (kindOfLabel(map, label) !== undefined) return []
      return [{ source, language: 'en', template: `${source}:${index}`, subject: '', body: text, kind: null }]
    }),
  )
