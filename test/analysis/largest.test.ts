import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Counter } from '../../src/analysis/planner/counter.js';

it('the two largest numbers of events of a person are found in every cell', () => {
  const events = fc.array(fc.record({ person: fc.nat(6), cell: fc.nat(2), counts: fc.boolean() }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(events, (given) => {
      // Events of one person come together.
      const inOrder = given.toSorted((one, two) => one.person - two.person);
      const counter = new Counter(3, false);
      for (const { person, cell, counts } of inOrder) counter.add(cell, person, true, counts ? 3 : 1);
      for (const cell of [0, 1, 2]) {
        const own = inOrder.filter((event) => event.cell === cell && event.counts);
        const [most = 0, next = 0] = [0, 1, 2, 3, 4, 5, 6]
          .map((person) => own.filter((event) => event.person === person).length)
          .sort((one, two) => two - one);
        expect(counter.at(cell).largest).toEqual([most, next]);
      }
    }),
    { numRuns: 300, seed: 20180405 },
  );
});
