/**
 * Write `security.txt` (RFC 9116). It expires on the first day of a month, eleven months after the month of the build, so that all
 * builds of one month write the same file.
 */
export function securityTxt({ contact, canonical, language, policy }: SecurityOptions, now: Date): string {
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 11, 1));
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${canonical}`,
    ...(policy ? [`Policy: ${policy}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

interface SecurityOptions {
  /** A `mailto:` or `https:` address. */
  contact: string;
  canonical: string;
  /** The language part of a BCP 47 tag. */
  language: string;
  policy?: string | undefined;
}
