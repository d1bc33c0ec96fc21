import type { FormFields } from '../../../lib/content/form.ts';
import type { ListShape, MapShape } from '../../../lib/content/form-shape.ts';
import { announce, el, fill, freshId } from '../elements.ts';
import { entryName, itemSchemaOf } from '../field-words.ts';
import { isFilled } from '../form-paths.ts';
import { pictureAddresses } from '../picture-address.ts';
import { takePictures, storePicture, thumbnailOf } from '../picture-files.ts';
import type { FieldContext, Spot } from './context.ts';
import { fieldset, foldedFields } from './frame.ts';
import { spotsOf } from './group-field.ts';
import { listOf } from './list-field.ts';

/** A picture with the words for those who do not see it. */
export function pictureField(spot: Spot, context: FieldContext): HTMLElement {
  const { session } = context;
  const shape = spot.shape as MapShape;
  const keys = Object.keys(shape.fields);
  const main = ['alt', 'decorative', 'caption'].filter((key) => keys.includes(key));
  const others = keys.filter((key) => !main.includes(key));
  const rest = spotsOf(spot, shape, others);
  const words = keys.includes('video') ? 'Path, size, film, comparison' : 'Path, size';
  const open = rest.some(({ key, path }) => key !== 'image' && isFilled(session.value(path)));
  const shown = el('div.thumb');
  const value = (): string => (session.value([...spot.path, 'image']) as string | undefined) ?? '';
  const show = (): void => fill(shown, value() ? thumbnail(value(), session.path) : el('span.help', 'No picture yet'));
  const take = async ([file]: File[]): Promise<void> => {
    if (!file) return;
    const stored = await storePicture(session.path, file);
    if (stored === null) return;
    session.set([...spot.path, 'image'], stored);
    const path = set.querySelector<HTMLInputElement>(`[data-field$="image"]`);
    if (path) path.value = stored;
    show();
    set.querySelector<HTMLElement>('[data-field$="alt"]')?.focus();
    announce('Stored. Now say what the picture shows.');
  };
  const choice = chooser(value() ? 'Replace' : 'Choose a picture', (files) => void take(files));
  const set = fieldset(
    spot,
    context,
    el('div.picture', el('div.picture-side', shown, choice), el('div.picture-words', ...spotsOf(spot, shape, main).map(context.draw))),
    foldedFields({ path: spot.path, words, open, spots: rest }, context),
  );
  set.addEventListener('input', (event) => {
    if ((event.target as HTMLElement).dataset['field']?.endsWith('.image')) show();
  });
  takePictures(set, (files) => void take(files));
  show();
  return set;
}

/** Pictures in their order; several can be added at once. */
export function picturesField(spot: Spot, context: FieldContext): HTMLElement {
  const { item } = spot.shape as ListShape;
  const schema = itemSchemaOf(spot.schema);
  const store = async (files: File[]): Promise<void> => {
    const stored: FormFields[] = [];
    for (const file of files) {
      const image = await storePicture(context.session.path, file);
      if (image !== null) stored.push({ image, alt: '' });
    }
    if (stored.length === 0) return;
    add(stored);
    announce(`${stored.length} stored. Now say what each shows.`);
  };
  const place = { key: 'picture', shape: item, schema: { ...schema, description: '' }, bare: true };
  const { list, add } = listOf(spot, context, {
    name: entryName(spot.key),
    adder: 'by its path',
    fresh: () => ({ image: '', alt: '' }),
    entry: (index) => pictureField({ ...place, path: [...spot.path, index], label: `Picture ${index + 1}` }, context),
    beside: chooser('Choose pictures, drop or paste them', (files) => void store(files), true),
  });
  takePictures(list, (files) => void store(files));
  return list;
}

/** A button that opens the system's chooser of files. */
function chooser(words: string, take: (files: File[]) => void, multiple = false): HTMLElement {
  const id = freshId();
  const input = el('input.visually-hidden', {
    id,
    type: 'file',
    accept: 'image/*',
    multiple,
    onchange: () => {
      take([...(input.files ?? [])]);
      input.value = '';
    },
  });
  return el('span.chooser', input, el('label.button.quiet', { for: id }, words));
}

function thumbnail(value: string, path: string): HTMLElement {
  const base = location.pathname.replace(/_studio\/.*$/, '');
  const addresses = [thumbnailOf(value) ?? [], pictureAddresses(value, path, base)].flat();
  const next = (): void => {
    const address = addresses.shift();
    if (address === undefined) picture.replaceWith(el('span.help', 'This picture cannot be shown here'));
    else picture.src = address;
  };
  const picture = el('img', { alt: '', loading: 'lazy', onerror: next });
  next();
  return picture;
}
