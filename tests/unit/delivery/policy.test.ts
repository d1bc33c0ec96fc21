import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inlineSources, policyOf, tightenPolicy, unitePolicies } from '../../../src/lib/delivery/policy.ts';

test.each([
  [`<meta http-equiv="content-security-policy" content="default-src 'none';script-src 'self'">`, "default-src 'none';script-src 'self'"],
  [`<meta content="default-src &#39;none&#39;" http-equiv='Content-Security-Policy' />`, "default-src 'none'"],
  ['<meta http-equiv="refresh" content="0; url=/">', null],
  ['<p>content-security-policy</p>', null],
])('the policy of %s', (html, policy) => expect(policyOf(html)).toBe(policy));

test('the policy of all pages allows what any of them allows, and no framing', () => {
  const united = unitePolicies([
    "default-src 'none';img-src 'self' data:;style-src 'self' 'sha256-a'; ",
    "default-src 'none'; img-src 'self'; style-src 'self' 'sha256-b'",
    "default-src 'none'; base-uri 'none'",
  ]);
  expect(united).toBe(
    "default-src 'none'; img-src 'self' data:; style-src 'self' 'sha256-a' 'sha256-b'; base-uri 'none'; frame-ancestors 'none'",
  );
});

test('a page that leaves a kind to its default keeps what that allows', () => {
  expect(unitePolicies(["default-src 'self'", "default-src 'none'; font-src data:"])).toBe(
    "default-src 'self'; font-src 'self' data:; frame-ancestors 'none'",
  );
});

test('without pages, nothing is allowed', () => expect(unitePolicies([])).toBe("default-src 'none'; frame-ancestors 'none'"));

test("'unsafe-inline' is refused", () => {
  expect(() => unitePolicies(["default-src 'none'; style-src 'unsafe-inline'"])).toThrowErrorMatchingInlineSnapshot(
    `[Error: A page's policy has 'unsafe-inline' in style-src. Take out the inline style or script that asks for it.]`,
  );
});

describe('the policy of a page', () => {
  const hashOf = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
  const page = (policy: string) => `<meta http-equiv="content-security-policy" content="${policy}"><style>a{}</style><script>go()</script>`;

  const tighten = (html: string) => tightenPolicy(html, new Set(inlineSources(html)));

  test('keeps the hashes of what stands in it and no other', () => {
    const [style, script, other] = [hashOf('a{}'), hashOf('go()'), hashOf('gone()')];
    const html = page(`default-src 'none'; script-src 'self' ${other} ${script}; style-src ${style} ${other};`);
    expect(policyOf(tighten(html))).toBe(`default-src 'none'; script-src 'self' ${script}; style-src ${style};`);
  });

  test('is the only thing that changes', () => {
    const text = `<p>'sha256-abc='</p>`;
    expect(tighten(page("script-src 'self'") + text)).toBe(page("script-src 'self'") + text);
  });
});
