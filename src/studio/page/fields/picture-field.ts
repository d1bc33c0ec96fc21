import type { FormFields, FormValue } from '../../../lib/content/form.ts';
import type { ListShape, MapShape } from '../../../lib/content/form-shape.ts';
import { announce, el, fill, freshId } from '../elements.ts';
import { entryName, itemSchemaOf } from '../field-words.ts';
import { isFilled } from '../form-paths.ts';
import { pictureAddresses } from '../picture-address.ts';
import { takePictures, storePicture, thumbnailOf } from '../picture-files.ts';
import type { FieldContext, Spot } from './context.ts';
import { fieldset, fold } from './frame.ts';
import { spotsOf } from './group-field.ts';
import { listOf } from './list-field.ts';

/** A picture with the words for those who do not see it. */
export function pictureField(spot: Spot, context: FieldContext): HTMLElement {
  const { session } = context;
  const shape = spot.shape as MapShape;
  const keys = Object.keys(shape.fields);
  const main = ['alt', 'decorative', 'caption'].filter((key) => keys.includes(key));
  const rest = keys.filter((key) => !main.includes(key));
  const spots = spotsOf(spot, shape, [...main, ...rest]);
  const shown = el('div', { class: 'thumb' });
  const value = (): string => String((session.value([...spot.path, 'image']) as string | undefined) ?? '');
  const show = (): void => {
    fill(shown, value() ? thumbnail(value(), context) : el('span', { class: 'help' }, 'No picture yet'));
  };
  const take = async ([file]: File[]): Promise<void> => {
    if (!file) return;
    const stored = await storePicture(session.path, file, context.complain);
    if (stored === null) return;
    session.set([...spot.path, 'image'], stored);
    const path = set.querySelector<HTMLInputElement>(`[data-field$="image"]`);
    if (path) path.value = stored;
    show();
    set.querySelector<HTMLElement>('[data-field$="alt"]')?.focus();
    announce('Stored. Now say what the picture shows.');
  };
  const set = fieldset(
    spot,
    context,
    el(
      'div',
      { class: 'picture' },
      el(
        'div',
        { class: 'picture-side' },
        shown,
        chooser(value() ? 'Replace' : 'Choose a picture', false, (files) => void take(files)),
      ),
      el('div', { class: 'picture-words' }, ...spots.slice(0, main.length).map(context.draw)),
    ),
    fold(
      `${spot.path.join('.')}.rest`,
      ['Path, size, film, comparison'],
      rest.some((key) => key !== 'image' && isFilled(session.value([...spot.path, key]))),
      context,
      el('div', { class: 'grid' }, ...spots.slice(main.length).map(context.draw)),
    ),
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
  const name = entryName(spot.key);
  const store = async (files: File[], add: (values: FormValue[]) => void): Promise<void> => {
    const stored: FormFields[] = [];
    for (const file of files) {
      const image = await storePicture(context.session.path, file, context.complain);
      if (image !== null) stored.push({ image, alt: '' });
    }
    if (stored.length > 0) add(stored);
    if (stored.length > 0) announce(`${stored.length} stored. Now say what each shows.`);
  };
  let adds: (values: FormValue[]) => void = () => undefined;
  const list = listOf(spot, context, {
    name: `${name} by its path`,
    fresh: () => ({ image: '', alt: '' }),
    entry: (index) =>
      pictureField(
        {
          path: [...spot.path, index],
          key: 'picture',
          shape: item,
          schema: { ...schema, description: '' },
          label: `Picture ${index + 1}`,
          bare: true,
        },
        context,
      ),
    beside: (add) => {
      adds = add;
      return [chooser('Choose pictures, drop or paste them', true, (files) => void store(files, add))];
    },
  });
  takePictures(list, (files) => void store(files, adds));
  return list;
}

/** A button that opens the system's chooser of files. */
function chooser(words: string, multiple: boolean, take: (files: File[]) => void): HTMLElement {
  const id = freshId();
  const input = el('input', {
    id,
    type: 'file',
    class: 'visually-hidden',
    accept: 'image/*',
    multiple,
    onchange: () => {
      take([...(input.files ?? [])]);
      input.value = '';
    },
  });
  return el('span', { class: 'chooser' }, input, el('label', { for: id, class: 'button quiet' }, words));
}

function thumbnail(value: string, { session, complain: _ }: FieldContext): HTMLElement {
  const base = location.pathname.replace(/_studio\/.*$/, '');
  const addresses = [thumbnailOf(value) ?? [], pictureAddresses(value, session.path, base)].flat();
  const next = (): void => {
    const address = addresses.shift();
    if (address === undefined) picture.replaceWith(el('span', { class: 'help' }, 'This picture cannot be shown here'));
    else picture.src = address;
  };
  const picture = el('img', { alt: '', loading: 'lazy', onerror: next });
  next();
  return picture;
}
