import { webhookCommand } from './webhook.ts'

export const opportunitiesWebhook = webhookCommand({
  name: 'opportunities webhook',
  summary: 'Send what is passed on with consent to an address outside, signed; without --url shows where.',
  topic: 'opportunities',
  told: url => `Each opportunity that is passed on to an address goes to ${url}.`,
  // Nobody's name is sent to see whether an address works.
  trial: async () => ({ kind: 'webhook.test' }),
})
