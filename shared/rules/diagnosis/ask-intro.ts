import type { LocalWords } from '../../domain/guides.ts'

/** What stands before several questions, in every language the team writes questions in. */
export const ASK_INTRO: LocalWords = {
  en: 'To help you faster, we need to know:',
  de: 'Damit wir Ihnen schneller helfen können, brauchen wir noch:',
  es: 'Para poder ayudarle antes, necesitamos saber:',
  fr: 'Pour vous aider plus vite, nous avons besoin de savoir :',
  pt: 'Para o podermos ajudar mais depressa, precisamos de saber:',
}
