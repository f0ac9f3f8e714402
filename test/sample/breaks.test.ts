import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/analysis/catalogue/index.js';
import type { Filter } from '../../src/analysis/catalogue/record.js';
import { talliesOf } from '../../src/analysis/needs.js';
import { parseConfiguration } from '../../src/workspace/configuration.js';

const file = fileURLToPath(new URL('../../sample-data/profile.config.yaml', import.meta.url));
const { breaks } = parseConfiguration(await readFile(file, 'utf8'), 'profile.config.yaml');

/** Counts that may be compared over time and are counted through a condition. */
function countedThrough(holds: (filter: Filter) => boolean): string[] {
  return catalogue.flatMap(({ id, measure, change }) =>
    measure.kind === 'count' && change !== 'none' && talliesOf(measure).some(({ where }) => where.some(holds))
      ? [id]
      : [],
  );
}

function undeclared(from: string, ids: readonly string[]): readonly string[] {
  const named = breaks.filter((one) => one.from === from).flatMap(({ indicators }) => indicators);
  return ids.filter((id) => !named.includes(id));
}

describe('the breaks that the sample declares', () => {
  it('cover every count made through the flag that became mandatory, so that no trend runs across it', () => {
    const ids = countedThrough((filter) => 'field' in filter && filter.field === 'cse_counted');
    expect(ids).toContain('P01');
    expect(undeclared('2016-04-01', ids)).toEqual([]);
  });

  it('cover every count made through the concern whose definition changed', () => {
    const ids = countedThrough(
      (filter) => 'field' in filter && filter.field === 'concern_types' && 'in' in filter,
    );
    expect(ids).toContain('S05');
    expect(undeclared('2017-02-16', ids)).toEqual([]);
  });
});
