import type { ToneLists } from './tone-words.ts'

/** Shorter than the English and German ones: what is said most often. */
export const spanish: ToneLists = {
  blame: [
    { words: 'usted debería haber', better: '«la próxima vez ayuda …»' },
    { words: 'deberías haber', better: '«la próxima vez ayuda …»' },
    { words: 'olvidó', better: 'decir qué falta todavía' },
    { words: 'olvidaste', better: 'decir qué falta todavía' },
    { words: 'es culpa suya', better: 'omitir de quién fue la culpa' },
    { words: 'como ya le dije', better: 'decirlo otra vez con otras palabras' },
    { words: 'como ya te dije', better: 'decirlo otra vez con otras palabras' },
    { words: 'obviamente', better: 'omitirlo' },
  ],
  negative: [
    { words: 'no podemos', better: 'empezar por lo que sí se puede' },
    { words: 'no es posible', better: '«lo que podemos hacer es …»' },
    { words: 'lamentablemente', better: 'empezar por lo que sí se puede' },
    { words: 'desgraciadamente', better: 'empezar por lo que sí se puede' },
    { words: 'nuestra política', better: 'dar el motivo que hay detrás' },
    { words: 'no es asunto nuestro', better: 'decir quién ayuda y cómo encontrarlo' },
    { words: 'cálmese', better: '«entiendo que es molesto»' },
  ],
  jargon: [
    { words: 'escalar', better: 'pasarlo a quien mejor lo conoce' },
    { words: 'escalado', better: 'pasado a quien mejor lo conoce' },
    { words: 'rma', better: 'devolución' },
    { words: 'sla', better: 'el plazo que prometimos' },
    { words: 'firmware', better: 'el programa del aparato' },
    { words: 'backend', better: 'nuestros servidores' },
    { words: 'workaround', better: 'una forma de seguir hasta que se arregle' },
    { words: 'asap', better: 'decir hasta cuándo' },
  ],
}

export const french: ToneLists = {
  blame: [
    { words: 'vous auriez dû', better: '« la prochaine fois, … aide »' },
    { words: 'vous avez oublié', better: 'dire ce qui manque encore' },
    { words: 'votre faute', better: 'ne pas dire à qui la faute' },
    { words: 'comme je vous', better: 'le redire autrement' },
    { words: 'comme déjà', better: 'le redire autrement' },
    { words: 'vous prétendez', better: '« vous écrivez que … »' },
    { words: 'évidemment', better: 'le supprimer' },
  ],
  negative: [
    { words: 'nous ne pouvons pas', better: 'commencer par ce qui est possible' },
    { words: 'pas possible', better: '« ce que nous pouvons faire … »' },
    { words: 'malheureusement', better: 'commencer par ce qui est possible' },
    { words: 'notre politique', better: 'donner la raison' },
    { words: 'calmez vous', better: '« je comprends que c’est agaçant »' },
  ],
  jargon: [
    { words: 'escalad*', better: 'confié à qui le connaît le mieux' },
    { words: 'rma', better: 'retour' },
    { words: 'sla', better: 'le délai que nous avons promis' },
    { words: 'firmware', better: 'le programme de l’appareil' },
    { words: 'backend', better: 'nos serveurs' },
    { words: 'workaround', better: 'une façon de continuer en attendant' },
    { words: 'asap', better: 'dire jusqu’à quand' },
  ],
}

export const portuguese: ToneLists = {
  blame: [
    { words: 'você deveria ter', better: '«da próxima vez ajuda …»' },
    { words: 'esqueceu', better: 'dizer o que ainda falta' },
    { words: 'sua culpa', better: 'deixar de fora de quem foi a culpa' },
    { words: 'como já disse', better: 'dizer de novo com outras palavras' },
    { words: 'obviamente', better: 'deixar de fora' },
  ],
  negative: [
    { words: 'não podemos', better: 'começar pelo que é possível' },
    { words: 'não é possível', better: '«o que podemos fazer é …»' },
    { words: 'infelizmente', better: 'começar pelo que é possível' },
    { words: 'nossa política', better: 'dar o motivo' },
    { words: 'acalme se', better: '«entendo que é aborrecido»' },
  ],
  jargon: [
    { words: 'escalar', better: 'passar a quem conhece melhor' },
    { words: 'escalado', better: 'passado a quem conhece melhor' },
    { words: 'rma', better: 'devolução' },
    { words: 'sla', better: 'o prazo que prometemos' },
    { words: 'firmware', better: 'o programa do aparelho' },
    { words: 'backend', better: 'os nossos servidores' },
    { words: 'workaround', better: 'uma forma de continuar até estar resolvido' },
    { words: 'asap', better: 'dizer até quando' },
  ],
}
