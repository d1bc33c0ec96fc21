import type { InitWords } from './en.ts';

/** The texts that `npm run init` starts a site with, in Spanish. */
export const es: InitWords = {
  slug: 'ejemplo',
  description: '{name}, casos de estudio: {sentence}',
  about: {
    person: 'Soy {name}. Cada caso de estudio cuenta qué hacía falta, qué hice y qué cambió, con cifras cuando las hay.',
    organization: 'Somos {name}. Cada caso de estudio cuenta qué hacía falta, qué hicimos y qué cambió, con cifras cuando las hay.',
  },
  aboutPage: {
    note: 'Su página. Escriba aquí quién es, qué hace y cómo trabaja, en Markdown y con la extensión que quiera.',
    end: { person: '[Escríbame](/contact/).', organization: '[Escríbanos](/contact/).' },
  },
  contactPage: {
    note: 'Su página. Diga aquí a qué se compromete: quién lee un mensaje y cuándo se responde.',
    description: 'Cómo contactar con {name}.',
    write: 'Escriba a {mail}.',
    helps: { person: 'Qué me ayuda a responder', organization: 'Qué nos ayuda a responder' },
    list: ['Qué quiere cambiar y para quién.', 'Qué ha probado ya.', 'Una fecha importante, si la hay.'],
  },
  accessibilityPage: {
    note: 'La página dice lo que es cierto de las plantillas. Reléala cuando las cambie y añada lo que sepa de sus propios textos e imágenes.',
    description: 'Cómo este sitio aspira a cumplir las WCAG 2.2 en el nivel AA, cómo se prueba y cómo avisar de una barrera.',
    text: `Este sitio aspira a cumplir las Web Content Accessibility Guidelines (WCAG) 2.2 en el nivel AA. Cada página está completa
antes de que se ejecute ningún script, y la mayoría no tiene ninguno.

## Qué puede esperar

- Cada página tiene un encabezado principal, regiones y un enlace que salta al contenido.
- Todo se alcanza y se usa con el teclado, y el foco siempre es visible.
- El texto tiene un contraste de al menos 7:1 en los temas claro y oscuro. El tema sigue a su sistema.
- Nada se desplaza de lado con 320 píxeles de ancho, y el texto se puede ampliar al 200 por ciento.
- Ninguna información depende solo del color. Los dibujos de cifras tienen un texto alternativo con los mismos valores.
- El movimiento cesa cuando su sistema pide menos animaciones.

## Cómo se prueba

Las plantillas de este sitio se prueban de forma automática: contraste, nombres, roles, encabezados y etiquetas. Las
pruebas automáticas solo encuentran una parte de las barreras. Ningún tercero ha auditado el sitio.

## Avisar de una barrera

Si algo le impide leer o usar una página, escriba a {mail} con la dirección de la página y lo que ocurrió.`,
  },
  starter: {
    title: 'Ejemplo: la factura al día siguiente de la entrega',
    tagline: 'Un mayorista envía sus facturas en un día en lugar de nueve. Cada palabra de este ejemplo es inventada.',
    client: 'Un mayorista inventado',
    industry: 'Comercio mayorista',
    role: 'Análisis y desarrollo',
    duration: '4 meses',
    time: { label: 'Tiempo de la entrega a la factura', before: '9 días', after: '1 día', period: 'Los tres primeros meses' },
    share: { label: 'Facturas pagadas a tiempo', before: '48 %', after: '81 %', period: 'Los tres primeros meses' },
    business_context:
      'Los conductores llevaban los albaranes firmados a la oficina, donde dos personas los tecleaban. Los clientes pagaban tarde porque las facturas salían tarde.',
    technical_challenges: `- En uno de cada doce albaranes había una cantidad tachada y escrita de nuevo.
- La contabilidad solo acepta facturas enteras, nunca la corrección de una línea.`,
    solutions:
      'Los conductores confirman ahora cada línea en el teléfono. Por la noche, las líneas confirmadas se convierten en facturas, y la oficina solo ve las que tienen una cantidad cambiada.',
    key_learnings: 'Dos días con los conductores cambiaron el plan más que dos semanas en la oficina.',
    body: `## Qué hacer con esta página

Muestra lo que puede mostrar un caso de estudio. Su texto está en el archivo \`{file}\` de \`src/content\`. Cámbielo y
guárdelo, y la página lo sigue. Para otro caso de estudio, ejecute \`npm run new\`. Cuando tenga uno propio, borre la carpeta
de este.`,
    notes: {
      top: 'Un ejemplo para sustituir: cada palabra es inventada.\nEl nombre de la carpeta es la dirección de la página. Las líneas que empiezan por # son notas para usted y nunca se publican.\nSolo hacen falta un título y un texto. Borre lo que no necesite: una página nunca menciona un campo ausente.',
      tagline: 'Qué logró el trabajo, en una frase: bajo el título, en las tarjetas y en los resultados de búsqueda.',
      client: 'Para no revelar el nombre: client: { name: Nombre real, alias: Un mayorista, confidential: true }',
      date: 'Cuándo se entregó: 2026, 2026-11 o 2026-11-28.',
      thumbnail:
        'La imagen de las tarjetas y de lo alto de la página, aquí en esta carpeta: foto o captura, en JPEG, PNG, WebP, AVIF o SVG.',
      metrics:
        'Qué cambió. La página dibuja `before` y `after` a escala. También vale una frase: «70 % menos llamadas que el año anterior».',
      sections: 'La historia por secciones, en Markdown. También puede ir bajo la segunda línea de guiones, con sus propios encabezados.',
    },
  },
};
