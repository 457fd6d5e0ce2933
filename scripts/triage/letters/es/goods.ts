import { letters } from '../letter.ts'

export const goods = [
  letters('online shop', {
    service: `
      Llevo diez días esperando el pedido {n} y nadie me da razón
      Pedí la batidora roja y me ha llegado la blanca, ¿cómo hacemos el cambio?
      ¿Me podéis mandar la factura con el CIF de la empresa?
      Se me pasó poner el piso en la dirección, es el 3ºB, por favor corregidlo antes de que salga
      Quiero devolverlo, ¿el envío de vuelta lo pago yo?
      me han cobrado dos veces lo mismo, devuélvanme {m} ya
      El código de bienvenida no me lo han descontado
      El repartidor dice que no estaba en casa y es mentira, estuve toda la mañana
      ¿Hacen envíos a Canarias y cuánto tardan?
      Anulen el pedido, me lo he pensado mejor`,
    support: `
      Le doy a pagar y la página se queda cargando
      La web no me deja iniciar sesión, dice usuario inexistente y llevo años comprando
      El carrito se vacía solo cuando cambio de página
      no puedo subir las fotos para la devolución, el formulario da error
      La app se cierra al abrir mis pedidos
      El buscador no encuentra nada aunque ponga el nombre exacto
      Enlace roto en el correo de confirmación, error 404
      ¿Cómo se activa la verificación en dos pasos en mi cuenta?`,
    both: `
      Falta una caja del pedido {n}, y además la aplicación me echa cada vez que intento ver el seguimiento
      Quiero que me devuelvan lo del jersey; de paso, su página de devoluciones da error 500 en todos los \
        navegadores`,
  }),
  letters('fashion', {
    service: `
      Las botas me quedan chicas, ¿las puedo cambiar por un 39?
      A la primera lavada el vestido se destiñó entero, exijo el reembolso
      ¿El pantalón talla grande o pequeño? Estoy entre la M y la L
      ¿Aceptan cambios de lo comprado en rebajas?`,
    support: `
      El probador virtual de la app se queda en negro
      Las fotos de las prendas no cargan, solo cuadros grises
      El recomendador de tallas se congela al meter la altura`,
    both: `
      Cámbienme la falda por una 40, y arreglen la web que al elegir color se bloquea el celular`,
  }),
  letters('furniture', {
    service: `
      El sofá lo prometieron para marzo, estamos en junio y sigo sentado en el suelo
      Los montadores me rayaron el parqué y se largaron
      Falta la bolsa de tornillos de la estantería, ¿me la mandan?
      ¿Cuánto sube la mesa en nogal en lugar de roble?
      La puerta del armario venía astillada, quiero otra, no un descuento`,
    support: `
      El sillón eléctrico sube y se queda atascado
      El escritorio regulable marca E01 y solo baja
      La luz del espejo parpadea y se apaga
      ¿Cómo se regulan las bisagras? la puerta roza
      El planificador de cocinas no guarda mi diseño`,
    both: `
      El motor de la cama hace ruido y no levanta, y encima me facturaron dos colchones cuando recibí uno`,
  }),
  letters('appliances', {
    service: `
      El técnico tenía que venir el martes de 9 a 13 y no apareció nadie
      ¿Cuánto vale ampliar la garantía de la lavadora un par de años?
      La nevera vino abollada y la rechacé, ¿cuándo me devuelven el dinero?
      ¿Se llevan la cocina vieja cuando traen la nueva?
      Cobrar 60 euros de desplazamiento estando en garantía es una vergüenza`,
    support: `
      La lavadora no centrifuga y la puerta no se abre
      El horno hace saltar el automático a los 180 grados
      El lavavajillas marca E15 y deja agua en el fondo
      La cafetera pide agua con el depósito lleno
      ¿Cómo quito el bloqueo para niños de la vitro?
      El congelador no enfría y pita todo el rato
      La secadora huele a quemado`,
    both: `
      La lavadora se queda a medias y da F18; y la factura de {m} de la última visita no la pago, estaba en \
        garantía`,
  }),
  letters('cameras', {
    service: `
      No venía la tapa del objetivo, número de serie {n}
      Mi cámara lleva siete semanas en su taller sin noticias
      ¿Cuánto me dan por el cuerpo viejo si compro uno nuevo?
      El reembolso de la promoción no me ha llegado`,
    support: `
      Desde el firmware {v} salen rayas verdes en las fotos
      no reconoce la tarjeta, ni siquiera una nueva
      El enfoque va y viene con el 50 mm
      ¿Cómo emparejo la cámara con el móvil? siempre pone conexión rechazada`,
    both: `
      Pagué el kit y mandaron solo el cuerpo, y al encender la cámara sale Err 30`,
  }),
  letters('phones', {
    service: `
      Reservé el teléfono negro y me mandan el azul, no gracias
      Me colaron un seguro del móvil que no pedí, quítenlo del recibo
      ¿Compran teléfonos usados con la pantalla rota?`,
    support: `
      Se calienta y se apaga al 40 por ciento
      La eSIM no se activa, dice que no se pudo instalar el perfil
      Desde la actualización nadie me oye en las llamadas
      ¿Cómo paso los chats al móvil nuevo?
      La huella ya no la reconoce`,
    both: `
      La tableta se reinicia sola desde el domingo, y me cobraron {m} por una funda que jamás pedí`,
  }),
  letters('cars', {
    service: `
      Presupuesto 380, factura 610. Quiero una explicación línea por línea
      Necesito cita para la ITV y cambio de ruedas, el jueves si puede ser
      El coche de alquiler no estaba y tuvimos que pagar un taxi
      ¿Cuánto sale al mes el renting a 48 meses sin entrada?
      ¿Cuándo me entregan el coche? ya van tres fechas
      Un arañazo en la puerta al recogerlo y el vendedor se rió en mi cara
      Mándenme un duplicado de la documentación, se perdió en el correo`,
    support: `
      El navegador se queda en el logo desde que actualicé los mapas
      Se enciende el testigo del motor y no tira
      La app dice que mi coche está sin conexión
      La carga se corta a los tres minutos por fallo del punto
      ¿Cómo se programa otra llave?
      Los sensores de aparcamiento pitan sin nada detrás
      El aire solo echa caliente`,
    both: `
      El maletero ya no abre con el mando, y la fianza de {m} de junio sigue sin aparecer
      Denme hora para la revisión; y la aplicación del coche da error 1101 al entrar`,
  }),
  letters('bikes', {
    service: `
      La bici de carga era para abril y estamos en agosto
      ¿Alquilan eléctricas por semanas y va incluido el seguro?
      Me vendieron el modelo del año pasado a precio del nuevo`,
    support: `
      El motor se corta en las cuestas y sale W107
      La pantalla no enciende y la batería está llena
      Saltan las marchas en los piñones pequeños, ¿cómo lo ajusto?
      El GPS del cuadro no da posición desde el lunes`,
    both: `
      La asistencia se apaga sola y la segunda llave que venía en mi pedido no está`,
  }),
  letters('games', {
    service: `
      Mi hijo gastó {m} en gemas sin permiso, devuélvanmelo
      Compré la edición deluxe dos veces, reembolsen una
      Me expulsaron del torneo sin motivo y el moderador fue un grosero`,
    support: `
      Se cierra en el segundo jefe siempre
      Se queda en conectando al servidor, el ping está bien
      Perdí la partida con el parche, 60 horas a la basura
      El aspecto que compré no aparece en el juego, ya reinicié
      El mando se va a la izquierda en los menús
      va a 10 fps desde la {v}`,
    both: `
      Me cobraron doble el pase de temporada y ni siquiera arranca el lanzador, error 0xc000007b`,
  }),
  letters('pharmacy', {
    service: `
      La crema caduca el mes que viene, eso no se envía
      ¿Puede recoger mi hermana la receta?
      Me dieron 50 mg y eran 100, los necesito antes del finde
      ¿Vuelve a haber existencias del inhalador?`,
    support: `
      El tensiómetro da Err 3 en cada medición
      El glucómetro no pasa los datos a la app
      No puedo subir la receta, dice tipo de archivo no admitido`,
    both: `
      El sensor no se sincroniza con el teléfono, y necesito una factura conjunta del mes para mi mutua`,
  }),
  letters('groceries', {
    service: `
      Los yogures llegaron calientes y los huevos rotos
      Me cambiaron el aceite por otro peor sin preguntar
      ¿Puedo pasar la entrega del sábado al domingo?
      Faltan tres bolsas de la compra y las han cobrado`,
    support: `
      La app no me deja añadir dirección, se queda pensando
      El selector de hora sale vacío
      Mi lista guardada desapareció con la actualización`,
    both: `
      Me faltan las naranjas, abonádmelas, y la lista de la app se borra cada vez que la abro`,
  }),
]
