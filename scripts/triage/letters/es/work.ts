import { letters } from '../letter.ts'

export const work = [
  letters('software', {
    service: `
      Ya no necesitamos cuatro plazas, bájenlas en la renovación y digan el importe
      Auditoría pide la lista de subencargados y el contrato de datos firmado
      ¿Con quién tratamos un acuerdo marco para tres filiales?
      Nos dijeron que el módulo de informes iba incluido y facturan {m}
      ¿Hay descuento para ONG?
      ¿Dan formación en nuestras oficinas y a qué tarifa?`,
    support: `
      ¿Cómo elimino un usuario en el panel de administración?
      ¿Dónde cambio quién puede ver un proyecto?
      La factura no se puede descargar, el botón no hace nada
      El SSO entra en bucle desde que cambiamos el certificado
      La edición masiva se salta filas a partir de 500
      La sincronización crea duplicados en el CRM
      Los avisos por correo dejaron de salir`,
    both: `
      Añadan 12 licencias desde mayo, y el aprovisionamiento SCIM da 403 desde el viernes
      La oferta de renovación lleva otra empresa; y las importaciones se cuelgan al 99 por ciento`,
  }),
  letters('hosting', {
    service: `
      Renovaron el dominio pese a la baja, devuelvan {m}
      ¿Cuánto vale al mes un servidor dedicado de 128 GB?
      Pasen el contrato a nombre de mi cliente
      Las facturas a contabilidad, no a mí`,
    support: `
      La web da 502 desde las 4
      Con PHP 8 la tienda sale en blanco
      Los correos rebotan por SPF
      Restauren la copia de ayer, se borró la tabla pedidos
      ¿Cómo apunto el dominio a otro servidor?
      La clave ssh ya no vale tras la migración`,
    both: `
      Otra vez caída la página, y siguen facturando el plan grande que dejamos en marzo`,
  }),
  letters('printers', {
    service: `
      Leyeron mal el contador: 40.000 copias, hicimos 4.000
      Queremos devolver dos equipos del renting
      El tóner es de otra serie, cámbienlo
      ¿Precio por página en color?`,
    support: `
      Atasco en bandeja 2 y no hay papel
      imprime todo rosa
      Escanear a correo no va desde el cambio de clave
      Sale sin conexión en tres equipos y en uno no
      SC542 y se queda calentando`,
    both: `
      Los diez tóner no llegaron y la del segundo imprime hojas en blanco`,
  }),
  letters('point of sale', {
    service: `
      Cobraron dos veces el alquiler del datáfono
      Cerramos la tienda el 30, ¿cómo devuelvo el terminal y termino el contrato?
      ¿Qué comisión hay con tarjeta de crédito?
      40 rollos de papel por favor`,
    support: `
      El datáfono dice sin host y hay cola hasta la puerta
      El cajón del dinero no salta cuando cobro
      El cierre del día no cuadra por un ticket
      La impresora corta a mitad
      ¿Cómo añado otro tipo de IVA?`,
    both: `
      Falta el ingreso del sábado, {m}, y el lector pierde el bluetooth tras cada cobro`,
  }),
  letters('accounting software', {
    service: `
      La actualización nos la cobraron dos veces
      ¿Qué fechas hay de curso para dos administrativas?
      El módulo de nóminas iba gratis un año y la factura dice otra cosa`,
    support: `
      El modelo 303 no se envía, esquema inválido
      Los saldos de apertura salen duplicados
      La conexión con el banco se paró el día 3
      ¿Cómo anulo una factura contabilizada en el programa?
      Desde {v} el balance tiene un error de redondeo`,
    both: `
      Presupuesto de la versión multiempresa, y la copia nocturna siempre acaba en bloqueado por otro \
        usuario`,
  }),
  letters('personnel office', {
    service: `
      Presento mi baja voluntaria con fecha 30 de septiembre, confírmenla por escrito
      El lunes empieza una compañera, ¿qué papeles trae?
      Apunten mi permiso de paternidad de mayo a julio
      Estuve de baja del 3 al 7, adjunto el parte
      En la nómina faltan las horas extra del finde
      ¿Cuántos días de vacaciones me quedan?
      Necesito un certificado de empresa para el alquiler
      Cambio de cuenta bancaria tras la boda, va el formulario
      Solicito reducción de jornada a 30 horas
      El parte de horas de la semana 22 sigue sin aprobar
      ¿Puedo pasar cinco días al año que viene?`,
    support: `
      El reloj de fichar de la puerta B no acepta tarjetas
      El planificador de vacaciones sale en blanco en Edge
      La nómina en PDF pide una clave que no sé
      No deja guardar las horas, periodo bloqueado`,
    both: `
      Corrijan mis días de enfermedad de marzo, y el portal de formación no abre, dice sin rol asignado`,
  }),
  letters('purchasing', {
    service: `
      Compren una silla regulable para recepción, centro de coste 4711
      La orden {n} espera segunda firma
      Pido dos teclados y un monitor para el puesto 12, hay presupuesto
      Llegó todo, cierren la orden de compra
      Hacen falta tres ofertas antes de comprar los micros`,
    support: `
      La aprobación en la herramienta de compras me vuelve siempre a mí
      El catálogo externo da sesión no válida
      Los monitores nuevos parpadean a 60 Hz`,
    both: `
      Pidan un cargador de repuesto para mí, y la base apaga las dos pantallas al enchufarla`,
  }),
  letters('it desk', {
    service: `
      ¿Me puedo quedar el portátil prestado dos semanas más?
      A quien arregló mi puesto ayer: un crack, gracias
      Nueve días y nadie de informática contesta. Vergonzoso`,
    support: `
      Den permiso de lectura a Tomás en la unidad de control
      40 GB más en el servidor de pruebas
      La VPN se cae en cuanto llamo
      Instalen el visor CAD en los equipos de la 2.14
      Archiven el buzón de la compañera que se fue y pongan respuesta automática
      Me bloqueó la cuenta al volver de vacaciones
      En la lista de distribución faltan dos personas
      Alta de cuenta y buzón para el nuevo, grupos como el anterior
      El domingo parches en las bases de datos, luego reinicien los servicios`,
    both: `
      Hay que comprar dos pantallas para los becarios; y uno de los equipos viejos da pantallazo azul al \
        arrancar`,
  }),
  letters('machines', {
    service: `
      Coticen 6 detectores y el juego de juntas de la prensa, máquina {n}
      El repuesto era para el 4 y no está, la línea parada nos cuesta {m} la hora
      Fecha para el mantenimiento anual, mejor semana 33
      Las horas del montador en el parte no son reales
      El plano es de otro cliente`,
    support: `
      El husillo para con alarma 2045
      Tras actualizar el control el cambiador pierde la posición
      La fotocélula no ve el film transparente
      La presión baja a 90 bares en minutos
      ¿Cómo cargo los parámetros en el variador nuevo?
      La pantalla se congela al cambiar de receta
      La cinta va al revés desde que cambiaron el motor`,
    both: `
      La celda da E-314 en cada arranque, y la oferta de la segunda pinza la necesitamos el viernes
      La factura de la puesta en marcha pasa el pedido en {m}; y el acceso remoto a la prensa tampoco \
        conecta`,
  }),
  letters('logistics', {
    service: `
      Falta el palé 3 de 5, envío {n}
      Otra vez camión sin plataforma, descargamos a mano
      Tarifas Algeciras–Lyon, 14 palés por semana
      La paralización no es culpa nuestra`,
    support: `
      El EDI se paró a las 2:10
      Las pistolas pierden el wifi en el pasillo 9
      El portal de citas dice zona horaria inválida`,
    both: `
      Dos bultos mojados, reclamamos {m}, y la app del conductor cierra la sesión de todos a medianoche`,
  }),
  letters('smart home', {
    service: `
      La cerradura venía con un mando y eran dos
      ¿Puedo pasar el plan anual al comprador de mi casa?
      No encaja en mi puerta, lo devuelvo`,
    support: `
      La cerradura se atasca a medias y pita cinco veces
      El timbre suena en el móvil 40 segundos tarde
      La central sin conexión desde que cambié el router
      El sensor salta de noche sin nadie
      ¿Cómo doy acceso a la limpiadora solo los martes?`,
    both: `
      La cámara no graba y me cobran un plan que cancelé en marzo`,
  }),
  letters('heating', {
    service: `
      La revisión anual está en el contrato y no viene nadie desde hace dos años
      Presupuesto de aerotermia, casa de 1978, 140 m2
      El operario se fue sin decir nada y cobra dos horas
      ¿Tramitan la subvención?`,
    support: `
      La caldera se bloquea con EA 227
      La presión baja de 2 a 0,5 en un día
      El termostato marca 28 y aquí hay 17
      Agua caliente dos minutos y luego helada
      ¿Cómo pongo el modo vacaciones?`,
    both: `
      Sin agua caliente desde las 5, fallo F22, y en la última factura cobran una pieza en garantía`,
  }),
  letters('solar', {
    service: `
      Placas puestas en abril y ni rastro de los papeles de la distribuidora
      La factura trae dos baterías y hay una
      ¿Cuánto cuesta una batería de 10 kW montada?`,
    support: `
      El inversor dice fallo de red diez veces al día
      La cadena 2 da la mitad a pleno sol
      La batería no pasa del 5 por ciento
      ¿Cómo limito el vertido al 70?`,
    both: `
      Un optimizador está caído y baja la producción, y ¿cuándo devuelven la señal del cargador anulado?`,
  }),
]
