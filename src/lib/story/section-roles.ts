import { sectionFields, type SectionField } from '../../schemas/sections.ts';

/**
 * Return the section that a heading in the text of a case study announces, in any language of the site; null for a heading without a role.
 * `2. The Challenge:` is a challenge.
 */
export function sectionRole(heading: string): SectionField | null {
  return roles.get(headingKey(heading)) ?? null;
}

/** Normalise a heading for comparison: lower case, without articles, links, attribute lists, leading numbers and punctuation. */
export function headingKey(heading: string): string {
  const words = heading
    .normalize('NFC')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\{[^}]*\}\s*$/, '')
    .replace(/&amp;|&|\+/g, ' and ')
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== '' && !ignoredWords.has(word)).join(' ');
}

const ignoredWords = new Set(
  [
    'the our my a an their key',
    'der die das den dem des ein eine unser unsere mein meine',
    'le la les l un une notre nos mon ma mes de du d',
    'el los las una nuestro nuestra mi del',
  ].flatMap((words) => words.split(' ')),
);

/** Headings by the section they announce: English first, then German, French and Spanish. */
const headings: Readonly<Record<SectionField, string>> = {
  executive_summary: `
    summary; executive summary; tl dr; tldr; at a glance; in brief; in short; synopsis; zusammenfassung; kurzfassung; auf einen blick;
    in kürze; résumé; en bref; synthèse; resumen; resumen ejecutivo; en breve
  `,
  business_context: `
    context; business context; background; overview; project overview; about; about the project; about the client; client; about the company;
    introduction; intro; situation; brief; project; description; project description; motivation; company; customer;
    client background; objective; objectives; goal; goals; project goal; project goals; opportunity; why; purpose; mission;
    customer profile; client overview; ausgangslage; ausgangssituation; hintergrund; kontext; der kunde; über den kunden; das projekt;
    über das projekt; überblick; ziel; ziele; aufgabe; aufgabenstellung; auftrag; einleitung; einführung; contexte; le projet;
    présentation; présentation du projet; objectif; objectifs; le besoin; contexto; el cliente; el proyecto; sobre el proyecto;
    objetivo; objetivos; introducción; antecedentes; situación
  `,
  technical_challenges: `
    challenge; challenges; problem; problems; problem statement; problem space; pain points; technical challenges;
    technical challenge; challenges faced; business challenge; business problem; project requirements; requirements; constraints;
    issue; issues; problem to solve; herausforderung; herausforderungen; technische herausforderungen; probleme; problemstellung;
    anforderungen; schwierigkeiten; défi; défis; défis techniques; enjeu; enjeux; problème; problématique; difficultés; contraintes;
    desafío; desafíos; desafíos técnicos; reto; retos; problema; problemas; dificultades; requisitos
  `,
  solutions: `
    solution; solutions; approach; solution overview; what we did; what i did; what i built; what we built; how we helped;
    how i helped; strategy; proposed solution; solution and approach; approach and solution; final solution; final design;
    contribution; contributions; work; project details; lösung; lösungen; ansatz; lösungsansatz; vorgehen; vorgehensweise;
    was wir gemacht haben; was ich gemacht habe; strategie; approche; démarche; réponse; stratégie; solución; soluciones; enfoque;
    propuesta; estrategia; qué hicimos; lo que hicimos
  `,
  solution_architecture: `
    architecture; system architecture; solution architecture; technical architecture; system overview; system design; how it works;
    architecture overview; design and architecture; architektur; systemarchitektur; lösungsarchitektur; technische architektur;
    architecture technique; arquitectura; arquitectura técnica; arquitectura de la solución
  `,
  implementation_details: `
    implementation; implementation details; solution implementation; technical implementation; technical details; technical deep dive;
    development; process; design process; execution; build; building it; how it was built; methodology; method; methods; key features;
    main features; umsetzung; technische umsetzung; realisierung; implementierung; entwicklung; prozess; methodik; funktionen;
    réalisation; mise en œuvre; développement; processus; méthodologie; méthode; fonctionnalités; implementación; desarrollo;
    ejecución; proceso; metodología; funcionalidades
  `,
  results_metrics: `
    result; results; outcome; outcomes; impact; results and impact; impact and results; results and outcomes; business impact;
    metrics; achievements; benefits; business results; measurable results; results achieved; success metrics; outcome and impact;
    performance; final results; final outcome; outcomes and impact; impact and outcomes; project outcome; project outcomes; ergebnis;
    ergebnisse; resultat; resultate; wirkung; erfolg; erfolge; nutzen; kennzahlen; résultat; résultats; bilan; bénéfices;
    chiffres clés; resultado; resultados; impacto; logros; beneficios; métricas
  `,
  team_leadership: `
    team; leadership; team and leadership; role; role and team; team and role; responsibilities; role and responsibilities;
    team leadership; rolle; team und rolle; führung; verantwortung; équipe; rôle; responsabilités; equipo; rol; papel;
    responsabilidades
  `,
  key_learnings: `
    learnings; lessons learned; lessons; takeaways; what i learned; what we learned; reflection; reflections; retrospective;
    what i would do differently; learning; learning outcomes; lessons learnt; challenges and learnings;
    challenges and lessons learned; erkenntnisse; lehren; was wir gelernt haben; was ich gelernt habe; fazit; rückblick;
    enseignements; leçons; apprentissages; ce que nous avons appris; retour d’expérience; aprendizajes; lecciones;
    lecciones aprendidas; conclusiones; qué aprendimos; lo que aprendimos
  `,
};

const roles = new Map(
  sectionFields.flatMap((section) => headings[section].split(';').map((heading) => [headingKey(heading), section] as const)),
);
