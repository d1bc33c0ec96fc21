import { typeStyles } from '../queries/type.ts';
import owner from '../styles/owner.css?inline';

/**
 * Add the typefaces of the site and the owner's rules to the style sheets of a page, the owner's in the last layer. Sheets besides the first have no layer, and rules without one
 * would win over it. Without rules of the owner's, the sheets stay as they are.
 */
export function withOwnerSheet(main: string, ...others: string[]): string[] {
  const unlayered = [...others, typeStyles];
  if (rules === '') return [main, ...unlayered];
  return [main, `@layer page{${unlayered.join('')}}`, `@layer owner{${rules}}`];
}

// The development server keeps comments.
const rules = owner.replace(/\/\*.*?\*\//gs, '').trim();
