type Named = { readonly fileName: string; readonly mediaType: string }

const TEXT_TYPE =
  /^(?:text|message)\/|^application\/(?:.+\+)?(?:json|xml|yaml|x-yaml|x-ndjson|ndjson|csv|rtf|sql|javascript|x-log)\b|\+(?:json|xml)\b/iu
const TEXT_NAME =
  /\.(?:txt|text|csv|tsv|json|jsonl|ndjson|log|xml|html?|md|ya?ml|ini|conf|cfg|eml|vcf|ics|rtf|sql)(?:\.\d+)?$/iu

/** Whether a file is words by its name or by what it is said to be. */
export const isNamedText = ({ fileName, mediaType }: Named): boolean =>
  TEXT_TYPE.test(mediaType.trim()) || TEXT_NAME.test(fileName.trim())
