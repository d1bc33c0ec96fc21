import type { CollectionEntry, getEntry, reference } from 'astro:content';
import type { ImageMetadata } from 'astro';
import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { PageData } from '../../src/schemas/page.ts';
import type { ProjectData } from '../../src/schemas/project.ts';
import type { SelectionData } from '../../src/schemas/selection.ts';
import type { TechnologyData } from '../../src/schemas/technology.ts';

type Data<C extends 'projects' | 'pages' | 'selections' | 'technologies'> = CollectionEntry<C>['data'];
type Picture = Data<'projects'>['pictures'][string];

test('collections are typed by the schemas of their authors', () => {
  expectTypeOf<Data<'projects'>['title']>().toEqualTypeOf<string>();
  expectTypeOf<Data<'projects'>>().toExtend<ProjectData>();
  expectTypeOf<Data<'pages'>>().toExtend<PageData>();
  expectTypeOf<Data<'selections'>>().toExtend<SelectionData>();
  expectTypeOf<Data<'technologies'>>().toEqualTypeOf<TechnologyData>();
});

test('the loader adds pictures, the targets of links, the language of a translation, the decision of the visibility gate, and the address of an unlisted document', () => {
  expectTypeOf<Exclude<keyof Data<'projects'>, keyof ProjectData>>().toEqualTypeOf<
    'pictures' | 'targets' | 'translation' | 'hidden' | 'shared'
  >();
  expectTypeOf<Exclude<keyof Data<'pages'>, keyof PageData>>().toEqualTypeOf<
    'pictures' | 'targets' | 'translation' | 'hidden' | 'shared'
  >();
  expectTypeOf<Exclude<keyof Data<'selections'>, keyof SelectionData>>().toEqualTypeOf<
    'pictures' | 'targets' | 'translation' | 'hidden' | 'shared'
  >();
});

test('a picture below src/ is metadata for the optimiser of Astro', () => {
  expectTypeOf<Extract<Picture, { kind: 'asset' }>['src']>().toExtend<ImageMetadata>();
  expectTypeOf<Extract<Picture, { kind: 'public' | 'remote' }>['src']>().toEqualTypeOf<string>();
});

test('getEntry and reference know the collections', () => {
  type Entry = NonNullable<Awaited<ReturnType<typeof getEntry<'projects', string>>>>;
  expectTypeOf<Entry['data']['title']>().toEqualTypeOf<string>();
  expectTypeOf<z.output<ReturnType<typeof reference<'projects'>>>>().toEqualTypeOf<{ collection: 'projects'; id: string }>();
});
