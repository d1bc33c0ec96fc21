/**
 * Write a `security.txt` (RFC 9116). It expires on the first day of the month, eleven months after the build's: within a month
 * every build gives the same file, and one that is never rebuilt admits it.
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

export interface SecurityOptions {
  /** A `mailto:` or `https:` address. */
  contact: string;
  canonical: string;
  /** The language part of a BCP 47 tag. */
  language: string;
  policy?: string | undefined;
}
