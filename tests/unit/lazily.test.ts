import { expect, test } from 'vitest';
import { lazily } from '../../src/lib/lazily.ts';

test('a property is computed when it is asked for, each time, and not before', () => {
  let computed = 0;
  const object = lazily({ name: 'rota' }, { body: () => `text ${(computed += 1)}` });
  expect([object.name, computed]).toEqual(['rota', 0]);
  expect([object.body, object.body]).toEqual(['text 1', 'text 2']);
});

test('it takes the place of one that the object has, or inherits and could not set', () => {
  const fixed = Object.freeze({ title: 'Inherited' });
  const object = lazily(Object.assign(Object.create(fixed) as typeof fixed, { body: '' }), { body: () => 'Own', title: () => 'Own' });
  expect([object.body, object.title, fixed.title]).toEqual(['Own', 'Own', 'Inherited']);
  expect(lazily(object, { title: () => 'Later' }).title).toBe('Later');
});

test('copies, lists and JSON have it as any other; the object is the same', () => {
  const given = { name: 'rota' };
  const object = lazily(given, { body: () => 'Text' });
  expect(object).toBe(given);
  expect({ ...object }).toEqual({ name: 'rota', body: 'Text' });
  expect(JSON.stringify(object)).toBe('{"name":"rota","body":"Text"}');
});
