import { describe, expect, it } from 'vitest';
import type { AnalysisResult, StatementRecord } from '../../../src/analysis/model.js';
import { analysisResult, areas, boardDocument } from './profileFixture.js';

const result = analysisResult('2017-H1', '2018-H1');
const isOfReferrals = ({ kind, indicator, area }: StatementRecord): boolean =>
  kind === 'change' && indicator === 'S01' && area === areas.pan;

/** The card of children referred, on the first page. */
function cardOf(from: AnalysisResult) {
  for (const { blocks } of boardDocument(from).chapters)
    for (const block of blocks)
      if (block.kind === 'cards') return block.cards.find(({ title }) => /^Children referred/.test(title));
  return undefined;
}

describe('the card of a number', () => {
  it('says how much more or fewer it is than a year before', () => {
    expect(result.statements.some(isOfReferrals)).toBe(true);
    expect(cardOf(result)?.change.text).toMatch(/^\d+ (?:more|fewer) than in Apr–Sep 2017 \(\d+\)$/);
  });

  it('gives both numbers and no difference across a change of recording', () => {
    const changed = cardOf({
      ...result,
      statements: result.statements.map((one) =>
        isOfReferrals(one) ? { ...one, verdict: 'not comparable', refusal: 'Recording changed.' } : one,
      ),
    });
    expect(changed?.change.text).toMatch(/^\d+ in Apr–Sep 2017$/);
    expect(changed?.tag).toMatch(/not comparable/i);
  });
});
