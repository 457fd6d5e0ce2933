import { readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { seededRandom } from '../../shared/demo/seeded-random.ts'
import { packWeights } from '../../shared/rules/triage/model.ts'
import type { Judge, OneSided } from '../../shared/rules/triage/model.ts'
import { calibrationError, reliability } from './calibrate.ts'
import { answer, calibrate, fit, scoreUnseen } from './evaluate.ts'
import type { Answer, Unseen, Weights } from './evaluate.ts'
import { foldOf, FOLDS } from './example.ts'
import type { Prepared } from './fit.ts'
import { prepare } from './fit.ts'
import { languages, ownTexts } from './own-texts.ts'
import { probes } from './probes/probes.ts'
import { readPublicSources } from './public-sources.ts'
import { labelTable, reliabilityTable, resultTable } from './tables.ts'
import { steadiness } from './steadiness.ts'

const MODEL_FILE = new URL('../../shared/rules/triage/model-data.ts', import.meta.url)
const DOC_FILE = new URL('../../docs/triage.md', import.meta.url)
const OWN_SEED = 7

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const isOwn = ({ example }: Prepared): boolean => example.source.startsWith('ours-')
/** The whole of a source; of a language of ours its lines and its words. */
const isOf =
  (source: string) =>
  ({ example }: Prepared): boolean =>
    example.source === source || example.source === source.replace('ours-', 'words-')

/** Every source tested by weights trained without it. */
function acrossSources(rows: readonly Prepared[], sources: readonly string[]): readonly Unseen[] {
  return sources.flatMap(source => {
    say(`- without ${source}`)
    const isLeftOut = isOf(source)
    const weights = fit(rows.filter(row => !isLeftOut(row)))
    return scoreUnseen(
      weights,
      rows.filter(({ example }) => example.source === source),
    )
  })
}

/** Our own mails, each tested by weights that never saw its line. */
function acrossLines(rows: readonly Prepared[]): readonly Unseen[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    say(`- lines, part ${fold + 1} of ${FOLDS}`)
    const isTested = (row: Prepared): boolean => isOwn(row) && foldOf(row.example.template) === fold
    return scoreUnseen(fit(rows.filter(row => !isTested(row))), rows.filter(isTested))
  }).flat()
}

const packed = ({ weights, ...side }: OneSided): string =>
  `{ step: ${side.step}, bias: ${side.bias}, weights: '${packWeights(weights)}' }`

function writeModel(weights: Weights, judge: Judge): string {
  const body = `judge: ${JSON.stringify(judge)},\n  service: ${packed(weights.service)},\n  support: ${packed(weights.support)},`
  const version = createHash('sha256').update(body).digest('hex').slice(0, 12)
  writeFileSync(
    MODEL_FILE,
    [
      "import type { PackedModel } from './model.ts'",
      '',
      '/** Written by `npm run triage:train`; its model card is docs/triage.md. Do not edit. */',
      `export const packedModel: PackedModel = {\n  version: '${version}',\n  ${body}\n}`,
      '',
    ].join('\n'),
  )
  return version
}

/** Puts the numbers of this run between the marks of the document. */
function writeDocument(parts: Readonly<Record<string, string>>): void {
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

const rightAndSaid = (answers: readonly Answer[]): readonly { confidence: number; isRight: boolean }[] =>
  answers
    .filter(({ example }) => example.kind !== null)
    .map(({ example, likeliest, confidence }) => ({ confidence, isRight: likeliest === example.kind }))

function main(): void {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, dry: { type: 'boolean', default: false } },
  })
  if (values.data === undefined) throw new Error('name the folder of the public sets: --data FOLDER')
  const rows = prepare([...readPublicSources(values.data), ...ownTexts(seededRandom(OWN_SEED))])
  say(`${rows.length} texts`)
  const open = acrossSources(rows, ['banking77', 'bitext', 'it_tickets', 'askubuntu', 'webapps'])
  const foreign = acrossSources(
    rows,
    languages.map(({ language }) => `ours-${language}`),
  )
  const lines = acrossLines(rows)
  const calibration = calibrate([...open, ...lines])
  const asked = [...open, ...lines].map(each => answer(each, calibration))
  const bins = reliability(rightAndSaid(asked))
  const weights = fit(rows)
  const probed = scoreUnseen(weights, prepare(probes)).map(each => answer(each, calibration))
  const answered = (unseen: readonly Unseen[]): string =>
    resultTable(unseen.map(each => answer(each, calibration)))
  const parts = {
    labels: labelTable(),
    sources: answered(open),
    languages: answered(foreign),
    lines: answered(lines),
    probes: resultTable(probed),
    calibration: `Expected calibration error ${calibrationError(bins).toFixed(3)}.\n\n${reliabilityTable(bins)}`,
    steadiness: steadiness({ ...weights, judge: calibration, version: '' }, rows),
  }
  for (const [name, part] of Object.entries(parts)) say(`\n## ${name}\n${part}`)
  if (values.dry) return
  writeDocument(parts)
  say(`\nmodel ${writeModel(weights, calibration)} written`)
}

main()
