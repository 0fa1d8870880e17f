import type { TemplateTexts } from './template.ts'

export const es: TemplateTexts = {
  not_meant: 'No es lo que quería decir',
  keep_writing: 'Tu texto queda guardado solo para ti. Puedes seguir escribiendo cuando quieras.',
  texts: {
    'suicide.gentle': [
      'Eso pesa mucho',
      'Has escrito que no quieres estar aquí. Gracias por ponerlo en palabras.',
      'No tienes que cargarlo en soledad. Si quieres, habla ahora con alguien, por teléfono o por escrito. Te escucharán sin juzgarte.',
    ],
    'suicide.urgent': [
      'Habla con alguien ahora, por favor',
      'Lo que has escrito suena peligroso para ti. Hay una persona despierta y lista para escucharte.',
      'Si puedes, aléjate de lo que pueda hacerte daño y acércate a alguien. Si corres peligro ahora mismo, llama al número de emergencias.',
    ],
    'self_harm.gentle': [
      'Te duele algo',
      'Has escrito sobre hacerte daño. Suele llegar cuando algo es demasiado para callarlo.',
      'Si el impulso es fuerte, espera diez minutos, cerca de otras personas si puedes. También puedes hablar con alguien que conoce esto.',
    ],
    'self_harm.urgent': [
      'Primero cuida tu cuerpo',
      'Si la herida es profunda, no deja de sangrar o parece infectada, busca atención médica ahora.',
      'Después habla con alguien. No hace falta explicarlo todo.',
    ],
    'abuse.gentle': [
      'Lo que te pasó no es culpa tuya',
      'Has escrito que te hacen daño o que tienes miedo. Tú decides qué sigue y cuándo.',
      'Hay personas que conocen estas situaciones. Escuchan en confianza y te dicen qué es posible.',
    ],
    'abuse.urgent': [
      'Tu seguridad es lo primero',
      'Si estás en peligro ahora, llama a emergencias o ve a donde haya otras personas.',
      'Una línea de ayuda puede planear contigo el siguiente paso. Si alguien revisa este teléfono, usa otro.',
    ],
    'harm_to_others.gentle': [
      'Es mucha rabia',
      'Has escrito sobre hacer daño a alguien. Un pensamiento no es un acto, y se puede hablar de él.',
      'Alguien de fuera puede ayudarte a bajar la presión.',
    ],
    'harm_to_others.urgent': [
      'Pon distancia',
      'Ve a otro lugar, lejos de esa persona y de cualquier cosa que pueda herir.',
      'Llama a alguien ahora, antes de que pase algo. Si no puede esperar, llama a emergencias.',
    ],
    'overdose.urgent': [
      'Busca ayuda médica ahora',
      'Llama ya a emergencias o a toxicología, aunque te sientas bien. Algunos daños aparecen horas después.',
      'Di qué tomaste, cuánto y cuándo. Guarda el envase. No te provoques el vómito. No te quedes en soledad.',
    ],
    'eating_disorder.gentle': [
      'Suena agotador',
      'Escribes sobre la comida y tu cuerpo como sobre una pelea. No hace falta estar peor para pedir ayuda.',
      'Hay personas que conocen esta pelea y hablarán contigo.',
    ],
    'eating_disorder.urgent': [
      'Tu cuerpo necesita ayuda pronto',
      'No comer, desmayarse o vomitar puede volverse peligroso muy rápido, aunque no lo parezca.',
      'Ve hoy al médico o llama a uno de estos números. Si te desmayas o se te acelera el corazón, llama a emergencias.',
    ],
    'minor_at_risk.gentle': [
      'Nadie puede hacerle esto a un menor',
      'Lo que cuentas no está bien, y no es culpa del menor.',
      'Hay personas que se dedican a ayudar a niños y jóvenes. Puedes preguntarles sin dar tu nombre.',
    ],
    'minor_at_risk.urgent': [
      'Esto tiene que parar, y no es culpa tuya',
      'Cuéntaselo a una persona adulta de confianza o a una de estas líneas. Están para niños y jóvenes, y no hace falta dar el nombre.',
      'Si tú o el menor estáis en peligro ahora, llama a emergencias.',
    ],
    'bystander.gentle': [
      'Te preocupa alguien',
      'Está bien que lo tomes en serio. Puedes preguntarle directamente si piensa en el suicidio. Preguntar no mete la idea.',
      'Escucha, sigue cerca y buscad ayuda. Estos números también son para ti.',
    ],
    'bystander.urgent': [
      'Busca ayuda para esa persona y para ti',
      'Si está en peligro ahora, llama a emergencias y quédate a su lado si es seguro. Aparta lo que pudiera usar.',
      'No es solo responsabilidad tuya. Estos números también aconsejan a amigos y familias.',
    ],
  },
}
