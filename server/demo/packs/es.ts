import { say } from './pack.ts'
import type { Pack } from './pack.ts'

export const es: Pack = {
  hello: ['Hola:', 'Buenos días:', 'Buenas tardes,', 'Hola, equipo:'],
  bye: ['Gracias,', 'Un saludo,', 'Muchas gracias y un saludo,', 'Quedo a la espera,'],
  answerHello: ['Hola, {first}:', 'Buenos días, {first}:'],
  answerBye: ['Un saludo,\n{agent}', 'Estoy aquí para lo que necesites.\n{agent}'],
  nudges: [
    '¿Hay alguna novedad? Abrimos el sábado y nos gustaría tenerlo resuelto antes.',
    'Disculpad la insistencia, ¿necesitáis algo más por mi parte?',
  ],
  more: [
    'Acabo de probarlo y sigue igual. Puedo mandar una foto si sirve de ayuda.',
    'En la otra tienda les pasa lo mismo desde el lunes.',
  ],
  thanks: [
    'Ahora sí, funciona. Muchas gracias por la rapidez.',
    'Perfecto, todo aclarado. Gracias.',
    'Genial, muy amable.',
  ],
  closings: [
    'Me alegro. Lo cierro; si vuelve a pasar, contesta a este mismo correo.',
    'Gracias a ti. He dejado anotada la causa para que nadie te lo pregunte otra vez.',
  ],
  topics: {
    'late-delivery': say(
      'El pedido {order} no ha llegado',
      'Hice el pedido {order} hace {days} días y el seguimiento no avanza. Necesitamos el artículo ({item}) antes del fin de semana.',
      'Siento la espera. El paquete se quedó en otro almacén y sale mañana antes de las doce. Lo compruebo yo a las diez y te escribo en cualquier caso.',
      'El mensajero lo ha entregado a las 11:42. Te he devuelto los gastos de envío.',
    ),
    'charged-twice': say(
      'Me han cobrado dos veces el pedido {order}',
      'En mi tarjeta aparecen dos cargos de {amount} por el pedido {order}, con un minuto de diferencia. Solo hice una compra. ¿Podéis devolverme uno?',
      'Tienes razón y lo siento: la página de pago se cortó y repitió el cargo. He devuelto {amount} hoy mismo; el banco suele tardar tres días laborables.',
      'El banco ha confirmado la devolución con la referencia {rc}.',
    ),
    'refund-when': say(
      '¿Cuándo llega mi reembolso?',
      'Devolví el artículo hace {days} días (caso {rc}) y todavía no veo el dinero. ¿Cuándo llegará?',
      'La devolución {rc} ya está revisada. He liberado {amount} esta mañana; tu banco tarda entre dos y cuatro días.',
      'El importe de {amount} ha salido de nuestra cuenta hace una hora.',
    ),
    'invoice-address': say(
      'La factura {invoice} lleva la dirección antigua',
      'La factura {invoice} sigue con la dirección de antes, aunque la cambié en la cuenta. La gestoría no la acepta así.',
      'Ya está corregida: he vuelto a emitir {invoice} con la dirección nueva y la anterior queda marcada como sustituida.',
      'Tienes la factura corregida en Documentos.',
    ),
    'which-plan': say(
      '¿Qué plan nos conviene para {n} tiendas?',
      'Tenemos {n} tiendas pequeñas y queremos cambiar las cajas. ¿Basta con el plan Tienda o necesitamos el plan Cadena? Nos gustaría compartir existencias.',
      'Con {n} tiendas y existencias compartidas sale mejor el plan Cadena. Te adjunto las dos cuentas; puedes cambiar al final de cualquier mes.',
    ),
    'cancel-order': say(
      'Anular el pedido {order}',
      'Me he equivocado de artículo en el pedido {order}. ¿Se puede anular todavía?',
      'He llegado a tiempo: el pedido {order} está anulado y los {amount} vuelven hoy a tu tarjeta.',
    ),
    'loyalty-points': say(
      'Faltan puntos en mi cuenta',
      'El pedido {order} no ha sumado puntos. ¿Caducan a fin de año?',
      'Los puntos se suman al pagar la factura, así que los tuyos llegaron ayer. Valen dos años.',
    ),
    complaint: say(
      'Es la tercera vez que lo explico',
      'Ya se lo he contado a tres personas y nadie parece apuntarlo. El paquete llegó tarde, con el cable equivocado, y sigo esperando el bueno.',
      'Es normal que estés molesto y no tendrás que explicarlo más: lo llevo yo. El cable correcto sale hoy por mensajero y mañana a las diez te llamo.',
      'Lo prometido: entregado a las 9:20. Te he dejado un abono de {amount} por las molestias.',
    ),
    'scanner-pairing': say(
      'El escáner no se empareja con la caja',
      'El escáner P40 no se empareja: parpadea en rojo y la aplicación dice E-310. Firmware {version}. Ya hemos reiniciado los dos.',
      'E-310 con el firmware {version} es un fallo conocido (KE-117). Instala por favor la versión 2.3 por USB; son cinco minutos y te adjunto la guía.',
      'Con la 2.3 acepta la clave nueva. Empareja otra vez desde Ajustes, Dispositivos.',
    ),
    'printer-offline': say(
      'La impresora de etiquetas se desconecta por la noche',
      'La impresora L20 aparece sin conexión cada mañana hasta que la apagamos y la encendemos. Versión {version}.',
      'Es el KE-118: se duerme y no responde al router. Desactiva «deep sleep» en Red, Energía, y se quedará conectada.',
    ),
    'codes-rejected': say(
      'No acepta los códigos de verificación',
      'Desde el lunes rechaza los códigos de seis cifras. Lo he probado en dos teléfonos.',
      'Casi siempre es el reloj: pon la hora automática en el teléfono y en la caja. Si sigue igual, te restablezco el segundo factor por teléfono.',
    ),
    'export-fails': say(
      'La exportación falla con E-1042',
      'La exportación del catálogo se para con E-1042. Tenemos unos {n} mil artículos.',
      'Desde anoche E-1042 afecta a catálogos grandes (KE-121). Por categorías sí funciona; si me dices cuáles, te las saco yo.',
    ),
    'broken-on-arrival': say(
      'Ha llegado roto: pedido {order}',
      'El artículo del pedido {order} ({item}) no se enciende y la caja venía golpeada. Necesito otro y quiero saber si se pueden pasar los ajustes.',
      'Lo siento mucho. Hoy sale el recambio sin esperar al roto; la etiqueta de devolución es {rc}. Un compañero de soporte pasará los ajustes.',
      'El recambio ya está configurado y el caso {rc} queda cerrado.',
    ),
  },
}
