// cspell:ignore abfile
import {
  addFiles,
  assignVariations,
  changePicture,
  type DraftPicture,
  draftOf,
  faceOf,
  isChanged,
  listPicture,
  movePicture,
  removePicture,
  wishOf,
} from '../../../../../admin/pages/product/pictures/picture-draft';
import type { ProductPicturesDto } from '../../../../../server/contracts/product-pictures';

const file = (id: number) => ({
  id,
  name: `${id}.webp`,
  url: `/${id}.webp`,
  alternativeText: null,
  width: null,
  height: null,
  formats: null,
});
const saved = {
  pictures: [
    { documentId: 'a', description: 'A', listed: true, file: file(1), variations: ['s'] },
    { documentId: 'b', description: null, listed: true, file: file(2), variations: [] },
    { documentId: 'c', description: null, listed: false, file: file(3), variations: ['m'] },
  ],
  variations: [
    { documentId: 's', sku: 's', isDefault: false, options: [] },
    { documentId: 'm', sku: 'm', isDefault: true, options: [] },
  ],
} as unknown as ProductPicturesDto;
const draft = draftOf(saved);
const keys = (pictures: DraftPicture[]) => pictures.map(({ key }) => key).join('');
const shown = (pictures: DraftPicture[]) =>
  pictures.map(({ key, variations }) => `${key}:${variations.join('+')}`).join(' ');

it.each([
  ['a', 1, 'bac'],
  ['b', 0, 'bac'],
  ['a', 0, 'abc'],
  ['a', -1, 'abc'],
  ['a', 2, 'abc'],
  ['c', 0, 'abc'],
  ['x', 0, 'abc'],
])('%s moved to %d: %s', (key, to, expected) => {
  expect(keys(movePicture(draft, key, to))).toBe(expected);
});

it('files stand behind the list, each once', () => {
  const added = addFiles(draft, [file(9), file(9), file(2)]);
  expect(keys(added)).toBe('abfile-9c');
  expect(wishOf(added)[2]).toEqual({
    image: null,
    file: 9,
    description: null,
    listed: true,
    variations: [],
  });
});

it('a variation is taken from the picture that it showed', () => {
  expect(shown(assignVariations(draft, 'b', ['s', 'm']))).toBe('a: b:s+m c:');
  expect(shown(assignVariations(draft, 'a', []))).toBe('a: b: c:m');
});

it('what variations alone have shown goes when none shows it', () => {
  const without = assignVariations(draft, 'c', []);
  expect(wishOf(without).map(({ image }) => image)).toEqual(['a', 'b']);
  expect(wishOf(listPicture(without, 'c')).map(({ image }) => image)).toEqual(['a', 'b', 'c']);
});

it.each<[string, DraftPicture[], boolean]>([
  ['as saved', draft, false],
  ['a blank more', changePicture(draft, 'a', { description: ' A ' }), false],
  ['another word', changePicture(draft, 'a', { description: 'B' }), true],
  ['another order', movePicture(draft, 'a', 1), true],
  ['there and back', movePicture(movePicture(draft, 'a', 1), 'a', 0), false],
  ['removed', removePicture(draft, 'b'), true],
  ['assigned', assignVariations(draft, 'b', ['s']), true],
])('%s', (_what, pictures, expected) => {
  expect(isChanged(pictures, saved)).toBe(expected);
});

it.each<[string, DraftPicture[], string | undefined]>([
  ['that of the default variation', draft, 'c'],
  ['else the first one', assignVariations(draft, 'c', []), 'a'],
  ['that has a file', draft.map((one) => ({ ...one, variations: [], file: null })), undefined],
])('lists show %s', (_what, pictures, expected) => {
  expect(faceOf(pictures, saved.variations)).toBe(expected);
});
