/**
 * Where each of our fields is looked for in other systems' front matter, the likelier name first. Names are compared as `normalizeKey` makes
 * them (`heroImage`, `hero-image` and `hero_image` are one); `a.b` is the key `b` in the map `a`.
 */
export const fieldSources = {
  title: { reads: 'line', max: 120, from: ['title', 'name', 'project_name', 'project_title', 'heading', 'headline'] },
  tagline: {
    reads: 'line',
    max: 200,
    from: [
      'tagline',
      'subtitle',
      'deck',
      'lede',
      'lead',
      'blurb',
      'description',
      'excerpt',
      'summary',
      'short_description',
      'abstract',
      'teaser',
      'intro',
    ],
  },
  client: {
    reads: 'client',
    max: 120,
    from: ['client', 'client_name', 'company', 'customer', 'partner', 'organization', 'organisation', 'employer'],
  },
  date: {
    reads: 'date',
    from: [
      'date',
      'publish_date',
      'pub_date',
      'published_at',
      'published_date',
      'published_on',
      'completion_date',
      'completed',
      'completed_at',
      'delivered',
      'project_date',
      'date_proj',
      'date_published',
      'launch_date',
      'launched',
      'end_date',
      'year',
      'created',
      'created_at',
    ],
  },
  updated: {
    reads: 'date',
    from: ['updated', 'lastmod', 'last_modified_at', 'last_modified', 'last_updated', 'updated_date', 'updated_at', 'mod_date', 'modified'],
  },
  publish_at: { reads: 'moment', from: ['publish_at'] },
  draft: { reads: 'flag', from: ['draft', 'hidden', 'private', 'unlisted', 'do_ignore'] },
  featured: { reads: 'flag', from: ['featured', 'pinned', 'is_featured'] },
  thumbnail: {
    reads: 'thumbnail',
    from: [
      'thumbnail',
      'thumb',
      'thumbnail_img',
      'thumbnail_image',
      'image',
      'cover',
      'cover_image',
      'cover_img',
      'img',
      'feature_image',
      'featured_image',
      'header.teaser',
      'teaser_image',
      'hero',
      'hero_image',
      'image_hero',
      'hero_img',
      'banner',
      'banner_image',
      'card_image',
      'preview',
      'preview_image',
      'header.image',
      'header.overlay_image',
      'header_image',
      'header_img',
      'main_image',
      'featured_img',
      'picture',
      'og_image',
      'share_img',
      'social_image',
    ],
  },
  technologies: {
    reads: 'names',
    max: 60,
    from: [
      'technologies',
      'technology',
      'tech_stack',
      'tech_list',
      'techstack',
      'stack',
      'tech',
      'techs',
      'built_with',
      'tools',
      'tooling',
      'languages',
      'skills',
      'tags',
      'tag',
      'categories',
      'keywords',
    ],
  },
  industry: {
    reads: 'line',
    max: 120,
    from: ['industry', 'sector', 'client_industry', 'vertical', 'industries', 'client.industry', 'client.sector'],
  },
  role: { reads: 'line', max: 200, from: ['role', 'roles', 'my_role', 'position', 'job_title'] },
  services: {
    reads: 'names',
    max: 120,
    from: ['services', 'service', 'deliverables', 'disciplines', 'responsibilities', 'expertise', 'capabilities', 'task_list', 'tasks'],
  },
  team_size: { reads: 'line', max: 120, from: ['team_size', 'team_members_count', 'team'] },
  duration: { reads: 'line', max: 120, from: ['duration', 'timeline', 'timeframe', 'time_frame', 'project_duration', 'period', 'length'] },
  executive_summary: { reads: 'markdown', from: ['executive_summary', 'tldr', 'tl_dr', 'brief'] },
  business_context: {
    reads: 'markdown',
    from: ['business_context', 'context', 'background', 'overview', 'situation', 'about', 'objective', 'objectives', 'goal', 'goals'],
  },
  technical_challenges: {
    reads: 'markdown',
    from: ['technical_challenges', 'challenge', 'challenges', 'problem', 'problems', 'problem_statement', 'pain_points'],
  },
  solutions: { reads: 'markdown', from: ['solutions', 'solution', 'approach', 'our_approach', 'strategy'] },
  solution_architecture: { reads: 'markdown', from: ['solution_architecture', 'architecture', 'system_design'] },
  implementation_details: {
    reads: 'markdown',
    from: ['implementation_details', 'implementation', 'process', 'development', 'methodology', 'features', 'key_features'],
  },
  results_metrics: { reads: 'markdown', from: ['results_metrics'] },
  team_leadership: { reads: 'markdown', from: ['team_leadership', 'leadership'] },
  key_learnings: {
    reads: 'markdown',
    from: ['key_learnings', 'learnings', 'lessons', 'lessons_learned', 'takeaways', 'key_takeaways', 'reflection', 'reflections'],
  },
  metrics: {
    reads: 'metrics',
    from: [
      'metrics',
      'results',
      'result',
      'impact',
      'highlights',
      'statistics',
      'stats',
      'outcomes',
      'outcome',
      'key_results',
      'key_metrics',
      'kpis',
      'achievements',
      'business_impact',
      'benefits',
      'numbers',
    ],
  },
  metrics_charts: { reads: 'pictures', from: ['metrics_charts', 'charts'] },
  screenshots: {
    reads: 'pictures',
    from: ['screenshots', 'gallery', 'images', 'gallery_images', 'photos', 'slideshow', 'carousel', 'pictures', 'mockups'],
  },
  testimonial: { reads: 'testimonial', from: ['testimonial', 'testimonials', 'quote', 'review'] },
  links: { reads: 'links', from: ['links', 'buttons', 'external_links', 'resources'] },
  business_impact_score: { reads: 'score', from: ['business_impact_score'] },
  aliases: { reads: 'paths', from: ['aliases', 'alias', 'redirect_from', 'redirects'] },
  llm_summary: { reads: 'markdown', from: ['llm_summary'] },
  llm_topics: { reads: 'names', max: 120, from: ['llm_topics'] },
  lang: { reads: 'language', from: ['lang', 'language', 'locale'] },
} as const satisfies Record<string, FieldSource>;

/** Single addresses in front matter, and the words their links get. */
export const linkSources = {
  url: 'Website',
  link: 'Website',
  website: 'Website',
  site: 'Website',
  site_url: 'Website',
  project_url: 'Website',
  external_url: 'Website',
  external_link: 'Website',
  live: 'Live site',
  live_url: 'Live site',
  live_link: 'Live site',
  link_live: 'Live site',
  live_site: 'Live site',
  demo: 'Demo',
  demo_url: 'Demo',
  demo_link: 'Demo',
  live_demo: 'Demo',
  github: 'Source code',
  github_url: 'Source code',
  github_link: 'Source code',
  gitlab: 'Source code',
  repo: 'Source code',
  repo_url: 'Source code',
  repository: 'Source code',
  source: 'Source code',
  source_code: 'Source code',
  source_url: 'Source code',
  code: 'Source code',
  code_url: 'Source code',
  video: 'Video',
  video_url: 'Video',
  youtube: 'Video',
  figma: 'Design',
  behance: 'Behance',
  dribbble: 'Dribbble',
  case_study: 'Case study',
  case_study_url: 'Case study',
  paper: 'Paper',
  article: 'Article',
  docs: 'Documentation',
  documentation: 'Documentation',
  app_store: 'App Store',
  play_store: 'Google Play',
} as const satisfies Record<string, string>;

/** Names of the text alternative that goes with a picture of another key. */
export const altSources = [
  'thumbnail_alt',
  'image_alt',
  'alt',
  'hero_alt',
  'hero_image_alt',
  'cover_alt',
  'cover_image_alt',
  'feature_image_alt',
  'featured_image_alt',
  'img_alt',
  'alt_text',
  'image_alt_text',
  'banner_alt',
  'header.alt',
  'header.image_description',
] as const;

export type FieldName = keyof typeof fieldSources;
export type ReaderName =
  | 'line'
  | 'client'
  | 'date'
  | 'moment'
  | 'flag'
  | 'thumbnail'
  | 'names'
  | 'markdown'
  | 'metrics'
  | 'pictures'
  | 'testimonial'
  | 'links'
  | 'score'
  | 'paths'
  | 'language';

interface FieldSource {
  reads: ReaderName;
  from: readonly string[];
  /** The most characters a text, or each of several names, may have. */
  max?: number;
}
