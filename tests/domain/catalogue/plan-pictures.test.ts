import {
  type KnownPicture,
  type PicturedVariation,
  planPictures,
  type WantedPicture,
} from '../../../server/domain/catalogue/plan-pictures';

const known: KnownPicture[] = [
  { documentId: 'front', description: 'From the front', fileId: 1, listed: true },
  { documentId: 'back', description: null, fileId: 2, listed: true },
  { documentId: 'detail', description: null, fileId: 3, listed: false },
];
const variations: PicturedVariation[] = [
  { documentId: 'red', retired: false, image: 'front' },
  { documentId: 'blue', retired: false, image: 'detail' },
  { documentId: 'old', retired: true, image: 'front' },
  { documentId: 'older', retired: true, image: 'lost' },
];

const wish = (image: string, more: Partial<WantedPicture> = {}): WantedPicture => ({
  image,
  file: null,
  description: known.find(({ documentId }) => documentId === image)?.description ?? null,
  listed: image !== 'detail',
  variations: image === 'front' ? ['red'] : image === 'detail' ? ['blue'] : [],
  ...more,
});
const fresh = (file: number, more: Partial<WantedPicture> = {}): WantedPicture => ({
  image: null,
  file,
  description: null,
  listed: true,
  variations: [],
  ...more,
});
const same = [wish('front'), wish('back'), wish('detail')];
const plan = (...wanted: WantedPicture[]) => planPictures(known, variations, wanted);

const NOTHING = { create: [], describe: [], listChanges: false, assign: [], drop: [] };

it('what is as it was changes nothing', () => {
  expect(plan(...same)).toEqual({ ...NOTHING, list: [0, 1] });
});

it.each<[string, WantedPicture[], object]>([
  [
    'another order',
    [wish('back'), wish('front'), wish('detail')],
    { listChanges: true, list: [0, 1] },
  ],
  [
    'another description',
    [wish('front', { description: 'Front' }), wish('back'), wish('detail')],
    { describe: [{ documentId: 'front', description: 'Front' }], list: [0, 1] },
  ],
  [
    'a description that goes',
    [wish('front', { description: null }), wish('back'), wish('detail')],
    { describe: [{ documentId: 'front', description: null }], list: [0, 1] },
  ],
  [
    'a new file, and a variation that shows it',
    [
      fresh(9, { description: 'New', variations: ['red'] }),
      wish('front', { variations: [] }),
      wish('back'),
      wish('detail'),
    ],
    {
      create: [{ place: 0, file: 9, description: 'New' }],
      list: [0, 1, 2],
      listChanges: true,
      assign: [{ variation: 'red', place: 0 }],
    },
  ],
  [
    'a variation that shows none any more',
    [wish('front', { variations: [] }), wish('back'), wish('detail')],
    { assign: [{ variation: 'red', place: null }], list: [0, 1] },
  ],
  [
    'a picture that was on a variation alone, and is listed now',
    [wish('front'), wish('back'), wish('detail', { listed: true })],
    { listChanges: true, list: [0, 1, 2] },
  ],
  [
    'a picture that goes: every variation stays without it, retired ones too',
    [wish('back'), wish('detail')],
    {
      listChanges: true,
      list: [0],
      drop: ['front'],
      assign: [
        { variation: 'red', place: null },
        { variation: 'old', place: null },
      ],
    },
  ],
  [
    'a retired variation keeps what only it shows',
    [],
    {
      listChanges: true,
      list: [],
      drop: ['front', 'back', 'detail'],
      assign: [
        { variation: 'red', place: null },
        { variation: 'blue', place: null },
        { variation: 'old', place: null },
      ],
    },
  ],
])('%s', (_what, wanted, expected) => {
  expect(plan(...wanted)).toEqual({ ...NOTHING, ...expected });
});

it.each<[string, WantedPicture[], string]>([
  ['a stranger', [wish('front'), wish('nobody')], 'pictures.1.image'],
  ['a picture twice', [wish('back'), wish('back')], 'pictures.1.image'],
  ['a file that is there', [fresh(2), ...same], 'pictures.0.file'],
  ['a file twice', [...same, fresh(9), fresh(9)], 'pictures.4.file'],
  ['a strange variation', [wish('front', { variations: ['red', 'x'] })], 'pictures.0.variations.1'],
  ['a retired variation', [wish('front', { variations: ['old'] })], 'pictures.0.variations.0'],
  [
    'a variation with two pictures',
    [wish('front'), wish('back', { variations: ['red'] })],
    'pictures.1.variations.0',
  ],
])('%s is refused', (_what, wanted, path) => {
  expect(() => plan(...wanted)).toThrow(
    expect.objectContaining({
      code: 'invalid_input',
      details: { issues: [expect.objectContaining({ path })] },
    })
  );
});

it('the file of a picture that goes may come back as a new one', () => {
  expect(plan(wish('front'), wish('detail'), fresh(2)).create).toHaveLength(1);
});

it('two pictures that show one file already may stay', () => {
  const twins = [...known, { ...known[0]!, documentId: 'twin' }];
  expect(
    planPictures(twins, variations, [...same, { ...wish('twin'), listed: true }]).drop
  ).toEqual([]);
});
