import owner from '../styles/owner.css?inline';

/**
 * Add the owner's rules to the style sheets of a page, in the last layer. Sheets besides the first have no layer, and rules without one
 * would win over it. Without rules of the owner's, the sheets stay as they are.
 */
export function withOwnerSheet(main: string, ...others: string[]): string[] {
  if (rules === '') return [main, ...others];
  return [main, `@layer page{${others.join('')}}`, `@layer owner{${rules}}`];
}

// The development server keeps comments.
const rules = owner.replace(/\/\*.*?\*\//gs, '').trim();
