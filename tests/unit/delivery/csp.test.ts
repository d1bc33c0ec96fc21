import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mergeCsp, pruneCsp, readCsp } from '../../../src/lib/delivery/csp.ts';

test.each([
  [`<meta http-equiv="content-security-policy" content="default-src 'none';script-src 'self'">`, "default-src 'none';script-src 'self'"],
  [`<meta content="default-src &#39;none&#39;" http-equiv='Content-Security-Policy' />`, "default-src 'none'"],
  ['<meta http-equiv="refresh" content="0; url=/">', null],
  ['<p>content-security-policy</p>', null],
])('reads the policy of %s', (html, policy) => expect(readCsp(html)).toBe(policy));

test('the merged policy allows what any page allows, and forbids framing', () => {
  const merged = mergeCsp([
    "default-src 'none';img-src 'self' data:;style-src 'self' 'sha256-a'; ",
    "default-src 'none'; img-src 'self'; style-src 'self' 'sha256-b'",
    "default-src 'none'; base-uri 'none'",
  ]);
  expect(merged).toBe(
    "default-src 'none'; img-src 'self' data:; style-src 'self' 'sha256-a' 'sha256-b'; base-uri 'none'; frame-ancestors 'none'",
  );
});

test('a directive that a page leaves to default-src keeps the sources of that default', () => {
  expect(mergeCsp(["default-src 'self'", "default-src 'none'; font-src data:"])).toBe(
    "default-src 'self'; font-src 'self' data:; frame-ancestors 'none'",
  );
});

test('without pages, the merged policy allows nothing', () => expect(mergeCsp([])).toBe("default-src 'none'; frame-ancestors 'none'"));

test("'unsafe-inline' is rejected", () => {
  expect(() => mergeCsp(["default-src 'none'; style-src 'unsafe-inline'"])).toThrowErrorMatchingInlineSnapshot(
    `[Error: A page allows 'unsafe-inline' in style-src. Remove the inline style or script that needs it.]`,
  );
});

describe('the pruned policy of a page', () => {
  const hashOf = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
  const page = (policy: string) => `<meta http-equiv="content-security-policy" content="${policy}"><style>a{}</style><script>go()</script>`;

  test('allows films only where there are some', () => {
    const policy = "default-src 'none'; media-src 'self'; style-src 'self'";
    expect(readCsp(pruneCsp(page(policy)))).not.toContain('media-src');
    expect(readCsp(pruneCsp(`${page(policy)}<video src="/a.mp4"></video>`))).toContain(
      "default-src 'none'; media-src 'self'; style-src 'self'",
    );
  });

  test('keeps the hashes of its own styles and scripts only', () => {
    const [style, script, other] = [hashOf('a{}'), hashOf('go()'), hashOf('gone()')];
    const html = page(`default-src 'none'; script-src 'self' ${other} ${script}; style-src ${style} ${other};`);
    expect(readCsp(pruneCsp(html))).toBe(`default-src 'none'; script-src 'self' ${script}; style-src ${style};`);
  });

  test('lets forms send where there are any', () => {
    const html = page('form-action https://post.example; script-src x');
    expect(readCsp(pruneCsp(html))).toContain("form-action 'none';");
    expect(readCsp(pruneCsp(`${html}<form method="post"></form>`))).toContain('form-action https://post.example;');
  });

  test('is the only part of the page that changes', () => {
    const text = `<p>'sha256-abc='</p>`;
    expect(pruneCsp(page("script-src 'self'") + text)).toBe(page("script-src 'self'") + text);
  });
});
