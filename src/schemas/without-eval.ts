import { z } from 'zod';

// In a browser the policy of a page may forbid code made of text, with which Zod is faster; it must not even be tried. Schemas decide this
// when they are made: import this file before any.
if ('document' in globalThis || 'importScripts' in globalThis) z.config({ jitless: true });
