import { keys } from '../front-matter/values.ts';
import type { ReaderName } from './field-readers.ts';

/**
 * The keys of other systems' front matter that hold each of our fields, the likelier first. Keys are compared in the form of
 * `normalizeKey` (`heroImage`, `hero-image` and `hero_image` are one); `a.b` is the key `b` of the map `a`.
 */
export const fieldSources = {
  title: {
    reader: 'line',
    max: 120,
    from: keys('title name case_study_title project_name project_title header.title cs_header.title heading headline'),
  },
  tagline: {
    reader: 'tagline',
    max: 200,
    from: keys(`
      tagline subtitle sub_title deck lede lead blurb description excerpt summary short_description short_desc abstract teaser
      intro
    `),
    matching:
      /^(?!.*(?:seo|meta|og|social|twitter|image|img|alt|link|card|video|author|company|about|client|page)).+_?(?:summary|description|intro|introduction|excerpt|tagline|subtitle)$/,
  },
  client: {
    reader: 'client',
    max: 100,
    isFact: true,
    from: keys('client client_name customer customer_name clients customers kunde cliente'),
    matching:
      /^(?!.*(?:quote|testimonial|review|related|seo|logo|other|feedback)).*(?:^|_)(?:client|customer|agency|partner|company|organi[sz]ation|employer)(?:s|ies)?(?:_name)?$/,
  },
  date: {
    reader: 'date',
    from: keys(`
      date publish_date pub_date published_at published_date published_on completion_date completed completed_at delivered
      project_date date_proj date_published launch_date launched end_date year created created_at
    `),
  },
  order: {
    reader: 'number',
    from: keys('order weight importance sort_order position menu_order nav_order sort rank featured_order'),
  },
  updated: {
    reader: 'date',
    from: keys('updated lastmod last_modified_at last_modified last_updated updated_date updated_at mod_date modified'),
  },
  publish_at: { reader: 'moment', from: keys('publish_at') },
  draft: { reader: 'flag', from: keys('draft hidden private unlisted do_ignore') },
  featured: { reader: 'flag', from: keys('featured pinned is_featured highlighted') },
  status: { reader: 'status', max: 60, isFact: true, from: keys('status project_status project_state') },
  thumbnail: {
    reader: 'thumbnail',
    from: keys(`
      thumbnail thumb thumbnail_img thumbnail_image image cover cover_image cover_img img feature_image featured_image
      header.teaser teaser_image hero hero_image image_hero hero_img banner banner_image card_image preview preview_image
      header.image header.overlay_image header_image header_img main_image featured_img picture og_image share_img social_image
    `),
    matching:
      /^(?!.*(?:author|avatar|portrait|logo|icon|alt|quote|testimonial|section|second|map)).*(?:^|_)(?:image|img|thumb|thumbnail|picture|photo|cover)(?:_src|_url|_path)?$/,
  },
  technologies: {
    reader: 'names',
    max: 60,
    isFact: true,
    from: keys(`
      technologies technology tech_stack technology_stack tech_list techstack stack tech techs built_with technologies_used tools
      tooling tools_used software languages
    `),
  },
  industry: {
    reader: 'line',
    max: 120,
    isFact: true,
    from: keys('industry sector client_industry vertical industries sectors branche settore'),
  },
  role: { reader: 'line', max: 200, isFact: true, from: keys('role roles my_role our_role job_title rolle ruolo') },
  services: {
    reader: 'names',
    max: 120,
    isFact: true,
    from: keys('services service deliverables disciplines responsibilities expertise capabilities task_list tasks scope'),
  },
  team_size: { reader: 'teamSize', max: 120, isFact: true, from: keys('team_size team_members_count team') },
  credits: {
    reader: 'credits',
    isFact: true,
    from: keys('credits team team_members members collaborators contributors people made_by with'),
  },
  awards: { reader: 'awards', isFact: true, from: keys('awards award prizes recognition honors honours') },
  duration: {
    reader: 'line',
    max: 120,
    isFact: true,
    from: keys(`
      duration timeline timeframe time_frame project_duration project_length period length date_range dates client_since
    `),
  },
  executive_summary: { reader: 'markdown', from: keys('executive_summary tldr tl_dr brief') },
  business_context: {
    reader: 'markdown',
    from: keys('business_context context background overview situation about objective objectives goal goals'),
  },
  technical_challenges: {
    reader: 'markdown',
    from: keys('technical_challenges challenge challenges problem problems problem_statement pain_points'),
  },
  solutions: { reader: 'markdown', from: keys('solutions solution approach our_approach strategy') },
  solution_architecture: { reader: 'markdown', from: keys('solution_architecture architecture system_design') },
  implementation_details: {
    reader: 'markdown',
    from: keys('implementation_details implementation process development methodology features key_features'),
  },
  results_metrics: { reader: 'markdown', from: keys('results_metrics') },
  team_leadership: { reader: 'markdown', from: keys('team_leadership leadership') },
  key_learnings: {
    reader: 'markdown',
    from: keys('key_learnings learnings lessons lessons_learned takeaways key_takeaways reflection reflections'),
  },
  metrics: {
    reader: null,
    from: keys(`
      metrics results result impact statistics statistic stats stat_bar outcomes outcome key_results key_metrics kpis achievements
      business_impact benefits numbers
    `),
  },
  topics: { reader: null, from: [] },
  metrics_charts: { reader: 'pictures', from: keys('metrics_charts charts') },
  screenshots: {
    reader: 'pictures',
    from: keys('screenshots gallery images gallery_images photos slideshow carousel pictures mockups'),
  },
  testimonial: {
    reader: 'testimonial',
    from: keys(`
      testimonial_long testimonial testimonials client_quote client_testimonial client_feedback customer_quote quote quotes review
    `),
  },
  related: {
    reader: 'related',
    from: keys('related related_projects related_case_studies related_work related_works related_posts related_post related_links'),
  },
  links: {
    reader: 'links',
    from: keys('links buttons external_links resources header.actions meta.project_link project_link'),
  },
  business_impact_score: { reader: 'score', from: keys('business_impact_score') },
  aliases: { reader: 'paths', from: keys('aliases alias redirect_from redirects') },
  llm_summary: { reader: 'markdown', from: keys('llm_summary') },
  llm_topics: { reader: 'names', max: 120, from: keys('llm_topics') },
  lang: { reader: 'language', from: keys('lang language locale') },
} as const satisfies Record<string, FieldSource>;

export type FieldName = keyof typeof fieldSources;

/** Where a field comes from. */
export interface FieldSource {
  /** Null if `mapFields` reads the field itself. */
  reader: ReaderName | null;
  from: readonly string[];
  /** Further keys of the front matter, less likely than `from`. */
  matching?: RegExp;
  /** Whether the value may have a label of its own, as in `sidebar: [{title: Client, text: X}]` and `**Client:** X`. */
  isFact?: boolean;
  /** The most characters of a text, or of each name in a list. */
  max?: number;
}
