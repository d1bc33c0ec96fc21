import { z } from 'zod';
import { isLanguageTag } from '../i18n/languages.ts';
import { sourceText } from './scalar.ts';

/** A BCP 47 language tag such as `de` or `pt-BR`. */
export const language = () =>
  z
    .preprocess(
      sourceText,
      z
        .string({ error: 'must be a language tag' })
        .trim()
        .refine(isLanguageTag, { error: 'must be a BCP 47 language tag, like en or pt-BR' }),
    )
    .meta({ type: 'string', examples: ['en', 'de', 'pt-BR'] });
