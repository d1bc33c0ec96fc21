import { describe, expect, test } from 'vitest';
import { isPublic, publicDocuments, visibilities, visibilityOf } from '../../src/lib/visibility.ts';

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

/** docs/sharing.md has the same table. */
describe('who sees a document, in every time zone', () => {
  const [past, today, future] = ['2026-11-21', '2026-11-22', '2026-11-23'];
  const zone = process.env['TZ'];
  const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
  const cells = [
    [{}, 'public', 'unlisted'],
    [{ draft: true }, 'hidden', 'hidden'],
    [{ publish_at: past }, 'public', 'unlisted'],
    [{ publish_at: today }, 'public', 'unlisted'],
    [{ publish_at: future }, 'hidden', 'hidden'],
    [{ expires: past }, 'hidden', 'hidden'],
    [{ expires: today }, 'public', 'unlisted'],
    [{ expires: future }, 'public', 'unlisted'],
    [{ publish_at: past, expires: future }, 'public', 'unlisted'],
    [{ publish_at: future, expires: '2026-12-31' }, 'hidden', 'hidden'],
    [{ publish_at: past, expires: past }, 'hidden', 'hidden'],
    [{ draft: true, publish_at: past, expires: future }, 'hidden', 'hidden'],
    [{ expires: '2026-11' }, 'public', 'unlisted'],
    [{ expires: '2026' }, 'public', 'unlisted'],
    [{ expires: '2026-10' }, 'hidden', 'hidden'],
    [{ expires: '2026-11-22T14:00:00+02:00' }, 'hidden', 'hidden'],
    [{ expires: '2026-11-22T14:00:01+02:00' }, 'public', 'unlisted'],
    [{ expires: 'soon' }, 'hidden', 'hidden'],
  ] as const;

  test.each(zones.flatMap((name) => cells.map((cell) => [name, ...cell] as const)))(
    'in %s, with %j: %s, or %s with `unlisted`',
    (name, fields, listed, unlisted) => {
      process.env['TZ'] = name;
      try {
        expect([visibilityOf(fields, clock), visibilityOf({ ...fields, unlisted: true }, clock)]).toEqual([listed, unlisted]);
      } finally {
        if (zone === undefined) delete process.env['TZ'];
        else process.env['TZ'] = zone;
      }
    },
  );

  test('a selection is never public', () => {
    const selection = { collection: 'selections', slug: 'a', lang: null, data: {} };
    expect([...visibilities([selection], clock).values()]).toEqual(['unlisted']);
  });

  test('a translation is unlisted with its original, and alone by its own field', () => {
    const document = (lang: string | null, unlisted: boolean, slug: string) => ({ collection: 'projects', slug, lang, data: { unlisted } });
    const all = [document(null, true, 'a'), document('de', false, 'a'), document(null, false, 'b'), document('de', true, 'b')];
    expect([...visibilities(all, clock).values()]).toEqual(['unlisted', 'unlisted', 'public', 'unlisted']);
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
