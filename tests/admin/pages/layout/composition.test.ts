// cspell:ignore Über распродажа

import {
  differs,
  draftsOf,
  isPublished,
  newBlock,
  takenOver,
  wishesOf,
  withChange,
  withCopy,
  withMove,
  withoutBlock,
} from '../../../../admin/pages/layout/composition';
import { emptyWords, missing } from '../../../../admin/pages/layout/blocks/why-empty';
import { faultsOf, isMeanwhile } from '../../../../admin/pages/layout/faults';
import { addressOf } from '../../../../admin/pages/layout/page-address';
import type {
  BlockViewDto,
  ComposedBlockDto,
  CompositionDto,
} from '../../../../server/contracts/layout';

const { key: _key, ...bare } = newBlock('hero');
const choice = (documentId: string) => ({
  documentId,
  title: documentId,
  image: null,
  published: true,
});

function composed(documentId: string, more: Partial<ComposedBlockDto> = {}): ComposedBlockDto {
  return { ...bare, documentId, stage: 'published', heading: documentId, ...more };
}

function page(...blocks: ComposedBlockDto[]): CompositionDto {
  return { page: 'home', locale: 'en', version: '1', blocks, elsewhere: [] };
}

const saved = page(composed('a'), composed('b', { stage: 'modified' }), composed('c'));
const drafts = draftsOf(saved);
const keys = (blocks: { key: string }[]) => blocks.map(({ key }) => key);

describe('a page on the editor’s table', () => {
  it('has nothing to save until something is different', () => {
    expect(differs(drafts, saved)).toBe(false);
    const changed = withChange(drafts, { ...drafts[1]!, heading: 'B' });
    expect(differs(changed, saved)).toBe(true);
    expect(differs(withChange(changed, drafts[1]!), saved)).toBe(false);
    expect(differs(withMove(drafts, 'a', 'b'), saved)).toBe(true);
  });

  it('moves a block to the place of another one, in both directions', () => {
    expect(keys(withMove(drafts, 'a', 'c'))).toEqual(['b', 'c', 'a']);
    expect(keys(withMove(drafts, 'c', 'a'))).toEqual(['c', 'a', 'b']);
    expect(keys(withMove(drafts, 'a', 'b'))).toEqual(['b', 'a', 'c']);
    expect(keys(withMove(drafts, 'a', 'nobody'))).toEqual(['a', 'b', 'c']);
  });

  it('copies a block as a new one right behind it', () => {
    const [first, copy, second] = withCopy(drafts, 'a');
    expect([first?.key, second?.key]).toEqual(['a', 'b']);
    expect(copy).toMatchObject({ documentId: null, stage: null, heading: 'a' });
    expect(copy?.key).not.toBe('a');
  });

  it('marks what is taken off, and forgets what was never saved', () => {
    const fresh = newBlock('banner');
    const all = [...drafts, fresh];
    expect(keys(withoutBlock(all, fresh.key))).toEqual(['a', 'b', 'c']);
    expect(withoutBlock(all, 'a')[0]).toMatchObject({ key: 'a', removed: true });
  });

  it('takes a block of another language over, to be saved under its document', () => {
    const [wish] = wishesOf([takenOver({ ...composed('d'), locale: 'de' })]);
    expect(wish).toMatchObject({ documentId: 'd', heading: 'd' });
    expect(wish).not.toHaveProperty('locale');
  });

  it('is sent with the documents of what was chosen and the number of its picture', () => {
    const image = {
      id: 7,
      url: '/a.png',
      alternativeText: null,
      width: 1,
      height: 1,
      formats: null,
    };
    const [wish] = wishesOf(
      draftsOf(page(composed('a', { image, products: [choice('p'), choice('q')] })))
    );
    expect(wish).toMatchObject({ image: 7, products: ['p', 'q'], categories: [] });
    expect(wish).not.toHaveProperty('key');
    expect(wish).not.toHaveProperty('stage');
  });

  it('is published when every block is, and none waits to go', () => {
    expect(isPublished(saved)).toBe(false);
    expect(isPublished(page(composed('a')))).toBe(true);
    expect(isPublished(page(composed('a', { removed: true })))).toBe(false);
    expect(isPublished(page())).toBe(true);
  });
});

describe('why a block is not shown', () => {
  it.each([
    ['hero', {}, 'layout.empty.words'],
    ['html', {}, 'layout.empty.html'],
    ['products', {}, 'layout.empty.no-products'],
    ['products', { products: [choice('p')] }, 'layout.empty.products'],
    ['products', { categories: [choice('c')] }, 'layout.empty.products'],
    ['products', { source: 'sale' }, 'layout.empty.products'],
    ['categories', {}, 'layout.empty.no-categories'],
    ['categories', { categories: [choice('c')] }, 'layout.empty.categories'],
  ] as const)('of kind %s with %j: %s', (position, more, words) => {
    const block = Object.assign(newBlock(position), more);
    expect(emptyWords(block)).toBe(words);
  });

  it('counts what was chosen and is not in the shop', () => {
    const block = { ...newBlock('products'), products: [choice('p'), choice('q'), choice('r')] };
    const view = (products: number) =>
      ({
        state: 'shown',
        block: { products: Array(products), categories: [] },
      }) as unknown as BlockViewDto;
    expect(missing(block, view(1))).toBe(2);
    expect(missing(block, view(3))).toBe(0);
    expect(missing({ ...block, limit: 1 }, view(1))).toBe(0);
    expect(missing({ ...block, source: 'newest' }, view(1))).toBe(0);
    expect(missing({ ...block, position: 'hero' }, view(1))).toBe(0);
    expect(missing(block, undefined)).toBe(0);
  });
});

describe('what the server refused', () => {
  const refusal = (...paths: string[]) =>
    ({
      name: 'CommerceError',
      message: '',
      details: { code: 'invalid_input', issues: paths.map((path) => ({ path, message: '' })) },
    }) as never;

  it('is told at its block and its field', () => {
    expect(
      faultsOf(refusal('blocks.1.linkUrl', 'blocks.2.products.0', 'blocks.0.heading'), drafts)
    ).toEqual([
      { key: 'b', field: 'linkUrl', words: 'layout.fault.link' },
      { key: 'c', field: 'products', words: 'layout.fault.products' },
      { key: 'a', field: 'heading', words: 'layout.fault.other' },
    ]);
    expect(faultsOf(refusal('version', 'blocks', 'blocks.9.linkUrl'), drafts)).toEqual([]);
    expect(faultsOf({ name: 'x', message: '' }, drafts)).toEqual([]);
  });

  it('may be that somebody else was faster', () => {
    expect(isMeanwhile({ details: { code: 'page_changed' } } as never)).toBe(true);
    expect(isMeanwhile(refusal('version'))).toBe(false);
  });
});

it.each([
  ['Summer Sale!', 'summer-sale'],
  ['  Über uns ', 'uber-uns'],
  ['Été 2026', 'ete-2026'],
  ['---', ''],
  ['a/b?c', 'a-b-c'],
  ['распродажа', 'распродажа'],
])('a page that is called "%s" has the address "%s"', (name, address) => {
  expect(addressOf(name)).toBe(address);
});
