/** Capitalize the first letter of a text, unless it is a name with a capital inside: iPhone, eCommerce. */
export function capitalize(text: string, locale: string): string {
  const [first = ''] = text;
  return /^\p{Ll}\p{Lu}/u.test(text) ? text : first.toLocaleUpperCase(locale) + text.slice(first.length);
}
