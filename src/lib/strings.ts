/** Every word the templates say themselves, in one place; a language with a missing key fails the type check. */
const en = {
  skipToContent: 'Skip to content',
  breadcrumb: 'Breadcrumb',
  mainNavigation: 'Main',
  footerNavigation: 'Site',
  home: 'Home',
  work: 'Work',
  results: 'Results',
  technologies: 'Technologies',
  about: 'About',
  contact: 'Contact',
  feeds: 'Feeds',
  accessibility: 'Accessibility',
  rssFeed: 'RSS feed',
  sitemap: 'Sitemap',
  source: 'Source',
  colophon: 'Set in Brygada 1918 and Public Sans. Static pages, no tracking.',
  selectedWork: 'Selected work',
  allWork: 'All case studies',
  workIntro: 'Every engagement we may publish, newest first, with the figure that mattered most.',
  page: 'Page',
  previousPage: 'Newer',
  nextPage: 'Older',
  pagination: 'Pages',
  client: 'Client',
  industry: 'Industry',
  role: 'Role',
  team: 'Team',
  timeline: 'Timeline',
  services: 'Services',
  delivered: 'Delivered',
  updated: 'Updated',
  links: 'Links',
  impactScore: 'Business impact',
  impactScoreOf: 'of 10, our own assessment',
  clientSize: 'Client size',
  facts: 'Facts',
  contents: 'On this page',
  present: 'present',
  metrics: 'Key results',
  yourNumbers: 'Your numbers',
  yourNumbersNote: 'An illustration, not a promise: the same change applied to a figure of yours. What you type stays on this page.',
  downtime: '{month} of downtime a month, {year} a year',
  timeUnits: 'd h min s',
  notANumber: 'A number of zero or more, please',
  beforeAfter: 'Before and after',
  measure: 'Measure',
  result: 'Result',
  toScale: 'To scale',
  howMeasured: 'How it was measured',
  evidence: 'source',
  screenshots: 'Screens',
  charts: 'Measurements',
  enlarge: 'Enlarge',
  close: 'Close',
  nextCase: 'Next case',
  relatedCases: 'Related cases',
  contactCall: 'Have a system that everybody depends on and nobody wants to touch?',
  contactAction: 'Write to us',
  hidden: 'Hidden: not on the published site',
  caseStudies: { one: 'case study', other: 'case studies' },
  otherResults: 'Further results',
  resultsIntro:
    'Every outcome on this site in one list, in the words of its case study and drawn to scale. Each one links to its evidence.',
  technologiesIntro: 'What the systems are made of, and where it was used.',
  usedIn: 'Used in',
  usedWith: 'Often used with',
  website: 'Official site',
  feedsIntro: 'A feed tells your reader when a new case study is published. There is nothing to sign up for.',
  feedsHow:
    'Copy an address below into a feed reader, such as NetNewsWire, Feedly, Inoreader, Thunderbird or newsboat. New case studies then appear there in full, with their figures and pictures.',
  feedContents: 'The newest case studies, in full.',
  siteAsData: 'The pages as a list for machines',
  notFound: 'There is no page at this address',
  notFoundIntro: 'It may have moved, or the link that brought you here has a typing error. These are the case studies:',
  since: 'since',
  industries: { one: 'industry', other: 'industries' },
  outcomes: { one: 'outcome with its figure', other: 'outcomes with their figures' },
  says: 'What clients say',
  moreAbout: 'More about us',
  seeResults: 'See every result',
  section: {
    executive_summary: { label: 'In brief', heading: 'Summary' },
    business_context: { label: 'Why it mattered', heading: 'Context' },
    technical_challenges: { label: 'What stood in the way', heading: 'Challenges' },
    solutions: { label: 'What we did', heading: 'Solution' },
    solution_architecture: { label: 'How it fits together', heading: 'Architecture' },
    implementation_details: { label: 'How it was built', heading: 'Implementation' },
    results_metrics: { label: 'What changed', heading: 'Results' },
    team_leadership: { label: 'Who did it', heading: 'Leadership' },
    key_learnings: { label: 'What we would do again', heading: 'Learnings' },
  },
};

export type Strings = typeof en;

const languages: Record<string, Strings> = { en };

/** The words for a locale (`en-GB`), by its language; English where the language is not supplied. */
export function stringsFor(locale: string): Strings {
  return languages[new Intl.Locale(locale).language] ?? en;
}

/** Choose the form of a counted noun and put the number before it: `3 case studies`. */
export function counted(count: number, forms: { one: string; other: string }, locale: string): string {
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? forms.one : forms.other;
  return `${new Intl.NumberFormat(locale).format(count)} ${form}`;
}
