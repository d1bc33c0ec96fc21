import { expect, test } from 'vitest';
import { overlayText } from '../../../src/integrations/content-overlay.ts';
import { makeDiagnostic } from '../../fixtures/documents/diagnostic.ts';
