import { letters } from '../letter.ts'

export const more = [
  letters('card payments', {
    service: `
      ¿Por qué me cobran por recargar con tarjeta extranjera?
      La nómina no ha entrado y el que paga dice que la mandó el lunes
      El cajero me dio 80 y me restaron 100
      Alguien usó mi tarjeta en un súper, quiero ese dinero de vuelta
      ¿Dónde anda la tarjeta que me enviaron?
      ¿Mi hija de 16 puede abrir cuenta?
      El destinatario dice que no le llegó la plata`,
    support: `
      No puedo ver el PIN en la app, el campo queda gris
      El chip no lo lee ninguna tienda
      La verificación con selfie no avanza, la cámara sale negra
      Puse mal el código cinco veces y quedé fuera de la app
      La tarjeta virtual no se agrega al teléfono`,
    both: `
      El hotel se cobró doble, {m}, y desde anoche la app rechaza mi código`,
  }),
  letters('wine shop', {
    service: `
      Dos botellas llegaron rotas y el cartón empapado
      ¿Hacéis precio por veinte cajas para una boda?
      El vino sabe a corcho, ¿lo cambiáis?
      Quiero que el regalo llegue el 24 y sin albarán con precios`,
    support: `
      La vinoteca pita y la temperatura sube a 20
      El lector de la bodega no lee las etiquetas nuevas
      La tienda online se queda en la pantalla de mayoría de edad`,
    both: `
      Faltan seis botellas del pedido, y la nevera que os compré marca E3 y no enfría`,
  }),
  letters('driving school', {
    service: `
      ¿Me cambiáis la práctica del martes por la del jueves?
      Suspendí y me queréis cobrar otra matrícula, no es lo hablado
      El profesor llegó media hora tarde y me descontó la clase entera
      ¿Qué precio tiene el paquete de diez clases?`,
    support: `
      Los test de la app no guardan mi progreso
      El simulador se queda sin imagen al girar
      No me deja entrar a la plataforma, dice licencia de alumno caducada`,
    both: `
      Devolvedme la clase que no di, y la app de test se cierra en la pregunta 12`,
  }),
  letters('notary', {
    service: `
      Necesito copia simple de la escritura de mi madre
      ¿Qué cuesta un poder y hace falta cita?
      Pusieron mal mi segundo apellido, hay que rectificarlo`,
    support: `
      La firma electrónica de vuestro portal pide un complemento que no existe
      El documento firmado no se abre, pone firma no válida`,
    both: `
      La minuta no corresponde con el presupuesto, y la videollamada para firmar se corta a los dos minutos`,
  }),
  letters('bus company', {
    service: `
      El autobús pasó de largo y llegué tarde al hospital, presento queja
      ¿Sirve la tarjeta de familia numerosa en la línea 7?
      Perdí un paraguas verde en el de las 8
      Me han puesto un recargo con el bono cargado`,
    support: `
      La validadora no lee mi tarjeta, luz roja
      La app dice que el autobús llega en 0 minutos desde hace media hora
      No se puede recargar el bono con el móvil, NFC no detectado`,
    both: `
      Devolved los {m} del bono que nunca se cargó, y arreglad la app, que se cierra al acercar la tarjeta`,
  }),
  letters('it desk requests', {
    service: `
      Vence el mantenimiento del plóter, preparen la orden de renovación
      El nuevo necesita teléfono de empresa, con cargo a ventas
      La factura del cableado está para aprobar
      Material recibido, den de alta en inventario y cierren el pedido
      Inscriban a dos personas en el curso de mayo, paga el departamento`,
    support: `
      Perdí la unidad de red al cambiar de mesa
      Dos núcleos y más memoria para el servidor de informes
      El servidor no responde tras el mantenimiento
      Permiso de edición en la wiki para auditoría
      El inicio de sesión en el terminal tarda diez minutos
      Deshabiliten las cuentas de los que se fueron
      Abran la dirección del escáner en el cortafuegos
      La toma de red de la sala está muerta
      La cola de impresión está bloqueada`,
    both: `
      Hay que comprar un monitor para el puesto 9, y la base vieja dejó de cargar`,
  }),
  letters('long letters', {
    service: `
      Soy cliente desde 2009 y jamás me quejé, pero el trato que dio ayer su empleado a mi mujer por \
        teléfono, \
        cortándola y riéndose, es intolerable y espero una disculpa
      Resumo: pagado en enero, entregado en marzo, color equivocado, devuelto en abril y desde entonces \
        silencio. \
        O me mandan el bueno o mi dinero
      Somos una panadería con tres locales y pensamos pasarnos con ustedes. Antes quisiéramos saber el \
        pedido \
        mínimo, el plazo de pago y si reparten antes de las seis
      Mi padre falleció en mayo. Adjunto el certificado y ruego den fin al contrato, me digan qué queda \
        pendiente y \
        escriban en adelante a mi nombre
      La máquina va de maravilla, nada que decir. Lo único es la factura: la tarifa por hora no es la del \
        contrato
      A mí no me hablen de apps. Que me llame una persona por lo del recibo
      La actualización fue bien. Lo que no acepto es que la cobren cuando el comercial dijo que era gratis
      Oigan, ¿y el vale de la abuela del año pasado todavía me lo toman?`,
    support: `
      Llevo desde las seis: desinstalar, instalar, otro ordenador, otro navegador, y sigue con fin de \
        archivo \
        inesperado. El pedido es {n} por si hace falta
      Pagamos un dineral al mes y esto está caído desde ayer. Pónganlo en marcha
      Llegó el martes, muy bien embalado y rápido. Pero no hace nada: aprieto el botón, luz roja un segundo \
        y ya
      Esto lo hace mi marido y está de viaje. La tele dice sin señal y hay cuatro mandos. ¿Cuál aprieto?
      Compramos su sistema el año pasado y queremos pasarlo a otro servidor. Agradeceríamos los pasos y qué \
        hay que parar antes
      Renové la licencia, tengo la factura, todo bien. Pero el programa sigue diciendo caducado y no me \
        deja pasar
      ¿En qué menú, si es tan amable, se enciende la copia automática?
      No quiero dinero ni cambiar el contrato, solo que la calefacción no se apague sola de noche`,
    both: `
      Dos cosas. La factura va a nombre de mi antigua empresa, háganla de nuevo. Y desde la mudanza el \
        escáner manda todo doble
      Estoy harto: la máquina se para cada noche con un fallo que nadie explica, y encima cobran la visita \
        en que su técnico no arregló nada
      Es por el pedido {n}, va una semana tarde. Y ya que estoy: en mi cuenta sale el nombre de otra \
        persona, parece un error del sistema
      Renovamos un año al precio que ofrecieron. Miren también por qué el informe nocturno sale vacío desde \
        el día 1
      Den de baja mi suscripción a fin de mes. Mientras tanto que funcione, los vídeos se paran a los diez \
        segundos
      Gracias por la rapidez. Una taza venía rota, repónganla, y la cafetera gotea por debajo al calentar`,
  }),
]
