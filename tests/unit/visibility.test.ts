import { describe, expect, test } from 'vitest';
import { isPublic, publicDocuments } from '../../src/lib/visibility.ts';

const clock = new Date('2026-11-22T12:00:00Z');

describe('the gate', () => {
  test.each([
    ['no field', {}, true],
    ['a draft', { draft: true }, false],
    ['not a draft', { draft: false }, true],
    ['a draft with a past date', { draft: true, publish_at: '2020-01-01' }, false],
    ['today', { publish_at: '2026-11-22' }, true],
    ['tomorrow', { publish_at: '2026-11-23' }, false],
    ['this month', { publish_at: '2026-11' }, true],
    ['next year', { publish_at: '2027' }, false],
    ['a past time by its offset', { publish_at: '2026-11-22T13:59:00+02:00' }, true],
    ['a future time by its offset', { publish_at: '2026-11-22T11:30:00-02:00' }, false],
    ['a past time with spaces, as Jekyll writes it', { publish_at: '2026-11-22 13:59:00 +0200' }, true],
    ['this very second', { publish_at: '2026-11-22T12:00:00Z' }, true],
    ['an invalid date', { publish_at: 'soon' }, false],
  ])('%s', (_, document, shown) => {
    expect(isPublic(document, clock)).toBe(shown);
  });
});

describe('a translation', () => {
  const document = (slug: string, lang: string | null, data = {}, collection = 'projects') => ({ collection, slug, lang, data });
  const shown = (...documents: ReturnType<typeof document>[]) =>
    publicDocuments(documents, clock).map(({ slug, lang }) => [slug, lang].filter(Boolean).join('.'));

  test('is public with its original', () => expect(shown(document('a', 'de'), document('a', null))).toEqual(['a.de', 'a']));

  test('is hidden with its original', () => expect(shown(document('a', null, { draft: true }), document('a', 'de'))).toEqual([]));

  test('is hidden alone by its own draft', () => {
    expect(shown(document('a', null), document('a', 'de', { publish_at: '2030' }), document('a', 'fr'))).toEqual(['a', 'a.fr']);
  });

  test('has no original in another collection', () => expect(shown(document('a', null, {}, 'pages'), document('a', 'de'))).toEqual(['a']));
});
