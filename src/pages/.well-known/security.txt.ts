import type { APIRoute } from 'astro';
import { clock } from '../../lib/clock.ts';
import { securityTxt } from '../../lib/security-txt.ts';
import { site, urls } from '../../queries/site.ts';

export const GET: APIRoute = () => {
  const { contact, policy } = site.security ?? { contact: `mailto:${site.contact.email}` };
  const canonical = urls.absolute(urls.file('.well-known/security.txt'));
  return new Response(securityTxt({ contact, policy, canonical, language: new Intl.Locale(site.locale).language }, clock));
};
