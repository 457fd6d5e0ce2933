import { lines } from './phrases.ts'
import type { Phrases } from './phrases.ts'

export const es: Phrases = {
  language: 'es',
  support: lines(`
    {p} se cierra cada vez que la abro después de la actualización
    La aplicación se bloquea cuando pulso guardar
    Sale un mensaje de error y no pasa nada
    Código de error 0x80070057 al instalar la versión {v}
    {p} no arranca, la pantalla se queda en negro
    La página no carga, se queda dando vueltas
    No puedo iniciar sesión, dice contraseña incorrecta
    El enlace para restablecer la contraseña ha caducado
    El código de verificación en dos pasos no llega
    El dispositivo no se conecta al wifi
    Falla el emparejamiento por Bluetooth con el móvil
    La sincronización entre el portátil y el teléfono dejó de funcionar
    Mis archivos han desaparecido tras la migración
    {p} va lentísimo y se queda colgado
    La impresora aparece desconectada y no imprime
    La actualización del firmware falló y el aparato no responde
    La batería se agota en una hora y se calienta
    No se oye nada por el altavoz izquierdo
    La pantalla táctil no responde
    La importación falla por tiempo de espera
    El archivo exportado está vacío y faltan columnas
    La API devuelve un error 500
    Los webhooks no llegan a nuestro servidor
    El sistema está caído y nadie puede acceder
    El servidor no responde y toda la oficina está parada
    Las notificaciones no aparecen en Android
    Cómo configuro el proxy
    Cómo instalo el controlador en Linux
    La integración con Outlook perdió la conexión
    Hay un fallo en el informe, los totales se calculan mal
    El botón está en gris y al hacer clic no ocurre nada
    En Firefox veo una página en blanco, en Chrome funciona
    La cámara solo muestra una imagen gris
    La luz parpadea en rojo y no se vincula
    El sensor da lecturas erróneas
    El motor hace un ruido raro y se para
    El lavavajillas marca E24 y no desagua
    El router se reinicia solo varias veces
    He reinstalado y reiniciado pero la avería sigue
    Adjunto los registros y una captura de pantalla
    Acceso denegado al abrir la carpeta compartida
    El certificado no es válido y el navegador avisa
    Los datos se muestran mal desde la nueva versión
    La copia de seguridad no se ejecuta, el disco está lleno
    La VPN se desconecta a los pocos minutos
    La clave de licencia es rechazada al activar
    El buscador no encuentra nada aunque los registros existen
    Después del apagón el termostato perdió la configuración
    Pita tres veces y se apaga
    La aplicación se queda en la pantalla de carga
    El cable se reconoce pero no carga
    La máquina está averiada, no enciende
    La pantalla parpadea, será un defecto del hardware
    Cortes de internet constantes, revisen la conexión
    El complemento no es compatible
    Qué ajustes necesito para IMAP
    El programa no reconoce el escáner
    Al guardar aparece un error interno del servidor
    El PIN está bloqueado tras tres intentos
    El lector de tarjetas no funciona
    Cómo configuro el correo en el teléfono
    Desde ayer no funciona el acceso al portal
  `),
  service: lines(`
    Dónde está mi pedido {n}, ya debería haber llegado
    Quiero devolver {p} y que me devuelvan el dinero
    Solicito la baja de mi suscripción al final del periodo
    La factura está mal, me han cobrado {m} dos veces
    Me han cobrado después de cancelar
    Envíenme la factura de mi último pago
    Cuándo recibiré el reembolso de {m}
    El paquete llegó dañado, quiero un cambio
    Me han entregado el artículo equivocado, otro color y otra talla
    Quiero cambiar la dirección de entrega del pedido {n}
    Puedo cambiar los datos de facturación y el NIF
    Necesitamos un presupuesto para 50 licencias
    Cuánto cuesta el plan premium por usuario
    Queremos pasar al paquete superior
    Queremos renovar el contrato, qué descuento ofrecen
    El cupón no se descontó del precio
    Quiero poner una reclamación por el trato del personal, es inaceptable
    El técnico no vino a la cita
    Nadie me ha devuelto la llamada, estoy muy decepcionado con su empresa
    Exijo una compensación por el retraso
    Cuál es el plazo de entrega a Canarias
    Hacen envíos al extranjero y cuánto cuestan los gastos de envío
    Cuándo vuelve a estar disponible {p}
    Qué producto me conviene más, me pueden asesorar antes de comprar
    Quiero cerrar mi cuenta y borrar mis datos
    Cambien el nombre del titular, me he casado
    El pago fue rechazado pero el dinero salió de mi banco
    No reconozco este cargo en mi extracto
    El recibo domiciliado se cobró antes de tiempo
    Puedo pagar a plazos o por transferencia
    Cuántos puntos de fidelidad tengo
    Quiero cambiar los zapatos por una talla mayor
    El seguimiento no se actualiza, se ha perdido el paquete
    Falta un artículo en la entrega
    Compré dos y solo recibí uno
    Confirmen mi reserva
    Tengo que cambiar mi cita
    No quiero recibir más el boletín
    La subida de precio es un abuso, me voy a la competencia
    Otra tienda lo vende más barato, pueden igualar el precio
    Necesito una copia del contrato
    Cuál es el plazo de preaviso
    He recibido un aviso de impago aunque la factura está pagada
    El importe del recibo no coincide con lo que compré
    Queremos comprar 20 unidades más
    Qué horario tiene su tienda
    Felicite a su compañera, fue encantadora
    Tengo una sugerencia para su catálogo
    Quién es nuestro nuevo comercial
    Queremos formación para empleados nuevos, qué precio tiene
    Cuánto dura la garantía y el plazo de devolución
    No acepto el recargo por demora
    Mi nueva tarjeta no ha llegado por correo
    Por qué me han cobrado una comisión por la transferencia
    Anulen el pedido {n} antes del envío
    Quiero hablar con un responsable sobre esta queja
    Actualicen mi teléfono y mi domicilio
    El repartidor dejó el paquete a un desconocido
    Devuélvanme los gastos de envío
    Estoy esperando el abono
    El vendedor me prometió una rebaja
    Hoja de reclamaciones
  `),
  neutral: lines(`
    Les he escrito ya varias veces
    Soy cliente desde hace más de diez años
    Esto no puede ser verdad
    Estoy realmente enfadado
    Agradecería una respuesta rápida
    Contesten lo antes posible
    Una compañera me dijo que les escribiera
    Llevo dos semanas así
    También me pueden llamar
    Estoy harto
    Espero que estén bien
    Como hablamos la semana pasada
    Somos una pequeña empresa familiar del norte
    No sé a quién más preguntar
    Es para mi madre, que tiene 80 años
    La última vez fueron muy amables
    Si no se arregla antes del viernes hablaré con mi abogado
    Perdón por el correo tan largo
  `),
  greetings: lines(`
    Hola,
    Buenos días:
    Estimados señores:
    Muy buenas,
    A quien corresponda:
  `),
  closings: lines(`
    Un saludo
    Saludos cordiales
    Gracias
    Atentamente
    Muchas gracias
  `),
  products: lines(`
    la aplicación
    la consola Atlas
    mi tableta
    el router Nimbus
    la caldera
    el programa
    la cafetera
    los auriculares
    el portal
    la aspiradora
  `),
}
