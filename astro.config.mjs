import { createRequire } from 'node:module';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';

import atomicDist from './src/integrations/atomic-dist.ts';
import buildLock from './src/integrations/build-lock.ts';
import confidentiality from './src/integrations/confidentiality.ts';
import contentModules from './src/integrations/content-modules.ts';
import contentOverlay from './src/integrations/content-overlay.ts';
import drawings from './src/integrations/drawings.ts';
import editor from './src/integrations/editor/editor.ts';
import editorHelp from './src/integrations/editor-help.ts';
import films from './src/integrations/films.ts';
import headers from './src/integrations/headers.ts';
import homeAddress from './src/integrations/home-address.ts';
import metricIslands from './src/integrations/metric-islands.ts';
import originalPictures from './src/integrations/original-pictures.ts';
import pdf from './src/integrations/pdf/pdf.ts';
import redirects from './src/integrations/redirects.ts';
import secretPictures from './src/integrations/secret-pictures.ts';
import sitemap from './src/integrations/sitemap.ts';
import styleReload from './src/integrations/style-reload.ts';
import theme from './src/integrations/theme.ts';
import studio from './src/studio/studio.ts';
import { mostPixels } from './src/documents/image-format.ts';
import { pageFonts, typePairs } from './src/lib/theme/type-pairs.ts';
import site from './src/site.config.ts';

const { resolve } = createRequire(import.meta.url);

/**
 * A font from an installed package: no build needs the network. `src/lib/theme/type-sheet.ts` declares it and its fallbacks. The provider of
 * `astro/config` does the same, but that module also loads SVGO, which takes 0.2 s of every command.
 */
const font = ({ role, face }) => ({
  provider: { name: 'local', resolveFont: ({ options }) => options },
  name: face.family,
  cssVariable: `--font-${role}-face`,
  optimizedFallbacks: false,
  options: { fonts: [{ src: [{ url: resolve(face.file('latin')) }], weight: face.weights, style: 'normal' }] },
});

/** Where the contact form may be sent. */
const formOrigin = !site.contact.form ? "'none'" : site.contact.form === 'netlify' ? "'self'" : new URL(site.contact.form).origin;

const printed = site.pdf.publish || process.env['PRINT'] === '1';

/** @type {import('astro').AstroUserConfig} */
export default {
  site: site.url,
  base: site.base,
  trailingSlash: site.trailingSlash,
  output: 'static',
  // While one page is being written, the next is rendered.
  build: { format: 'directory', concurrency: 4 },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  image: {
    service: {
      entrypoint: './src/lib/pictures/image-service.ts',
      config: {
        // The check trusts the size in a picture's header.
        limitInputPixels: mostPixels,
        // docs/performance.md has what other settings cost.
        avif: { effort: 1, chromaSubsampling: '4:2:0' },
        webp: { effort: 2 },
      },
    },
  },
  fonts: pageFonts(typePairs[site.theme.type]).map(font),
  // Editors complete and check front matter by the schemas of src/content.config.ts.
  experimental: { contentIntellisense: true },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "manifest-src 'self'",
        // Our scripts request nothing. Audit tools request robots.txt from within the page.
        "connect-src 'self'",
        "base-uri 'none'",
        `form-action ${formOrigin}`,
        // Only pages with a film keep it.
        "media-src 'self'",
        ...(site.markdown.html === 'trusted' ? [`frame-src ${site.markdown.frames.join(' ') || "'none'"}`] : []),
      ],
    },
  },
  integrations: [
    theme(site),
    contentModules(),
    contentOverlay(),
    editorHelp(),
    mdx(),
    metricIslands(),
    sitemap(site),
    redirects(site),
    films(),
    pdf(site, { enabled: printed }),
    secretPictures(),
    originalPictures(),
    confidentiality(),
    editor(site),
    headers(site, { compressed: process.env['PRECOMPRESS'] === '1' }),
    buildLock(),
    atomicDist(),
    studio(site),
  ],
  vite: { plugins: [tailwindcss(), drawings(), styleReload(), homeAddress(site)] },
};
