import { letters } from '../letter.ts'

export const services = [
  letters('bank', {
    service: `
      Hay un cargo de {m} de un comercio que no conozco, quiero que lo investiguen y me lo devuelvan
      Suban la transferencia periódica del alquiler 50 euros desde marzo
      Me mudé y los extractos siguen yendo al piso viejo
      ¿Qué interés dan si dejo diez mil a dos años?
      Queremos cerrar la cuenta conjunta por divorcio, ¿qué papeles hacen falta?
      En la oficina me dijeron sin comisiones y ahora me cobran mantenimiento
      Necesito el certificado fiscal del año pasado
      Se me vence el tipo fijo de la hipoteca en otoño, ¿con quién hablo?`,
    support: `
      La app del banco se queda en blanco después de la clave
      ¿Cómo configuro la app en el móvil nuevo si el viejo está roto?
      No me llega el aviso para firmar y no puedo autorizar nada
      ¿Dónde se activan las notificaciones de compras?
      El reconocimiento facial dejó de funcionar con la actualización
      El contactless ya no va, insertando sí
      El extracto en PDF se abre en blanco
      Cambié de teléfono, ¿cómo vinculo el dispositivo nuevo para firmar?`,
    both: `
      Me cobraron {m} de descubierto teniendo un límite pactado, y no puedo mirar nada porque la app me \
        expulsa al entrar
      Manden la tarjeta nueva a mi otra dirección, y díganme cómo activar la app en el segundo móvil, el \
        código nunca llega`,
  }),
  letters('insurance', {
    service: `
      Granizo el día 12, adjunto fotos y peritaje, ¿qué sigue?
      Vendí el coche, den de baja la póliza y devuelvan lo que queda
      Me suben la prima un tercio sin avisar
      Rechazaron el parte {n} por un formulario que nadie me mandó. Reclamo
      ¿Puedo meter a mi pareja en el seguro del hogar?`,
    support: `
      El formulario de siniestros vuelve a la primera página al adjuntar una foto
      El portal dice que mi fecha de nacimiento no coincide y no me registra
      El aparato del coche tiene luz roja y no manda los viajes`,
    both: `
      Anulen el seguro de la bici, y la app de conducción me deja sin batería desde el jueves, ¿qué le pasa?
      Sigo esperando los {m} del agua, y todo documento que subo da error 413`,
  }),
  letters('airline', {
    service: `
      Movieron el vuelo seis horas y perdemos la conexión, cámbiennos
      La maleta llegó sin asa, ¿quién lo paga?
      Nos hicieron pagar 60 por una mochila que cabía. Estafa
      Cuatro horas tarde y ni agua, ¿qué indemnización nos toca?
      Equivoqué el apellido en la reserva {n}, ¿lo corrigen?`,
    support: `
      El check-in dice pasajero no encontrado y la reserva la veo
      La tarjeta de embarque no carga en el wallet
      El mapa de asientos sale vacío en la app
      no me deja meter el pasaporte, solo acepta 8 caracteres`,
    both: `
      Devuelvan el vuelo cancelado, y miren el acceso a las millas que rechaza mi clave desde el sábado`,
  }),
  letters('rail', {
    service: `
      Tren suprimido, llegué tres horas tarde, reclamo la mitad
      Me multaron teniendo billete, el revisor ni miró
      Olvidé una mochila gris en el AVE de las 17
      ¿Hay abono joven con 24 años y cuánto cuesta?`,
    support: `
      La máquina se tragó la tarjeta y pone fuera de servicio
      El QR sale borroso y el torno no abre
      La app olvida mi abono cada vez que la reinicio`,
    both: `
      Dos horas de retraso el viernes, indemnícenme, y su formulario de reclamación sale en blanco en todos \
        lados`,
  }),
  letters('hotel', {
    service: `
      Cuna y habitación tranquila por favor, llegamos sobre las 23
      Nos cargaron el minibar y no lo abrimos
      ¿Podemos quedarnos hasta las 3 el domingo? ¿cuánto sería?
      Cucarachas en el baño y en recepción se encogen de hombros
      Reservé junio por error, era julio
      ¿Qué precio tiene una sala con comida para 25?`,
    support: `
      La tarjeta no abre la 214, tercera vez hoy
      La tele no tiene señal en ningún canal
      El wifi de invitados no acepta la clave
      La caja fuerte no abre con nuestro código
      El aire marca E5 y echa calor`,
    both: `
      No encienden las luces del baño, y quiten el desayuno de la cuenta que no lo tomamos`,
  }),
  letters('restaurant', {
    service: `
      Mesa para seis el viernes, uno vegano y otro en silla de ruedas
      Llegó frío a los 90 minutos y sin bebidas
      ¿Hacen catering para 60? precio por persona
      La cuenta trae una botella que no pedimos`,
    support: `
      El módulo de reservas de su web no muestra horas
      La pantalla de cocina no recibe pedidos de la caja desde mediodía
      La app dice fuera de zona y vivo al lado`,
    both: `
      Nos cobraron dos menús de más, y el vale online nunca lo acepta, se queda comprobando`,
  }),
  letters('parcel', {
    service: `
      Dicen que se entregó a un vecino, no tengo vecinos
      Lo tiraron por encima de la valla y está destrozado, ¿a quién reclamo?
      Guárdenme el paquete en la oficina hasta el 20
      ¿Cuánto cuesta una caja de 12 kilos a Noruega asegurada?
      La recogida era a las 10 y son las 6
      En aduana me piden {m} por un regalo`,
    support: `
      La taquilla 14 no abre, acepta el código y nada
      La etiqueta se imprime a medias
      Nuestra tienda recibe token inválido de su API desde anoche
      La pistola no lee los códigos nuevos`,
    both: `
      Perdieron el paquete {n}, quiero mis {m}, y el formulario no se envía, tras el captcha no pasa nada`,
  }),
  letters('clinic', {
    service: `
      Necesito pasar la cita del jueves a la tarde
      Me cobraron una radiografía que no me hicieron
      Envíen mi historia al médico nuevo en Bilbao
      ¿Atienden pacientes nuevos por seguro?
      Gritaron mi diagnóstico en la sala de espera, inadmisible
      El parte de baja para mi empresa por favor`,
    support: `
      Videoconsulta: veo al doctor pero no se oye
      El calendario de citas sale vacío todos los meses
      La app no encuentra el audífono izquierdo
      El portal pide un segundo código y no lo manda`,
    both: `
      Corrijan mi número de asegurado, la factura fue a otro sitio, y la receta electrónica da error 12 en \
        la app`,
  }),
  letters('town hall', {
    service: `
      Dos multas para el mismo día, una sobra
      ¿Qué llevo para el pasaporte del bebé y cuánto tarda?
      Tres semanas sin recoger la basura en mi calle
      Pedí la ayuda al alquiler en marzo y no resuelven
      Quiero cita para empadronarme
      Pagué el IBI dos veces, devuélvanme uno`,
    support: `
      El trámite online vuelve al inicio cada vez
      La sede no detecta mi certificado digital
      El PDF no se deja rellenar, campos bloqueados
      Autofirma se queda pensando y no firma`,
    both: `
      Recurro la tasa de basura porque está mal calculada; y la pasarela de pago del ayuntamiento se corta \
        siempre`,
  }),
  letters('school', {
    service: `
      Lucía tiene fiebre, no irá hoy ni mañana
      ¿Puede faltar el viernes? se casa su tía
      No podemos pagar la excursión de una vez, ¿hay ayuda?
      Quiero hablar con la tutora
      El comedor de abril lo cobraron dos veces`,
    support: `
      La plataforma dice que nuestra clase no existe
      La pizarra del aula 7 no responde al lápiz
      Las tabletas no entran al wifi del cole
      La app de familias no muestra mensajes desde vacaciones`,
    both: `
      Justifiquen la falta de Pablo del 14, y su tableta dice bloqueada por el administrador desde ayer`,
  }),
  letters('university', {
    service: `
      Quiero pasar a tiempo parcial, ¿plazo?
      Denme de baja del examen, adjunto justificante
      Me reclaman la matrícula y la beca la cubre
      La nota de Estadística está mal, saqué 78
      Necesito el certificado académico en inglés`,
    support: `
      eduroam me echa cada diez minutos
      No sube el trabajo, dice tamaño máximo con 3 MB
      El programa de exámenes no detecta el micro
      ¿Cómo instalo el programa de estadística con la licencia del campus?`,
    both: `
      Inscríbanme en la recuperación, y las grabaciones de clase se paran en todos mis aparatos`,
  }),
  letters('gym', {
    service: `
      Me rompí la pierna, congelen la cuota hasta octubre
      Siguen cobrando {m} después de darme de baja
      ¿La sauna entra en la tarifa de estudiante?
      La monitora un diez, díganselo`,
    support: `
      El torno no lee mi pulsera
      La cinta 5 se para al minuto
      Reservar clase da error desconocido`,
    both: `
      Me doy de baja en junio; hasta entonces que mi pulsera abra, solo parpadea en rojo`,
  }),
  letters('tickets', {
    service: `
      Cancelaron el concierto, ¿cuándo devuelven?
      Dos entradas son de otra noche, error mío, ¿se cambian?
      Se la vendí a un amigo, pongan su nombre`,
    support: `
      El PDF de la entrada es una hoja en blanco
      La cola virtual me echó en el puesto 12
      El QR no lo leyó la puerta
      La app se cierra al abrir mis entradas`,
    both: `
      Las camisetas del paquete VIP no llegaron, y la entrada del viernes dice formato no válido`,
  }),
  letters('charity', {
    service: `
      Quiero subir mi aporte a 20 al mes
      Mi marido murió, dejen de escribirle
      Necesito el certificado de donación para Hacienda`,
    support: `
      La página de donar dice sesión caducada tras poner la tarjeta
      El datáfono de la hucha no conecta con el móvil`,
    both: `
      Me pasaron la cuota dos veces, devuelvan una, y no puedo entrar a mi perfil, no llega el correo de la \
        clave`,
  }),
  letters('energy', {
    service: `
      ¿{m} por un estudio? alguien leyó mal el contador
      Entré el día 1, lectura 48210, den de alta el suministro
      Bájenme la potencia contratada, ¿qué cuesta?
      ¿Cuándo entra la tarifa verde y a qué precio?
      Me cortaron por error y perdí todo el congelador`,
    support: `
      El cargador de coche parpadea violeta y no carga
      No puedo meter la lectura, dice valor no plausible
      El contador marca Err 22
      La gráfica de consumo está vacía desde mayo`,
    both: `
      Corrijan la factura final del piso viejo, y el contador del nuevo está apagado, ¿cómo lo enciendo?`,
  }),
  letters('telecom', {
    service: `
      Di de baja en mayo y en julio sigue llegando recibo
      Me prometieron cinco meses gratis por teléfono
      El instalador de 8 a 13, nadie. Cuarta vez
      Quiero la portabilidad para el 30
      {m} en llamadas a Túnez que no hice
      ¿Llega la fibra a mi calle?
      Me subieron la tarifa sin decir nada, me voy a otra compañía`,
    support: `
      A las 8 de la tarde se cae internet, la luz parpadea
      Sin tono desde el cambio
      No entro a la configuración del router
      Por cable 40 megas en vez de 100
      ¿Cómo desvío llamadas al móvil?
      Sin datos desde que cambié la SIM
      El deco se reinicia y pierde los canales`,
    both: `
      Sin internet desde el jueves y quiero que descuenten esos días
      Tarifa equivocada en el recibo, y el wifi de arriba se corta desde el router nuevo`,
  }),
  letters('streaming', {
    service: `
      Pago premium con dos cuentas, den de baja una
      El mes gratis me lo cobraron de una
      ¿Tienen plan familiar?
      Quitaron la serie por la que pago`,
    support: `
      En 4K se traba, en HD no
      Error 5003 en la tele, en el celular sí va
      Los subtítulos llegan tarde
      Las descargas desaparecen al reiniciar
      se oye pero no se ve`,
    both: `
      Devuélvanme el precio de estudiante, y la app no pasa del 3 por ciento en la tele`,
  }),
  letters('property', {
    service: `
      Los gastos de comunidad no cuadran, quiero ver las facturas
      ¿Cuándo me devuelven la fianza? salí en febrero
      El vecino de arriba arma fiesta cada noche
      No limpian la escalera desde Semana Santa
      ¿Con cuánto tiempo aviso si dejo el piso?`,
    support: `
      El ascensor parado en el 4º con la puerta abierta
      El telefonillo suena pero no abre
      El radiador del cuarto está frío
      El portal de inquilinos me pide registrarme siempre`,
    both: `
      El portero automático lleva una semana muerto, y me cobran un jardinero que no existe`,
  }),
]
