import type { Probe } from './probe.ts'

export const es: readonly Probe[] = [
  {
    kind: 'support',
    subject: 'El terminal no lee las tarjetas',
    body: `Buenos días:

Desde esta mañana el terminal de la tienda no lee ninguna tarjeta. En la pantalla pone "sin conexión" aunque el móvil navega bien con la misma red. Lo hemos apagado y encendido varias veces. ¿Nos pueden decir qué hay que hacer?

Un saludo
Nuria`,
  },
  {
    kind: 'support',
    subject: '',
    body: 'se me ha bloqueado la app y no me deja entrar, ya la borré y la volví a instalar',
  },
  {
    kind: 'support',
    subject: 'OTRA VEZ LO MISMO',
    body: '¡¡Es la quinta vez que el programa se cuelga al guardar!! He perdido dos horas de trabajo. Arréglenlo de una vez.',
  },
  {
    kind: 'service',
    subject: 'Mi compra de febrero',
    body: 'Hice una compra el 3 de febrero y todavía no ha llegado nada a casa. En la web pone "en reparto" desde hace una semana. Quiero saber dónde está el paquete o que me devuelvan lo que pagué.',
  },
  {
    kind: 'service',
    subject: 'Condiciones para colegios',
    body: `Estimados señores:

Somos un centro educativo y estamos interesados en contratar su servicio para el próximo curso. ¿Podrían indicarnos las tarifas para unos 400 alumnos y si hay alguna rebaja por pago anual?

Atentamente
Secretaría`,
  },
  { kind: 'service', subject: 'baja', body: 'quiero darme de baja ya, no pienso pagar ni un mes más' },
  {
    kind: 'both',
    subject: 'Impresora nueva',
    body: 'La impresora que me enviaron no enciende y además me cobraron el envío urgente dos veces. Díganme cómo hacerla funcionar y devuélvanme el cobro de más.',
  },
  {
    kind: 'both',
    subject: '',
    body: 'pedí el kit dos veces por error, uno lo puedo devolver. el otro no se empareja con el móvil, lo intenté tres veces',
  },
  {
    kind: 'both',
    subject: 'Caldera',
    body: 'La caldera que instalaron el mes pasado se apaga cada noche con el código 4 y por la mañana no hay agua caliente. Además el técnico nos facturó dos horas y estuvo veinte minutos. Revísenla y corrijan la factura.',
  },
  {
    kind: 'support',
    subject: 'Caja',
    body: 'Hola, compré la caja registradora hace dos años en su tienda y pagué bastante. Desde esta mañana el cajón no se abre al terminar la venta; sale el tique, pero no suena nada. ¿Se me escapa algún ajuste?',
  },
  {
    kind: 'service',
    subject: 'Reserva 8841',
    body: 'Buenos días, reservé una habitación con su aplicación y todo fue bien. Pero han cambiado mis planes: ¿podrían pasar la estancia al fin de semana siguiente y tendría algún coste?',
  },
]
