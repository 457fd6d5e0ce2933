import type { TicketKind } from '../../shared/rules/work-kind.ts'

/** Words that speak for technical work or for service; whole words, several languages. */
const SUPPORT =
  /\b(error|errors|crash(?:es|ed)?|bug|freez\w*|install\w*|updat\w*|upgrad\w*|driver|boot\w*|reboot\w*|firmware|firewall|vpn|wi-?fi|network|printer|scanner|screen|log ?in|password|sync\w*|connect\w*|server|disk|drive|software|terminal|fehler\w*|absturz|verbind\w*|drucker|kennwort|passwort|erreur|plant\w*|imprimante|mot de passe|no funciona|impresora|contraseña|erro|impressora|senha)\b|E-\d{2,}/giu
const SERVICE =
  /\b(refund\w*|invoice\w*|order\w*|deliver\w*|ship\w*|return\w*|charg\w*|bill\w*|pay\w*|price|plan|cancel\w*|subscri\w*|discount|voucher|complain\w*|account|address|card|transfer\w*|rechnung|bestell\w*|liefer\w*|erstatt\w*|zahlung|kündig\w*|facture|commande|livraison|rembours\w*|pedido|factura|envío|reembolso|fatura|entrega)\b/giu

const count = (text: string, words: RegExp): number => text.match(words)?.length ?? 0

/**
 * A first sorting for sources whose mapping knows no better: more technical words make it support, words of both
 * kinds (two of each) both, everything else service. People relabel what is wrong.
 */
export function byKeywords(text: string): TicketKind {
  const support = count(text, SUPPORT)
  const service = count(text, SERVICE)
  if (support >= 2 && service >= 2) return 'both'
  return support > service ? 'support' : 'service'
}
