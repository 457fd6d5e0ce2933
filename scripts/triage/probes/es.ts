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
]
