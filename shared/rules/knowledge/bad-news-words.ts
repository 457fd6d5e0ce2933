import type { BadNewsPart } from './template-families.ts'

/** Beginnings of what each part is said with: folded, words apart by one space. */
export type BadNewsWords = Readonly<Record<BadNewsPart, readonly string[]>>

const list = (words: string): readonly string[] => words.split(', ')

/** By language. Thanks, regret and understanding are known already (see tone/acknowledges.ts). */
export const BAD_NEWS_WORDS: Readonly<Record<string, BadNewsWords>> = {
  en: {
    acknowledge: list(
      'i know, we know, i have read, we have read, i can see, i see that, you have planned, you planned, you have reckoned, you counted on, you were counting on, you have waited, you cannot do, you wanted, you asked, you needed, you wrote, you have looked, matters to you, important to you, nobody likes',
    ),
    fact: list(
      'will not, won t, is not, isn t, are not, aren t, was not, cannot, can t, could not, couldn t, no longer, not possible, not be able, unable, not available, out of stock, later than, is late, delay, costs more, it costs , higher price, price rises, goes up, fault of ours, our fault, our mistake, is broken, have to tell you, must tell you, decline, refuse, ends on, comes to an end',
    ),
    reason: list(
      'reason, because, the cause, cause of, caused by, due to, owing to, that is why, this is why, as a result of, the background',
    ),
    option: list(
      'you can choose, your choice, the choice, two ways, three ways, ways from here, instead, alternativ, option, either, if you prefer, you prefer, which one, which of, tell me which, what i can do, what we can do, would you like, i can offer, we can offer, you could',
    ),
  },
  de: {
    acknowledge: list(
      'ich weiss, wir wissen, ich habe gelesen, wir haben gelesen, ich sehe, sie haben mit, sie haben gewartet, sie warten, sie wollten, sie brauchen, sie konnen deshalb, sie haben lange, du hast, du wolltest, du brauchst, du wartest, wichtig ist, ihnen wichtig, dir wichtig, hort niemand gern, ist argerlich, hatte gern, hatten gern',
    ),
    fact: list(
      'nicht fertig, wird nicht, werden nicht, ist nicht, sind nicht, kann nicht, konnen wir nicht, kann es nicht, kann ich nicht, lasst sich heute nicht, lasst sich nicht, nicht moglich, geht nicht, nicht mehr, nicht lieferbar, ausverkauft, leider, spater , verspat, verzoger, teurer, kostet es, kostet kunftig, hoherer preis, preis steigt, liegt bei uns, unser fehler, defekt, muss ihnen sagen, mussen ihnen sagen, muss dir sagen, ablehn, endet am, eingestellt',
    ),
    reason: list(
      'grund, weil, ursache, liegt daran, lag daran, wegen, aufgrund, deshalb weil, hintergrund, verursacht, denn ',
    ),
    option: list(
      'die wahl, zwei wege, drei wege, stattdessen, moglichkeit, alternativ, entweder, lieber, wahlweise, welcher ihnen, welcher dir, sagen sie mir, sag mir, was ich tun kann, was wir tun konnen, anbieten, biete ich, sie konnen auch, du kannst auch',
    ),
  },
  es: {
    acknowledge: list('se que, sabemos que, he leido, hemos leido, contaba con, contabas con, es importante'),
    fact: list(
      'no podemos, no puedo, no es posible, no esta, no estara, no va a, no llegara, ya no, retras, mas tarde, mas caro, sube, cuesta, error nuestro, fallo nuestro, agotado, tengo que decir',
    ),
    reason: list('motivo, razon, porque, debido a, la causa, causado por, a causa de, por culpa de'),
    option: list(
      'puede elegir, puedes elegir, dos opciones, opcion, en su lugar, en cambio, alternativ, o bien, prefier, si quiere, si quieres, ofrec, lo que puedo, lo que podemos, digame, dime',
    ),
  },
  fr: {
    acknowledge: list(
      'je sais, nous savons, j ai lu, nous avons lu, vous comptiez, vous aviez prevu, important pour',
    ),
    fact: list(
      'ne pouvons, ne peux, ne peut, pas possible, impossible, ne sera pas, n est pas, n est plus, ne sont pas, retard, plus tard, plus cher, augment, coute, notre erreur, notre faute, rupture de stock, dois vous dire',
    ),
    reason: list('raison, parce que, a cause, en raison, la cause, cause par, car , c est pourquoi'),
    option: list(
      'vous pouvez choisir, le choix, deux possibilites, option, a la place, au lieu, alternativ, soit, prefer, si vous voulez, si vous souhaitez, propos, ce que je peux, ce que nous pouvons, dites moi',
    ),
  },
  pt: {
    acknowledge: list('sei que, sabemos que, eu li, lemos, contava com, importante para'),
    fact: list(
      'nao podemos, nao posso, nao e possivel, nao estara, nao esta, nao vai, nao chegara, ja nao, nao mais, atras, mais tarde, mais caro, aument, custa, erro nosso, falha nossa, esgotad, tenho de dizer, tenho que dizer',
    ),
    reason: list('motivo, razao, porque, devido a, a causa, causado por, por causa'),
    option: list(
      'pode escolher, duas opcoes, opcao, opcoes, em vez, alternativ, ou entao, prefer, se quiser, oferec, o que posso, o que podemos, diga me',
    ),
  },
}
