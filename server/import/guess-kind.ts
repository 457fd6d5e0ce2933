import { triage } from '../../shared/rules/triage/triage.ts'
import type { KindName } from './map-schema.ts'

/**
 * A first sorting for sources whose mapping knows no better: what the triage makes of the words, and where it is unsure
 * what they look most like; service where they say nothing. People are shown the doubt on the ticket and decide.
 */
export const guessKind = (words: string): KindName => triage({ subject: '', body: words }).likeliest
