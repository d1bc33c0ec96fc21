/** The texts that `npm run init` starts a site with, in English; the other languages have the same keys. */
export const en = {
  slug: 'example',
  description: 'Case studies by {name}: {sentence}',
  about: {
    person:
      'I am {name}. Each case study here says what a client needed, what I did and what changed, with the figures where there are any.',
    organization:
      'We are {name}. Each case study here says what a client needed, what we did and what changed, with the figures where there are any.',
  },
  aboutPage: {
    note: 'Your page. Write here who you are, what you do and how you work, in Markdown and in as many words as you like.',
    end: { person: '[Write to me](/contact/).', organization: '[Write to us](/contact/).' },
  },
  contactPage: {
    note: 'Your page. Say here what you promise: who reads a message, and when it is answered.',
    description: 'How to reach {name}.',
    write: 'Write to {mail}.',
    helps: { person: 'What helps me to answer', organization: 'What helps us to answer' },
    list: ['What you want to change, and for whom.', 'What you have tried so far.', 'A date that matters, if there is one.'],
  },
  accessibilityPage: {
    note: 'The page says what is true of the templates. Read it again when you change them, and add what you know about your own texts and pictures.',
    description: 'How this site aims to meet WCAG 2.2 at level AA, how it is tested, and how to report a barrier.',
    text: `This site aims to conform to the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. Every page is complete
before any script runs, and most pages have no script at all.

## What you can expect

- Every page has one main heading, landmarks, and a link that skips to the content.
- Everything can be reached and used with a keyboard, and the focus is always visible.
- Text has a contrast of at least 7:1 in the light and in the dark theme. The theme follows your system.
- Nothing scrolls sideways at a width of 320 pixels, and text can be enlarged to 200 per cent.
- No information is given by colour alone. Drawings of figures have a text alternative with the same numbers.
- Movement stops when your system asks for reduced motion.

## How it is tested

The templates of this site are tested automatically for contrast, names, roles, headings and labels. Automatic tests
find only some of the barriers. The site has not been audited by a third party.

## Report a barrier

If something keeps you from reading or using a page, write to {mail} with the address of the page and what happened.`,
  },
  starter: {
    title: 'Example: Invoices the Day after Delivery',
    tagline: 'A wholesaler sends its invoices after one day instead of nine. Every word of this example is invented.',
    client: 'An invented wholesaler',
    industry: 'Wholesale',
    role: 'Analysis and development',
    duration: '4 months',
    time: { label: 'Time from delivery to invoice', before: '9 days', after: '1 day', period: 'First three months' },
    share: { label: 'Invoices paid on time', before: '48%', after: '81%', period: 'First three months' },
    business_context:
      'Drivers brought signed delivery notes back to the office, where two people typed them in. Customers paid late because they were billed late.',
    technical_challenges: `- One note in twelve had a quantity that somebody had crossed out and written again.
- The accounting system accepts whole invoices, never corrections of a line.`,
    solutions:
      'Drivers now confirm each line on their phone. The evening run turns confirmed lines into invoices, and shows the office only those with a changed quantity.',
    key_learnings: 'Two days with the drivers changed the plan more than two weeks in the office.',
    body: `## What to do with this page

It is an example of what a case study can show. Its text is in the file \`{file}\` of \`src/content\`. Change it and save,
and the page follows. For another case study, run \`npm run new\`. When you have one of your own, delete the folder of this one.`,
    notes: {
      top: 'An example for you to replace: every word of it is invented.\nThe name of the folder is the address of the page. Lines that start with # are notes for you and are never published.\nOnly the title and a text are required. Delete what you do not need: a page never mentions a field that you leave out.',
      tagline: 'What the work achieved, in one sentence: below the title, on cards and in search results.',
      client: 'To keep the name confidential: client: { name: Real Name, alias: A wholesaler, confidential: true }',
      date: 'When it was delivered: 2026, 2026-11 or 2026-11-28.',
      thumbnail:
        'The picture on cards and at the top of the page, here from this folder: a photo or a screenshot, as JPEG, PNG, WebP, AVIF or SVG.',
      metrics: 'What changed. The page draws `before` and `after` to scale. A sentence works, too: “70% fewer calls than the year before”.',
      sections: 'The story in sections, as Markdown. You can also write it below the second line of hyphens, under your own headings.',
    },
  },
};

export type InitWords = typeof en;
