import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { episodeChange, periodSwap } from '../../src/statistics/episodeChange.js';
import { pairedPeople } from '../../src/statistics/pairedPeople.js';

const person = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));

describe('the change in episodes', () => {
  it('has the p of trying every order of every person’s two counts', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 9 }), (people) => {
        const differences = people.map(([before, after]) => after - before).filter((each) => each !== 0);
        const sum = differences.reduce((all, each) => all + each, 0);
        let beyond = 0;
        let at = 0;
        for (let mask = 0; mask < 2 ** differences.length; mask += 1) {
          const size = Math.abs(
            differences.reduce((all, each, i) => all + ((mask >> i) & 1 ? each : -each), 0),
          );
          if (size > Math.abs(sum)) beyond += 1;
          if (size === Math.abs(sum)) at += 1;
        }
        const { swapP, midp } = periodSwap(
          differences.map((each) => Math.abs(each)),
          sum,
        );
        const all = 2 ** differences.length;
        expect(swapP).toBeCloseTo(sum === 0 ? 1 : (beyond + at) / all, 12);
        expect(midp).toBeCloseTo(sum === 0 ? 1 : (beyond + at / 2) / all, 12);
      }),
    );
  });
  it('turns round when the periods are swapped', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 60 }), (people) => {
        const before = people.map(([first]) => first);
        const after = people.map(([, second]) => second);
        const there = episodeChange(before, after);
        const back = episodeChange(after, before);
        expect(back.midp).toBe(there.midp);
        const mirror = { higher: 'lower', lower: 'higher' } as const;
        const { verdict } = there;
        expect(back.verdict).toBe(verdict === 'higher' || verdict === 'lower' ? mirror[verdict] : verdict);
        if (there.totalBefore > 0 && there.totalAfter > 0) {
          expect(back.lower95 * there.upper95).toBeCloseTo(1, 9);
          expect(there.lower95).toBeLessThanOrEqual(there.ratio);
          expect(there.upper95).toBeGreaterThanOrEqual(there.ratio);
        }
      }),
    );
  });
  it('does not depend on the order of the people or on those without episodes', () => {
    const before = [3, 0, 1, 0, 2, 0, 1, 5, 0, 0];
    const after = [0, 2, 1, 1, 0, 4, 0, 9, 1, 3];
    const plain = episodeChange(before, after);
    const other = episodeChange([...before.toReversed(), 0], [...after.toReversed(), 0]);
    expect(other.midp).toBe(plain.midp);
    expect(other.lower95).toBeCloseTo(plain.lower95, 12);
  });
  it('does not take one person’s burst for a change', () => {
    const before = [...new Array<number>(20).fill(1), 0];
    const after = [...new Array<number>(20).fill(1), 30];
    const change = episodeChange(before, after);
    expect(change.totalAfter).toBe(50);
    expect(change.verdict).toBe('too few to say');
  });
  it('sees a change that many people share', () => {
    const before = new Array<number>(40).fill(1);
    const after = new Array<number>(40).fill(3);
    expect(episodeChange(before, after)).toMatchObject({ verdict: 'higher', clearly: true });
    expect(episodeChange(after, before)).toMatchObject({ verdict: 'lower', clearly: true });
  });
  it('earns no clear change from many people with steady numbers', () => {
    const steady = Array.from({ length: 60 }, (_, i) => 1 + (i % 3));
    expect(episodeChange(steady, steady.toReversed()).verdict).toBe('no clear change');
  });
  it('rests on the exact test alone when one period has none', () => {
    const none = new Array<number>(25).fill(0);
    const two = new Array<number>(25).fill(2);
    expect(episodeChange(none, two)).toMatchObject({
      verdict: 'higher',
      clearly: false,
      lower95: 0,
      upper95: Number.POSITIVE_INFINITY,
    });
    expect(episodeChange(two, none).verdict).toBe('lower');
  });
  it('is too few to say below ten people or twenty episodes', () => {
    expect(episodeChange(new Array<number>(9).fill(0), new Array<number>(9).fill(5)).verdict).toBe(
      'too few to say',
    );
    expect(episodeChange(new Array<number>(19).fill(0), new Array<number>(19).fill(1)).verdict).toBe(
      'too few to say',
    );
  });
  it('refuses lists of unlike length and counts that are not whole', () => {
    expect(() => episodeChange([1], [1, 2])).toThrow(RangeError);
    expect(() => episodeChange([1.5], [1])).toThrow(RangeError);
  });
});

describe('the change in people', () => {
  it('turns round when the periods are swapped', () => {
    const people = fc.integer({ min: 0, max: 80 });
    fc.assert(
      fc.property(people, people, people, (onlyBefore, onlyAfter, both) => {
        fc.pre(onlyBefore + both > 0 && onlyAfter + both > 0);
        const there = pairedPeople({ onlyBefore, onlyAfter, both });
        const back = pairedPeople({ onlyBefore: onlyAfter, onlyAfter: onlyBefore, both });
        expect(back.midp).toBeCloseTo(there.midp, 12);
        expect(back.lower95 * there.upper95).toBeCloseTo(1, 9);
      }),
    );
  });
  it('gains from knowing who was in both', () => {
    const paired = pairedPeople({ onlyBefore: 5, onlyAfter: 20, both: 60 });
    expect(paired.verdict).toBe('higher');
    const strangers = pairedPeople({ onlyBefore: 65, onlyAfter: 80, both: 0 });
    expect(strangers.verdict).toBe('no clear change');
  });
  it('has the range of episodes when everyone has one', () => {
    const before = [1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0];
    const after = [1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1];
    const episodes = episodeChange(before, after);
    const people = pairedPeople({ onlyBefore: 2, onlyAfter: 6, both: 3 });
    expect(people.lower95).toBeCloseTo(episodes.lower95, 12);
    expect(people.midp).toBeCloseTo(episodes.midp, 12);
    expect(episodes.people).toEqual(people);
  });
  it('takes a direction from the range only when the test agrees', () => {
    const newcomers = pairedPeople({ onlyBefore: 0, onlyAfter: 4, both: 4 });
    expect(newcomers.lower95).toBeGreaterThan(1);
    expect(newcomers.midp).toBe(0.0625);
    expect(newcomers.verdict).toBe('too few to say');
  });
  it('is too few to say below ten in both periods together', () => {
    expect(pairedPeople({ onlyBefore: 0, onlyAfter: 9, both: 0 })).toMatchObject({
      midp: 2 ** -9,
      verdict: 'too few to say',
    });
  });
  it('says nothing of nobody', () => {
    expect(pairedPeople({ onlyBefore: 0, onlyAfter: 0, both: 0 })).toMatchObject({
      midp: 1,
      verdict: 'too few to say',
    });
    expect(pairedPeople({ onlyBefore: 0, onlyAfter: 12, both: 0 }).verdict).toBe('higher');
  });
  it('refuses numbers that are not whole', () => {
    expect(() => pairedPeople({ onlyBefore: -1, onlyAfter: 0, both: 0 })).toThrow(RangeError);
  });
});
