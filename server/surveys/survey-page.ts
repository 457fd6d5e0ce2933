import { createHash } from 'node:crypto'
import { SCORES } from '../../shared/rules/surveys/survey-guard.ts'
import type { SurveyKind } from '../../shared/rules/surveys/survey-guard.ts'
import type { SurveyLanguage } from './survey-words.ts'
import { surveyWords } from './survey-words.ts'

/** More is a letter: the mail can be answered as well. */
export const LONGEST_COMMENT = 4000

export type OpenSurvey = {
  readonly kind: SurveyKind
  readonly score: number | null
  readonly comment: string | null
  /** Of whom they are a customer. */
  readonly workspaceName: string
}
export type SurveyPage =
  | { readonly page: 'question'; readonly survey: OpenSurvey; readonly isIncomplete: boolean }
  | { readonly page: 'gone' }
  | { readonly page: 'busy' }

/* Plain and readable everywhere, in the light or dark the reader has chosen; nothing is loaded from anywhere. */
const STYLE = `:root{color-scheme:light dark}
body{font:17px/1.5 system-ui,sans-serif;max-width:36rem;margin:0 auto;padding:2rem 1.25rem}
h1{font-size:1rem;font-weight:600;opacity:.75}
fieldset{border:0;padding:0;margin:0 0 1.5rem}
legend{font-size:1.35rem;font-weight:600;padding:0;margin-bottom:1rem}
.scores{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:.4rem}
.scores label{display:flex;flex-direction:column;align-items:center;min-height:3.4rem;box-sizing:border-box;
padding:.5rem 0;border:1px solid;border-radius:.6rem;cursor:pointer}
.scores label:has(:checked){outline:3px solid;outline-offset:1px;font-weight:700}
.scores input{width:1.2rem;height:1.2rem;margin:0 0 .2rem}
.ends{display:flex;justify-content:space-between;gap:1rem;margin:.4rem 0 0;font-size:.9rem;opacity:.8}
textarea{width:100%;box-sizing:border-box;font:inherit;padding:.5rem;margin:.3rem 0 1.2rem}
@media(max-width:34rem){.scores:has(:nth-child(8)){grid-auto-flow:row;grid-template-columns:repeat(6,minmax(0,1fr))}}
button{font:inherit;font-weight:600;padding:.7rem 1.4rem;min-height:2.75rem;border-radius:.6rem;border:1px solid}
[role=alert],[role=status]{border-inline-start:4px solid;padding:.25rem 0 .25rem .9rem}`

/** The page may show its own style and send its own form; whatever else a browser could do is forbidden. */
export const SURVEY_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, sign => ENTITIES[sign] ?? sign)

const frame = (language: SurveyLanguage, title: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
  '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
  `<title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`

function scoreInputs({ kind, score }: OpenSurvey): string {
  const [least, most] = SCORES[kind]
  return Array.from({ length: most - least + 1 }, (_, index) => least + index)
    .map(
      value =>
        `<label><input type="radio" name="score" value="${value}" required` +
        `${value === score ? ' checked' : ''}>${value}</label>`,
    )
    .join('')
}

function question(language: SurveyLanguage, survey: OpenSurvey, isIncomplete: boolean): string {
  const words = surveyWords(language)
  const ask = words.ask[survey.kind]
  const [least, most] = SCORES[survey.kind]
  const isAnswered = survey.score !== null
  const said = isIncomplete
    ? `<p role="alert">${escaped(words.choose)}</p>`
    : isAnswered
      ? `<p role="status"><strong>${escaped(words.thanks)}</strong> ${escaped(words.mayChange)}</p>`
      : ''
  return frame(
    language,
    ask.question,
    `<h1 dir="auto">${escaped(survey.workspaceName)}</h1>${said}` +
      `<form method="post"><fieldset aria-describedby="ends"><legend>${escaped(ask.question)}</legend>` +
      `<div class="scores">${scoreInputs(survey)}</div>` +
      // With their numbers: on a narrow screen a long scale takes two lines, six above and the rest below.
      `<p class="ends" id="ends"><span>${least} = ${escaped(ask.least)}</span> ` +
      `<span>${most} = ${escaped(ask.most)}</span></p></fieldset>` +
      `<label for="comment">${escaped(words.comment)}</label>` +
      `<textarea id="comment" name="comment" rows="4" maxlength="${LONGEST_COMMENT}" dir="auto">` +
      `${escaped(survey.comment ?? '')}</textarea>` +
      `<button>${escaped(isAnswered ? words.change : words.send)}</button></form>`,
  )
}

/** The whole page as HTML: no script, one form. What customers wrote is text wherever it stands. */
export function surveyPage(page: SurveyPage, language: SurveyLanguage): string {
  const words = surveyWords(language)
  const told = (head: string, more: string): string =>
    frame(language, head, `<h1>${escaped(head)}</h1><p>${escaped(more)}</p>`)
  switch (page.page) {
    case 'question':
      return question(language, page.survey, page.isIncomplete)
    case 'gone':
      return told(words.gone, words.goneMore)
    case 'busy':
      return told(words.busy, words.busyMore)
  }
}
