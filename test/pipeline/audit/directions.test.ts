import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/analysis/catalogue/index.js';
import { figureSchema } from '../../../src/disclosure/readPublished.js';
import { directionFaults } from '../../../src/pipeline/audit/directions.js';
import type { FinishedDocument } from '../../../src/pipeline/audit/readRelease.js';
import type { ReadProfile } from '../../../src/report/reading/readProfile.js';
import { namesOfMeasure } from '../../../src/report/statements/subjects.js';

const PLACE = { area: 'PAN-LANCS', period: '2018-H1' } as const;

/** A document of one sentence, about a figure that is printed for one half-year alone: nothing behind it went any way. */
function documentOf(indicator: string, text: string): FinishedDocument {
  const figure = figureSchema.parse({ number: 12 });
  const profile = {
    document: {
      chapters: [
        {
          id: 'one',
          title: 'One',
          lead: { text, records: [`${indicator}|${PLACE.area}|${PLACE.period}`] },
          blocks: [],
        },
      ],
    },
    statements: [],
    observations: [{ indicator, ...PLACE, value: figure }],
  };
  return {
    folder: 'board',
    edition: 'board',
    profile: profile as unknown as ReadProfile,
    text: '',
    problem: null,
  };
}

const names = catalogue.flatMap(({ id }) => namesOfMeasure(id).map((name) => [id, name] as const));

describe('which way a sentence says that a measure went', () => {
  it.each(names)('is not said by the name of %s, "%s"', (id, name) => {
    expect(directionFaults(documentOf(id, `${name}: 41% (9 of 22).`))).toEqual([]);
    expect(directionFaults(documentOf(id, `Of ${name.toUpperCase()} there were 12.`))).toEqual([]);
  });

  it.each(names)('is said by words beside the name of %s, "%s"', (id, name) => {
    expect(directionFaults(documentOf(id, `The number of ${name} is lower.`))).toHaveLength(1);
    expect(directionFaults(documentOf(id, `Higher than before: ${name}.`))).toHaveLength(1);
    expect(directionFaults(documentOf(id, `These rose: ${name}.`))).toHaveLength(1);
  });
});
