import { describe, expect, it } from 'vitest';
import { type Declared, declaredBreaks } from '../../src/pipeline/declaredBreaks.js';
import { config } from '../report/chapters/profileFixture.js';

const declared = (period: string, ...definitions: string[]): Declared => ({
  found: { agency: 'blackpool-council', extract: 'referrals', period } as Declared['found'],
  definitions,
});

const none = { ...config, breaks: [] };

describe('a definition declared in delivery notes', () => {
  it('that changes breaks what is counted from the extract, from the half-year on', () => {
    const [one, ...more] = declaredBreaks(none, [
      declared('2018-H1', 'CSE-2017'),
      declared('2016-H2', 'CSE-2009'),
      declared('2017-H2', 'CSE-2009'),
    ]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      from: '2018-04-01',
      title: 'Blackpool Council changed its definition',
      note: 'Its delivery notes declare CSE-2017 from then on, CSE-2009 before.',
    });
    expect(one?.indicators).toContain('S01');
    // Counted from another extract, and not decided by this definition.
    expect(one?.indicators).not.toContain('M02');
    expect(one?.indicators).not.toContain('V05');
  });

  it('of another family breaks only what it decides', () => {
    const [one] = declaredBreaks(none, [
      declared('2017-H2', 'CSE-2017', '16+1'),
      declared('2018-H1', 'CSE-2017', '18+1'),
    ]);
    expect(one?.indicators).toEqual(['V05', 'V06']);
  });

  it('that stays, is not declared, or is explained by a break of those months breaks nothing more', () => {
    expect(declaredBreaks(none, [declared('2017-H2', 'CSE-2017'), declared('2018-H1', 'CSE-2017')])).toEqual(
      [],
    );
    expect(declaredBreaks(none, [declared('2017-H2'), declared('2018-H1', 'CSE-2017')])).toEqual([]);
    const known = {
      ...config,
      breaks: [{ from: '2018-02-16', title: 'T', note: 'N', indicators: ['S*'], areas: [] }],
    };
    const [one] = declaredBreaks(known, [declared('2017-H2', 'CSE-2009'), declared('2018-H1', 'CSE-2017')]);
    expect(one?.indicators).toEqual(['N01']);
  });
});
