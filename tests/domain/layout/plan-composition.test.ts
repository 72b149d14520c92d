import { stageOf } from '../../../server/domain/layout/block-stage';
import {
  compositionIssues,
  planComposition,
  type Present,
  type WantedBlock,
} from '../../../server/domain/layout/plan-composition';
import { makeBlock, makeStored } from './make-block';

const present: Present = {
  blocks: [makeStored('a', 0, { heading: 'A' }), makeStored('b', 1), makeStored('c', 2)],
  elsewhere: [{ documentId: 'd', locale: 'de', sortOrder: 3 }],
  published: new Set(['a']),
};
const wanted = (documentId: string | null, block: Partial<WantedBlock> = {}): WantedBlock => ({
  ...makeBlock(documentId === 'a' ? { heading: 'A' } : {}),
  documentId,
  ...block,
});
const all = [wanted('a'), wanted('b'), wanted('c')];
const plan = (blocks: WantedBlock[]) => planComposition(present, blocks);

describe('saving a composition', () => {
  it('writes nothing when nothing changed', () => {
    expect(plan(all)).toEqual([]);
    expect(plan([wanted('a', { text: '' }), wanted('b'), wanted('c')])).toEqual([]);
  });

  it('writes the fields that differ, and nothing else', () => {
    const html = { html: '<p>New</p>', limit: 3 };
    expect(plan([wanted('a'), wanted('b', html), wanted('c')])).toMatchObject([
      {
        kind: 'update',
        documentId: 'b',
        fields: ['html', 'limit'],
        sortOrder: null,
        removed: null,
      },
    ]);
  });

  it('moves what stands elsewhere than before', () => {
    expect(plan([wanted('b'), wanted('a'), wanted('c')])).toMatchObject([
      { kind: 'update', documentId: 'b', fields: [], sortOrder: 0 },
      { kind: 'update', documentId: 'a', fields: [], sortOrder: 1 },
    ]);
  });

  it('makes new blocks with what is filled in, where they stand', () => {
    const hero = wanted(null, { heading: 'New', products: ['p'] });
    expect(plan([wanted('a'), wanted('b'), wanted('c'), hero])).toMatchObject([
      {
        kind: 'create',
        fields: ['position', 'visible', 'heading', 'products', 'source'],
        // Behind the block that this language does not have.
        sortOrder: 4,
      },
    ]);
    expect(plan([...all, { ...hero, removed: true }])).toEqual([]);
  });

  it('brings a block of another language into this one', () => {
    expect(plan([...all, wanted('d', { heading: 'Deutsch' })])).toMatchObject([
      { kind: 'translate', documentId: 'd', sortOrder: 3 },
    ]);
    expect(plan([...all, wanted('d', { removed: true })])).toEqual([]);
  });

  it('never changes the order of blocks that this language does not have', () => {
    const de = (documentId: string, sortOrder: number) => ({ documentId, locale: 'de', sortOrder });
    const mixed: Present = {
      blocks: [makeStored('a', 1, { heading: 'A' }), makeStored('b', 3)],
      elsewhere: [de('first', 0), de('second', 2), de('last', 4)],
      published: new Set(),
    };
    expect(planComposition(mixed, [wanted('a'), wanted('b')])).toEqual([]);
    const turned = planComposition(mixed, [wanted('b'), wanted('a')]);
    // first, b, last, a, second
    expect(
      turned.map((one) =>
        'documentId' in one ? [one.documentId, 'sortOrder' in one && one.sortOrder] : []
      )
    ).toEqual([
      ['b', 1],
      ['a', 3],
      ['second', 4],
      ['last', 2],
    ]);
    expect(planComposition(mixed, [wanted('a'), wanted('b'), wanted(null)])).toMatchObject([
      { kind: 'create', sortOrder: 5 },
    ]);
  });

  it('marks what shoppers see as taken off, deletes what they never saw, and puts back', () => {
    const gone = { removed: true };
    expect(plan([wanted('a', gone), wanted('b', gone), wanted('c')])).toMatchObject([
      { kind: 'update', documentId: 'a', fields: [], sortOrder: null, removed: true },
      { kind: 'remove', documentId: 'b' },
      { kind: 'update', documentId: 'c', sortOrder: 1 },
      { kind: 'move', documentId: 'd', sortOrder: 2 },
    ]);
    const marked = {
      ...present,
      elsewhere: [],
      blocks: [makeStored('a', 0, { heading: 'A', ...gone })],
    };
    expect(planComposition(marked, [wanted('a')])).toMatchObject([
      { kind: 'update', documentId: 'a', removed: false },
    ]);
    expect(planComposition(marked, [wanted('a', gone)])).toEqual([]);
  });

  it('is refused when it forgets a block, names one twice, or one of another page', () => {
    const paths = (blocks: WantedBlock[]) =>
      compositionIssues(present, blocks).map(({ path }) => path);
    expect(paths(all)).toEqual([]);
    expect(paths([...all, wanted('d'), wanted(null)])).toEqual([]);
    expect(paths([wanted('a'), wanted('b')])).toEqual(['blocks']);
    expect(paths([...all, wanted('a')])).toEqual(['blocks.3.documentId']);
    expect(paths([...all, wanted('x')])).toEqual(['blocks.3.documentId']);
  });
});

describe('what shoppers see of a draft', () => {
  const draft = makeStored('a', 1, { heading: 'A', products: ['p', 'q'] });
  it.each([
    ['nothing', undefined, 'draft'],
    ['the same', draft, 'published'],
    ['another order', { ...draft, sortOrder: 0 }, 'modified'],
    ['other words', { ...draft, heading: 'B' }, 'modified'],
    ['other products', { ...draft, products: ['q', 'p'] }, 'modified'],
    ['an empty text for none', { ...draft, text: '' }, 'published'],
  ] as const)('%s: %s', (_, published, stage) => {
    expect(stageOf(draft, published)).toBe(stage);
  });
});
