import { words } from './lexicon.ts'
import type { Lexicon } from './lexicon.ts'

export const es: Lexicon = {
  support: words(`
    se cierra; se bloquea; bloqueado; colgado; congelado; error; mensaje de error;
    código de error; fallo; falla; avería; averiado; roto; defectuoso; estropeado; no funciona;
    dejó de funcionar; no arranca; no responde; pantalla negra; página en blanco; parpadea;
    se calienta; ruido; pita; luz roja; desconectado; conexión; no conecta; sin internet;
    wifi; red; router; módem; cortafuegos; VPN; lento; tiempo de espera; servidor; caído;
    caída del sistema; no carga; iniciar sesión; acceso; entrar; contraseña;
    restablecer contraseña; código de verificación; acceso denegado; permisos; sincronizar;
    sincronización; copia de seguridad; restaurar; datos perdidos; exportar; importar; subir archivo;
    descargar; instalar; instalación; reinstalar; configurar; configuración; ajustes; actualización;
    actualizar; firmware; controlador; versión; compatible; integración; base de datos;
    registro de errores; captura de pantalla; reparar; arreglar; solucionar; reiniciar;
    impresora; imprimir; escáner; teclado; ratón; monitor; pantalla; ordenador;
    portátil; tableta; móvil; aplicación; app; batería; cargador; cargar; cable; USB; Bluetooth;
    emparejar; altavoz; sonido; micrófono; cámara; sensor; disco duro; correo electrónico no llega;
    carpeta; archivo; navegador; software; programa; sistema; dispositivo; aparato; máquina;     lector; caldera; termostato; soporte técnico; técnico informático; botón; línea cortada;
  `),
  service: words(`
    reembolso; reembolsar; devolución; devolver; cambio de talla; cambio;
    sustitución; cancelar; cancelación; anular; darme de suscripción; cuota; socio;
    renovación; contrato; plazo; condiciones; factura; facturación; recibo; extracto; cargo;     cobrado dos veces; me cobraron; comisión; precio; precios; tarifa; coste; presupuesto;
    descuento; cupón; vale; tarjeta regalo; puntos; oferta; promoción; pago; pagar; pagado;
    transferencia; domiciliación; a plazos; tarjeta de crédito; saldo; cuenta bancaria;
    dinero; pedido; mi pedido; comprar; compré; encargo; entrega; entregado;     repartidor; envío; enviar; paquete; mensajero; seguimiento; retraso; falta un artículo;
    artículo equivocado; llegó roto; dirección; cambiar dirección; domicilio; mudanza;
    cambiar el nombre; datos personales; cuenta de cliente; cerrar mi cuenta; crear una cuenta; cita;
    reserva; horario; tienda; sucursal; garantía; queja; reclamación; reclamar; maleducado; trato;
    empleado; responsable; disculpa; indemnización; compensación; decepcionado; inaceptable;
    mala atención; opinión; felicitación; recomendación; asesoramiento; disponible; existencias; talla;
    color; catálogo; boletín; comercial; formación; impuestos; IVA; abono;
    deuda; aviso de pago; consumo; abogado;
  `),
  neutral: words(`
    jardín; casa; madre; padre; tiempo; árbol; verano; invierno; río; café; comida; cumpleaños;
    vacaciones; pueblo; música; fútbol; escuela; profesor; médico; pan; manzana; flor; calle; ventana;
    puerta; cocina; familia; niños; amigo; vecino; perro; gato; caballo; montaña; libro; historia; foto;
    compañero; reunión; proyecto; informe; idea; buena noticia; norte; empresa; ciudad; país; gente;
    hombre; mujer; nombre; carta; correo; mensaje; respuesta; llamada; información; adjunto; ver abajo;
    asunto; tema; caso; persona; cliente; cosa; lugar; parte; espero; creo; recuerdo; entiendo;
    contento; enfadado; triste; cansado; preocupado; perdón; harto; paciencia; importante; rápido;
    pronto; tarde; por fin; otra vez; varias; mismo; distinto; grande; pequeño; viejo; correcto; mejor;
    peor;
  `),
}
