import { lines } from '../phrases/phrases.ts'
import type { TradeLines } from './trade-lines.ts'

export const es: TradeLines = {
  support: lines(`
    No consigo registrarme, el formulario da error
    Problemas con el registro de usuario en su página
    Olvidé mi PIN y tengo que recuperarlo
    Ninguna máquina lee la tarjeta
    No se acepta mi código de acceso
    El alta de usuario se queda en el último paso
    Necesito acceso al buzón compartido de contabilidad
    Den permisos de escritura en la carpeta del proyecto a nuestra compañera
    No puedo entrar en la intranet, acceso denegado
    Mi cuenta de usuario está bloqueada tras tres intentos
    Restablezcan mi contraseña de la wiki
    El portátil es inutilizable, hay que reiniciarlo cada hora
    La base no detecta el monitor y el teclado tiene teclas muertas
    En la sala de reuniones no se puede compartir la pantalla
    Outlook no crea la reunión y da un error
    El buzón está lleno y no entran correos
    Amplíen el espacio en disco de la máquina virtual
    Solicito derechos de administrador para instalar herramientas
    Ha caducado el certificado del cliente VPN
    El micrófono de los auriculares no se oye en las llamadas
    El lector de la entrada no lee mi tarjeta de acceso
    Hay que apagar el servidor antiguo y borrar el disco
    Después de la migración los enlaces no funcionan
    No logro configurar el correo en el móvil de empresa
    La red va lenta en la tercera planta
    Versión de Java equivocada, la aplicación necesita otra
    Observamos problemas de rendimiento y cierres intermitentes en el panel de análisis
    Les escribo para informar de una interrupción grave de la plataforma, nadie puede iniciar sesión
    Ha habido una brecha de datos y sospechamos de un acceso no autorizado a historiales médicos
    Pedimos orientación para proteger y cifrar nuestro almacenamiento en la nube
    La integración entre el CRM y la herramienta de correo no sincroniza los contactos
    Varios dispositivos desaparecieron de la red tras actualizar el firmware
    Nuestro sitio web carga despacio y el complemento choca con el tema
    La tarea nocturna no se ejecutó y la tabla está vacía
    La página de inicio de sesión lanza una excepción tras el despliegue
    Las gafas pierden la posición y van a tirones
    El contador no envía lecturas al portal
    El inversor indica fallo de aislamiento
    La calefacción sigue fría y el panel marca F28
    El calendario de reservas sale en blanco en el teléfono
    El portal del paciente me expulsa al subir un documento
    La plataforma de aprendizaje no acepta mi archivo
    La app no escanea el código de la máquina
    La línea tiene ruido y se cortan las llamadas
    El decodificador se reinicia y pierde los canales
    El robot cortacésped no vuelve a su base y avisa de rueda bloqueada
    La impresora de etiquetas imprime media etiqueta
    La báscula ya no se comunica con la caja
    Por qué crece la memoria hasta que se cierra el proceso
    Cómo conecto el escáner a la tableta por Bluetooth
    Qué puertos hay que abrir en el cortafuegos
    Es compatible la versión {v} con Windows 11
    Cómo exporto todos los registros en CSV con la API
    Cómo se configura el inicio de sesión único para nuestro dominio
    Dónde se cambia el idioma de la interfaz
    Seguí el manual pero el asistente termina con una cruz roja
    El complemento de la hoja de cálculo da resultados incorrectos
    El antivirus bloquea el instalador
  `),
  service: lines(`
    Pidan cinco monitores y una base para la nueva oficina
    Solicitud de compra de un ratón y una mochila, centro de coste adjunto
    Necesitamos la aprobación del pedido y la fecha de entrega
    Presupuesto para diez portátiles con tres años de garantía
    Nueva compra: registren el artículo y emitan el recibo
    Quisiera información sobre sus planes de precios y paquetes
    Envíen detalles de su oferta de consultoría en estrategia digital
    Nos interesan sus servicios de marketing para hacer crecer la marca
    Hay una discrepancia en la última factura, el importe supera lo acordado
    Aparece un cargo inesperado de {m} en nuestra cuenta, aclárenlo
    Expliquen las opciones de facturación y las formas de pago
    Adapten la factura a nuestro número de pedido
    Queremos hablar de una colaboración comercial y recibir un folleto
    Podemos añadir veinte plazas al acuerdo desde el próximo mes
    Al renovar queremos bajar a la tarifa básica
    Envíen el contrato firmado y el acuerdo de tratamiento de datos
    Quién lleva nuestra cuenta y cuándo podemos reunirnos
    Transmitan nuestro agradecimiento al técnico, servicio excelente
    Leyeron mal mi contador y la factura anual es altísima
    Nos mudamos a fin de mes, den de baja el contrato de luz
    Bajen mi cuota mensual
    Cancelaron mi vuelo, quiero el importe del billete
    Puedo llevar otra maleta y cuánto cuesta
    Corrijan el nombre de la reserva
    El hotel no era como en el folleto, exijo parte del precio
    Necesito una cita con la doctora la semana que viene
    Envíenme copia de la factura médica para el seguro
    Por qué mi seguro no cubre el tratamiento
    Quiero dar parte de un siniestro del coche
    Cómo inscribo a mi hijo en el curso de verano y cuánto vale
    Aplacen mi inscripción al examen
    Necesito un certificado de residencia, qué documentos llevo
    Cuándo recogen muebles viejos y cuánto cuesta
    Recurro la multa de aparcamiento
    Pasen mi número al nuevo contrato
    Me cobran {m} de itinerancia, es un abuso, estaba incluida
    Está disponible el cortacésped en la tienda de Vigo y puedo recogerlo
    El vestido no es como en la foto, lo devuelvo
    No han enviado la sustitución prometida
    La caja venía abierta y dos vasos se rompieron en el transporte
    No me han abonado los puntos de la compra
    Nunca recibí la confirmación del pedido
    Me cobraron la recarga pero el saldo es el mismo
    Cuánto tarda una transferencia a otro banco
    Suban el límite de mi tarjeta
    Por qué hay un recargo al pagar en el extranjero
    Quiero añadir a mi mujer como titular
    Qué documentos necesitan para comprobar mi identidad
    En qué estado está mi solicitud
    Su agente me colgó, quiero hablar con un supervisor
    Dono el importe en lugar del reembolso
    Quisiera dejar una buena opinión
  `),
  besideSupport: lines(`
    Lo compré en su tienda en marzo
    Tenemos un contrato con ustedes desde hace años
    Pagamos el plan grande
    Me lo entregaron la semana pasada
    El número de pedido es {n}
    Creo que aún está en garantía
    Barato no fue
    Nos lo recomendó su comercial
  `),
  besideService: lines(`
    Lo miré en su aplicación
    Lo vi en su página web
    Por cierto, el portal nuevo va muy bien
    Pude descargar el formulario
    No tengo ordenador
    El aparato en sí está bien
    Imprimí la confirmación
    Mi móvil sigue siendo el mismo
  `),
  settled: lines(`
    Ya no se cierra, gracias
    El error desapareció ayer
    Todo funciona otra vez
    No hay más cortes desde la reparación
    La impresora vuelve a imprimir, pueden cerrar el caso
    Ya no vemos el fallo
    Aquí no hubo ninguna caída
    El reembolso ha llegado, gracias
    El paquete llegó por fin esta mañana
    La factura ya está bien, nada más
    Está resuelto
    Ya está arreglado
  `),
  formal: lines(`
    Me dirijo a ustedes en relación con el siguiente asunto
    Agradeceríamos su colaboración
    Háganos saber si precisan más información
    Gracias por su pronta atención
    Valoramos su apoyo y quedamos a la espera de su respuesta
    Escribo en nombre de nuestra organización
    Podrían revisarlo cuanto antes
    Su experiencia nos sería de gran ayuda
    Esto afecta a nuestro trabajo diario
    Infórmennos de los avances
    Espero que se encuentren bien
    Confiamos en que se atienda con la prioridad debida
    A continuación encontrarán los detalles
    Pueden contactarme en el número de mi firma
  `),
}
