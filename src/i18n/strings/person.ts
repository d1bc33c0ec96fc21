import type { Language } from '../languages.ts';

const en = {
  about: 'About',
  writeToOwner: 'Write to me',
  aboutOwner: 'About me',
  facets: {
    technology: { intro: 'What I build with, and where I used it.' },
    industry: { intro: 'The industries I have worked in.' },
  },
  resultsIntro: 'Every result I have published, drawn to scale and linked to its case study.',
  resultsSplitIntro: 'Every result I have published, grouped by what it measures, drawn to scale and linked to its case study.',
  section: {
    solutions: { label: 'What I did' },
    team_leadership: { label: 'How I worked' },
    key_learnings: { heading: 'What I learned' },
  },
};

/** The strings in which the author speaks, for a person instead of an organization: “I”, not “we”. Every language has the same keys, so that no “we” is forgotten in one of them. */
export const person: Record<Language, typeof en> = {
  en,
  de: {
    about: 'Über mich',
    writeToOwner: 'Schreiben Sie mir',
    aboutOwner: 'Mehr über mich',
    facets: {
      technology: { intro: 'Womit ich baue und wo ich es eingesetzt habe.' },
      industry: { intro: 'Die Branchen, in denen ich gearbeitet habe.' },
    },
    resultsIntro: 'Alle Ergebnisse, die ich veröffentlicht habe, maßstabsgetreu gezeichnet und mit ihrer Fallstudie verlinkt.',
    resultsSplitIntro:
      'Alle Ergebnisse, die ich veröffentlicht habe, nach Messgröße geordnet, maßstabsgetreu gezeichnet und mit ihrer Fallstudie verlinkt.',
    section: {
      solutions: { label: 'Was ich getan habe' },
      team_leadership: { label: 'Wie ich gearbeitet habe' },
      key_learnings: { heading: 'Was ich gelernt habe' },
    },
  },
  es: {
    about: 'Sobre mí',
    writeToOwner: 'Escríbame',
    aboutOwner: 'Más sobre mí',
    facets: {
      technology: { intro: 'Las tecnologías que uso y en qué proyectos.' },
      industry: { intro: 'Los sectores en los que he trabajado.' },
    },
    resultsIntro: 'Todos los resultados que he publicado, dibujados a escala y enlazados con su caso de estudio.',
    resultsSplitIntro:
      'Todos los resultados que he publicado, agrupados por lo que miden, dibujados a escala y enlazados con su caso de estudio.',
    section: {
      solutions: { label: 'Qué hice' },
      team_leadership: { label: 'Cómo trabajé' },
      key_learnings: { heading: 'Lo que aprendí' },
    },
  },
  fr: {
    about: 'À propos',
    writeToOwner: 'Écrivez-moi',
    aboutOwner: 'En savoir plus sur moi',
    facets: {
      technology: { intro: 'Les technologies que j’utilise, et dans quels projets.' },
      industry: { intro: 'Les secteurs dans lesquels j’ai travaillé.' },
    },
    resultsIntro: 'Tous les résultats que j’ai publiés, dessinés à l’échelle et reliés à leur étude de cas.',
    resultsSplitIntro:
      'Tous les résultats que j’ai publiés, regroupés selon ce qu’ils mesurent, dessinés à l’échelle et reliés à leur étude de cas.',
    section: {
      solutions: { label: 'Ce que j’ai fait' },
      team_leadership: { label: 'Ma façon de travailler' },
      key_learnings: { heading: 'Ce que j’ai appris' },
    },
  },
};
