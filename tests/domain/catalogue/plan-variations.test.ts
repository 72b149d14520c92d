import fc from 'fast-check';

import type { ProductOption } from '../../../server/domain/catalogue/option';
import { optionKey } from '../../../server/domain/catalogue/option-key';
import {
  type KnownVariation,
  planVariations,
  type VariationPlan,
} from '../../../server/domain/catalogue/plan-variations';
import { CommerceError } from '../../../server/domain/errors';

const option = (type: string, name: string, position = 0): ProductOption => ({
  documentId: `${type}-${name}`.toLowerCase(),
  type,
  name,
  position,
});
const S = option('Size', 'S', 1);
const M = option('Size', 'M', 2);
const L = option('Size', 'L', 3);
const Red = option('Colour', 'Red', 1);
const Blue = option('Colour', 'Blue', 2);

interface Known extends KnownVariation {
  name: string;
}
const known = (options: ProductOption[], rest: Partial<Known> = {}): Known => ({
  name: options.map(({ name }) => name).join(' ') || 'bare',
  optionKey: optionKey(options.map(({ documentId }) => documentId)),
  position: 0,
  isDefault: false,
  retired: false,
  ...rest,
});

const plan = (ticked: ProductOption[], variations: Known[] = [], maxVariations = 250) =>
  planVariations({ ticked, variations, typeOrder: ['Size', 'Colour'], maxVariations });

/** A plan in words. */
const told = (made: VariationPlan<Known>, from: Known[] = []) => {
  const created = made.create.map(({ options }) => options.map(({ name }) => name).join(' '));
  const key = (name: string) =>
    [...from, ...made.create.map(({ options }) => known(options))].find((one) => one.name === name)
      ?.optionKey;
  const names = [...from.map(({ name }) => name), ...created.map((name) => name || 'bare')];
  return {
    create: created.map((name) => name || 'bare'),
    keep: made.keep.map(({ variation }) => variation.name),
    revive: made.revive.map(({ variation }) => variation.name),
    retire: made.retire.map(({ name }) => name),
    default: names.find((name) => key(name) === made.defaultKey),
    model: made.model?.name,
  };
};

describe('planVariations', () => {
  it('VG4 C-02: nothing ticked makes exactly one, bare', () => {
    expect(told(plan([]))).toEqual({
      create: ['bare'],
      keep: [],
      revive: [],
      retire: [],
      default: 'bare',
      model: undefined,
    });
  });

  it('VG2: 3 × 3, the first type slowest, whatever the order of ticking', () => {
    const Green = option('Colour', 'Green', 3);
    expect(told(plan([Green, L, Red, M, Blue, S])).create).toEqual(
      ['S', 'M', 'L'].flatMap((size) =>
        ['Red', 'Blue', 'Green'].map((colour) => `${size} ${colour}`)
      )
    );
  });

  it('VG12: the V-neck tee comes in nine', () => {
    const tee = ['Blue', 'Green', 'Red'].map((name, index) => option('Colour', name, index));
    const sizes = ['Large', 'Medium', 'Small'].map((name, index) => option('Size', name, index));
    expect(plan([...tee, ...sizes]).create).toHaveLength(9);
  });

  it('places types that the settings do not name behind those that they name, by alphabet', () => {
    const made = plan([option('Weight', 'w'), option('Cut', 'c'), Red, S]);
    expect(told(made).create).toEqual(['S Red c w']);
  });

  it('an option ticked twice counts once', () => {
    expect(told(plan([S, S, M])).create).toEqual(['S', 'M']);
  });

  it('C-03 VG6: what is there is kept, only the rest is made', () => {
    const there = [known([S], { isDefault: true }), known([M], { position: 1 })];
    expect(told(plan([S, M, L], there), there)).toEqual({
      create: ['L'],
      keep: ['S', 'M'],
      revive: [],
      retire: [],
      default: 'S',
      model: 'S',
    });
    expect(told(plan([S, M], there), there)).toMatchObject({ create: [], retire: [] });
  });

  it('un-ticking the default retires it and promotes the next', () => {
    const there = [
      known([S]),
      known([M], { position: 1, isDefault: true }),
      known([L], { position: 2 }),
    ];
    expect(told(plan([S, L], there), there)).toMatchObject({ retire: ['M'], default: 'L' });
    expect(told(plan([S], there), there)).toMatchObject({ retire: ['M', 'L'], default: 'S' });
  });

  it('the next may have the very place of the one that goes', () => {
    const there = [
      known([S, Red], { retired: true }),
      known([M, Red], { position: 1, retired: true }),
      known([S], { isDefault: true }),
      known([M], { position: 1 }),
    ];
    expect(told(plan([S, M, Red], there), there)).toMatchObject({
      revive: ['S Red', 'M Red'],
      default: 'S Red',
    });
  });

  it('a superfluous bare variation retires, and is the model of those that come', () => {
    const there = [known([], { isDefault: true })];
    expect(told(plan([S, M], there), there)).toEqual({
      create: ['S', 'M'],
      keep: [],
      revive: [],
      retire: ['bare'],
      default: 'S',
      model: 'bare',
    });
  });

  it('ticking again revives instead of making', () => {
    const there = [
      known([S], { isDefault: true }),
      known([M], { position: 1, retired: true }),
      known([], { retired: true }),
    ];
    expect(told(plan([S, M], there), there)).toMatchObject({ create: [], revive: ['M'] });
  });

  it('of several defaults the first live one counts; of none the first', () => {
    const two = [known([S], { isDefault: true }), known([M], { position: 1, isDefault: true })];
    expect(told(plan([S, M], two), two).default).toBe('S');
    const none = [known([S]), known([M], { position: 1 })];
    expect(told(plan([S, M], none), none)).toMatchObject({ default: 'S', model: 'S' });
  });

  it('VG10: 11 × 28 × 12 is refused with the count, without being made', () => {
    const many = (type: string, count: number) =>
      Array.from({ length: count }, (_, index) => option(type, `${index}`, index));
    const tooMany = () => plan([...many('A', 11), ...many('B', 28), ...many('C', 12)]);
    expect(tooMany).toThrow(CommerceError);
    expect(tooMany).toThrow(/3696 variations; at most 250/);
    // Twenty types of fifty would fill any memory: only a count can answer at once.
    const huge = Array.from({ length: 20 }, (_, type) => many(`T${type}`, 50)).flat();
    expect(() => plan(huge)).toThrow(/at most 250/);
  });

  it('the limit itself is allowed', () => {
    expect(plan([S, M, L], [], 3).create).toHaveLength(3);
    expect(() => plan([S, M, L], [], 2)).toThrow(/3 variations; at most 2/);
  });
});

describe('laws of planVariations', () => {
  const all = ['A', 'B', 'C'].flatMap((type) =>
    [1, 2, 3].map((n) => option(type, `${type}${n}`, n))
  );
  const anyTicks = fc.subarray(all);

  /** What the database holds after a plan was carried out. */
  const carryOut = (made: VariationPlan<Known>, before: Known[]): Known[] => {
    const position = new Map(
      [...made.keep, ...made.revive].map(({ variation, position: place }) => [variation, place])
    );
    return [
      ...before.map((variation) => ({
        ...variation,
        position: position.get(variation) ?? variation.position,
        retired: !position.has(variation),
        isDefault: variation.optionKey === made.defaultKey,
      })),
      ...made.create.map(({ options, position: place }) => ({
        ...known(options),
        position: place,
        isDefault: known(options).optionKey === made.defaultKey,
      })),
    ];
  };
  const planOf = (ticked: ProductOption[], variations: Known[]) =>
    planVariations({ ticked, variations, typeOrder: ['B', 'A'], maxVariations: 100 });

  it('after any sequence of saves: idempotent, nothing lost, one default, live = what is ticked', () => {
    fc.assert(
      fc.property(fc.array(anyTicks, { minLength: 1, maxLength: 6 }), (saves) => {
        let state: Known[] = [];
        for (const ticked of saves) {
          const before = state;
          state = carryOut(planOf(ticked, before), before);

          // Nothing is lost, and no combination is there twice.
          const keys = state.map((variation) => variation.optionKey);
          expect(new Set(keys).size).toBe(keys.length);
          expect(keys).toEqual(expect.arrayContaining(before.map((one) => one.optionKey)));

          // Exactly one default, and it is live.
          expect(state.filter(({ isDefault }) => isDefault).map(({ retired }) => retired)).toEqual([
            false,
          ]);

          // Live is what is ticked: as many as the product of the groups, placed without a gap.
          const groups = new Map<string, number>();
          for (const { type } of ticked) groups.set(type, (groups.get(type) ?? 0) + 1);
          const live = state.filter(({ retired }) => !retired);
          expect(live).toHaveLength([...groups.values()].reduce((a, b) => a * b, 1));
          expect(live.map(({ position }) => position).sort((a, b) => a - b)).toEqual(
            live.map((_, index) => index)
          );

          // Idempotent: the same again only keeps.
          const again = planOf([...ticked].reverse(), state);
          expect([again.create, again.revive, again.retire]).toEqual([[], [], []]);
          expect(carryOut(again, state)).toEqual(state);
        }
      })
    );
  });

  it('the default stays the default as long as it is live', () => {
    fc.assert(
      fc.property(anyTicks, anyTicks, (first, second) => {
        const state = carryOut(planOf(first, []), []);
        const standard = state.find(({ isDefault }) => isDefault)!;
        const next = carryOut(planOf(second, state), state);
        const same = next.find((one) => one.optionKey === standard.optionKey)!;
        expect(same.isDefault).toBe(!same.retired);
      })
    );
  });
});
