import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { factsAsYaml } from '../../src/lib/twin-facts.ts';

test('facts have their names, lists their entries', () => {
  const facts = { title: 'A: b', technologies: ['C#', 'Go'], metrics: [{ label: 'Cost', text: '4% less' }] };
  expect(factsAsYaml(facts)).toBe('title: "A: b"\ntechnologies:\n  - C#\n  - Go\nmetrics:\n  - label: Cost\n    text: 4% less\n');
});

test('any text is written as the YAML package writes it', () => {
  const odd =
    'yes|no|null|~|True|.nan|.INF|.NET|.5|.5e3|12:30|0x1F|0o7|1e3|1.|2024|2024-05|2024-05-17|1_000|a: b|a #b|a:|5-|-|---|--- a|...|%|a\u2028%|34% less|é|a\u2028b|a\u00a0|\u2007|a\u0085|=|a\nb'.split(
      '|',
    );
  const signs = [...'aZ09 :#.,\'"?{}[]|>&*!%@`~\t\n\u00a0\u2028-'];
  const text = fc.oneof(
    fc.constantFrom(...odd),
    fc.string({ unit: fc.constantFrom(...signs), minLength: 1 }),
    fc.string({ unit: 'binary', minLength: 1 }),
  );
  const entries = fc.array(fc.oneof(text, fc.dictionary(fc.constantFrom('label', 'text'), text, { minKeys: 1 })), {
    minLength: 1,
    maxLength: 2,
  });
  const facts = fc.dictionary(fc.constantFrom('title', 'url', 'topics'), fc.oneof(text, entries), { minKeys: 1 });
  fc.assert(
    fc.property(facts, (some) => {
      expect(factsAsYaml(some)).toBe(stringify(some, { lineWidth: 0 }));
    }),
    { numRuns: 600 },
  );
});
