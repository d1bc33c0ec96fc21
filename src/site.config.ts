import { defineSite } from './schemas/site.ts';

/** Identity and options of the site: the one file to edit besides the documents. */
export default defineSite({
  name: 'Marlow & Finch',
  url: 'https://casefolio.example',
  locale: 'en-GB',
  promise: 'We rebuild slow, fragile systems and publish what changed.',
  description:
    'Case studies in software architecture by Marlow & Finch, each with its client, its constraints and the figures before and after.',
  about:
    'Marlow & Finch is a two-desk architecture practice. We join a team for three to eighteen months, take one system apart that everybody depends on, and leave it measurably better. Every engagement ends with a case study whose figures the client has read.',
  workIntro: 'Everything we are free to publish, newest first, each with the number that mattered most.',
  contact: { question: 'Have a system that everybody depends on and nobody wants to touch?', action: 'Write to us' },
  author: { name: 'Marlow & Finch', kind: 'organization', email: 'hello@example.com' },
});
