import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { storableText } from '../../../shared/rules/storable-text.ts'
import { LONGEST_COMMENT, SURVEY_PAGE_POLICY, surveyPage } from '../../surveys/survey-page.ts'
import type { SurveyPage } from '../../surveys/survey-page.ts'
import { surveyLanguage } from '../../surveys/survey-words.ts'
import { inputOf } from '../input.ts'
import type { Exchange, HubRoute } from '../route.ts'
import { SMALL_BODY_BYTES } from '../route.ts'

const Params = z.object({ token: z.string() })
/** The language of the mail the link stood in; without it the browser's. */
const Query = z.object({ in: z.string().max(35).optional() })
/** As a browser sends the form: nothing in it is trusted, what is missing is asked for again. */
const Form = z.object({
  score: z
    .string()
    .regex(/^\d{1,2}$/u)
    .transform(Number)
    .nullable()
    .catch(null),
  comment: z
    .string()
    .transform(text => storableText(text).trim().slice(0, LONGEST_COMMENT))
    .transform(text => (text === '' ? null : text))
    .nullable()
    .catch(null),
})

const STATUS: Readonly<Record<SurveyPage['page'], number>> = { question: 200, gone: 404, busy: 429 }

function show({ request, reply }: Exchange, page: SurveyPage): FastifyReply {
  const wanted = inputOf(Query, request, 'query').in ?? request.headers['accept-language']
  return reply
    .code(page.page === 'question' && page.isIncomplete ? 422 : STATUS[page.page])
    .header('content-security-policy', SURVEY_PAGE_POLICY)
    .type('text/html; charset=utf-8')
    .send(surveyPage(page, surveyLanguage(wanted)))
}

/** The page a customer opens by the link of a mail. */
export const surveyRoute: HubRoute = {
  name: 'survey',
  method: 'GET',
  access: 'public',
  bodyLimit: 0,
  handle: async exchange => {
    const { token } = inputOf(Params, exchange.request, 'params')
    return show(exchange, await exchange.services.surveys.open(token, exchange.request.ip))
  },
}

/** Their answer, sent by the page's own form. */
export const surveyAnswerRoute: HubRoute = {
  name: 'survey',
  method: 'POST',
  access: 'public',
  bodyLimit: SMALL_BODY_BYTES,
  takesForm: true,
  handle: async exchange => {
    const { request, services } = exchange
    const { token } = inputOf(Params, request, 'params')
    const answer = inputOf(Form, request, 'body')
    return show(exchange, await services.surveys.answer(token, answer, request.ip))
  },
}
