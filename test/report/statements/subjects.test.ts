import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/analysis/catalogue/index.js';
import { talliesOf } from '../../../src/analysis/needs.js';
import { subjectOf } from '../../../src/report/statements/subjects.js';
import { analysisResult, editionView } from '../chapters/profileFixture.js';

const view = editionView(analysisResult());

/** Nouns that a subject may begin with only when the indicator is counted from that extract. */
const COUNTED_FROM: readonly (readonly [noun: RegExp, extracts: readonly string[]])[] = [
  [/^(CSE )?offences\b/, ['offences', 'suspects']],
  [/^(missing )?episodes\b/, ['missing-episodes']],
  [/^contacts\b/, ['referrals']],
  [/^assessments\b/, ['referrals']],
  [/^(people suspected|suspects)\b/, ['suspects']],
  [/^submissions\b/, ['intelligence']],
];

describe('how indicators are spoken of', () => {
  it('never names other things than those that are counted', () => {
    const wrong = catalogue.flatMap(({ id, measure }) => {
      const [tally] = talliesOf(measure);
      const subject = subjectOf(view, id);
      return tally !== undefined &&
        COUNTED_FROM.some(([noun, extracts]) => noun.test(subject) && !extracts.includes(tally.extract))
        ? [`${id}: ${subject} (${tally.extract})`]
        : [];
    });
    expect(wrong).toEqual([]);
  });

  it('is short enough for a title', () => {
    const long = catalogue
      .filter(({ id }) => subjectOf(view, id).split(/\s+/).length > 8)
      .map(({ id }) => id);
    expect(long).toEqual([]);
  });
});
