import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/analysis/catalogue/index.js';
import { figureSchema } from '../../../src/disclosure/readPublished.js';
import { directionFaults, directionIn } from '../../../src/pipeline/audit/directions.js';
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

  it.each([
    ['higher in Burnley', 0],
    ['Higher in Burnley', 0],
    ['lower in Burnley', 1],
    ['Lower in Burnley', 1],
    ['Higher in 1 district', 0],
    ['Higher in 2 districts', 1],
  ])('is told of a place as its record has it: "%s"', (words, faults) => {
    const id = 'S02|E07000117|2018-H1|vs|rest';
    const document = documentOf('S02', `${words} than in the rest of the area.`);
    const [chapter] = document.profile?.document.chapters ?? [];
    Object.assign(chapter?.lead ?? {}, { records: [id] });
    Object.assign(document.profile ?? {}, {
      statements: [{ id, kind: 'locality', verdict: 'higher', area: 'E07000117', clearly: false }],
    });
    expect(directionFaults(document)).toHaveLength(faults);
  });

  it('is read from the words beside the name of the measure', () => {
    const records = ['R11|PAN-LANCS|2018-H1'];
    expect(directionIn('Reviews at which risk had fallen: 12.', records)).toBeNull();
    expect(directionIn('Reviews at which risk had fallen rose to 12.', records)).toBe('up');
    expect(directionIn('It had fallen to 12.', records)).toBe('down');
  });
});
