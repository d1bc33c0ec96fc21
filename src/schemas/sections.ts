/** Front-matter fields that hold the Markdown of a section, in page order. */
export const sectionFields = [
  'executive_summary',
  'business_context',
  'technical_challenges',
  'solutions',
  'solution_architecture',
  'implementation_details',
  'results_metrics',
  'team_leadership',
  'key_learnings',
] as const;

export type SectionField = (typeof sectionFields)[number];
