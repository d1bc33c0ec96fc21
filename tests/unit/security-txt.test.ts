import { expect, test } from 'vitest';
import { securityTxt } from '../../src/lib/security-txt.ts';

const options = { contact: 'mailto:a@example.com', canonical: 'https://example.com/.well-known/security.txt', language: 'en' };

test('the file has the contact and an expiry date', () => {
  expect(securityTxt({ ...options, policy: 'https://example.com/policy' }, new Date('2026-03-09T10:00:00Z'))).toBe(
    'Contact: mailto:a@example.com\nExpires: 2027-02-01T00:00:00Z\nPreferred-Languages: en\nCanonical: https://example.com/.well-known/security.txt\nPolicy: https://example.com/policy\n',
  );
});

test('two builds in one month write the same file', () => {
  const [early, late] = ['2026-03-01T00:00:00Z', '2026-03-31T23:59:59Z'].map((now) => securityTxt(options, new Date(now)));
  expect(early).toBe(late);
});
