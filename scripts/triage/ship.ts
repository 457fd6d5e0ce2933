import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { packWeights } from '../../shared/rules/triage/model.ts'
import type { Judge, OneSided } from '../../shared/rules/triage/model.ts'
import { packedModel } from '../../shared/rules/triage/model-data.ts'
import type { Weights } from './evaluate.ts'
import type { Example } from './example.ts'

const MODEL_FILE = new URL('../../shared/rules/triage/model-data.ts', import.meta.url)
const SHOWN = 12

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, SHOWN)

type Packed = Omit<OneSided, 'weights'> & { readonly weights: string }
const sideText = ({ step, bias, weights }: Packed): string =>
  `{ step: ${step}, bias: ${bias}, weights: '${weights}' }`

type Body = { readonly judge: Judge; readonly service: Packed; readonly support: Packed }
const bodyText = ({ judge, service, support }: Body): string =>
  `judge: ${JSON.stringify(judge)},\n  service: ${sideText(service)},\n  support: ${sideText(support)},`

const packed = (side: OneSided): Packed => ({ ...side, weights: packWeights(side.weights) })

/** A model as text, and the version that is its fingerprint: the same numbers always have the same. */
export type Shipped = { readonly version: string; readonly body: string }

const shipped = (of: Body): Shipped => {
  const body = bodyText(of)
  return { version: fingerprint(body), body }
}

export const shippedFrom = ({ service, support }: Weights, judge: Judge): Shipped =>
  shipped({ judge, service: packed(service), support: packed(support) })

/** Fingerprint of the numbers in the model file, worked out from them; the file names the same as its version. */
export const fingerprintOfFile = (): string => {
  const { judge, service, support } = packedModel
  const { service: one, support: other, both, neither } = judge
  return shipped({ judge: { service: one, support: other, neither, both }, service, support }).version
}

/** Fingerprint of all that is learnt from, in its order. */
export const fingerprintOfTexts = (examples: readonly Example[]): string =>
  fingerprint(JSON.stringify(examples))

/** Writes the model file; the caller puts it into the format of the repository. */
export function writeModel({ version, body }: Shipped): void {
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
}
