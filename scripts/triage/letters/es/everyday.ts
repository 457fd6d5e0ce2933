import { letters } from '../letter.ts'

export const everyday = [
  letters('learning to drive', {
    service: `
      cuánto sale el carnet de moto y cuándo empieza el curso
      ¿Cuándo es el próximo examen y qué tengo que llevar?
      No puedo ir el viernes, ¿me cambian la práctica al martes?
      El profesor me gritó delante de todos, quiero otro
      Quiero que me devuelvan las dos clases que no usé
      ¿Tienen turno por la tarde?
      La factura va a nombre de mi padre, por favor`,
    support: `
      La aplicación de test vuelve a la primera pregunta cada vez que respondo
      El simulador tira a la izquierda y la imagen va a saltos
      ¿Cómo hago para que lea las preguntas en voz alta?
      Mi calendario sale vacío y el de mi hermano no
      No me acepta el código del aula`,
    both: `
      La aplicación me echa a cada rato, y quería reservar dos prácticas más
      ¿Dónde está mi certificado? Además, la página de reservas da error en cuanto elijo día
      Me cobraron dos veces la tasa. Y los vídeos no se reproducen`,
  }),
  letters('tents and caravans', {
    service: `
      se admiten perros? cuanto cuesta una tienda y dos adultos
      Llegaríamos pasadas las diez, ¿hay alguien?
      ¿Podemos quedarnos dos noches más?
      En nuestra parcela ya había otros, queremos la mitad del dinero
      ¿Hasta qué hora abre la tienda?
      Necesito el justificante de la estancia para el trabajo`,
    support: `
      No hay luz en la 22, salta en cuanto enchufamos
      La ducha se traga la ficha y no sale nada
      El wifi conecta pero no carga ninguna página
      El toldo no recoge, la manivela gira en vacío, ¿cómo se vuelve a meter?`,
    both: `
      El poste de la luz no va y queríamos un recibo de la fianza
      Nos quedamos hasta el lunes. La barrera tampoco reconoce ya la matrícula
      el cargador se queda en rojo, que miro? y para cuando me dan hora para la revision`,
  }),
  letters('toy maker', {
    service: `
      La caja vino sin la rampa azul, ¿me la mandan?
      Pedimos treinta y han facturado treinta y dos, hagan otra factura
      El regalo llegó dos días después del cumpleaños
      ¿Para qué edad es?
      Quiero devolverlo sin abrir
      Las figuras de la función no eran las anunciadas, pido el reembolso`,
    support: `
      El tren se para en el cambio de vía y rasca, pilas nuevas
      La muñeca habla sola por la noche
      El coche teledirigido solo gira a la derecha
      ¿Cómo se cambia la voz del oso a español?
      El altavoz nuevo pita cuando me acerco con el muñeco, he bajado el volumen y sigue`,
    both: `
      La grúa ya no levanta nada. Y faltaban dos tornillos en la bolsa, envíenlos
      Hay que anular el recibo, no lo debíamos; y aprovecho: el candado de nuestra página ha dejado de \
        salir y los clientes ven un aviso
      Pregunto dos cosas: qué papel entrego para mi permiso, y por qué el reloj de entrada no me \
        encuentra desde que cambié de teléfono
      El envío venía equivocado, quiero el que pedí. El otro se enciende pero no camina, ¿qué pruebo?
      No estoy de acuerdo con lo abonado, faltan cuarenta euros, y la página se cierra cuando subo el \
        justificante`,
  }),
]
