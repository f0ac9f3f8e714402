import { describe, expect, it } from 'vitest';
import { care } from '../../../src/report/chapters/care.js';
import { declared, leadOf } from '../../../src/report/chapters/declared.js';
import { disruption } from '../../../src/report/chapters/disruption.js';
import { education } from '../../../src/report/chapters/education.js';
import { health } from '../../../src/report/chapters/health.js';
import { intelligence } from '../../../src/report/chapters/intelligence.js';
import { online } from '../../../src/report/chapters/online.js';
import { prevention } from '../../../src/report/chapters/prevention.js';
import { trafficking } from '../../../src/report/chapters/trafficking.js';
import { bannedWords } from '../../../src/report/words/bannedWords.js';
import { analysisResult, editionView } from './profileFixture.js';

const records = [online, care, education, health, disruption, trafficking, intelligence, prevention];

const full = editionView(analysisResult('2017-H1', '2018-H1'));
const bare = editionView(analysisResult('2017-H1', '2018-H1', ['S01']));

describe.each(records.map((record) => [record.id, record] as const))('the chapter %s', (_, record) => {
  it('answers its question and shows figures when there is data', () => {
    const { lead, blocks } = record.build(full);
    expect(lead?.records.length).toBeGreaterThan(0);
    expect(blocks.some(({ kind }) => kind === 'figure' || kind === 'pair')).toBe(true);
    expect(blocks.some(({ kind }) => kind === 'table')).toBe(true);
  });

  it('appears without data with one note that says why, and nothing else', () => {
    const { title, lead, blocks } = record.build(bare);
    expect(title).toBe(record.title);
    expect(lead?.text).toMatch(/^Nothing can be said about this for April to September 2018\.$/);
    expect(blocks.map(({ kind }) => kind)).toEqual(['note']);
    const text = blocks.flatMap((block) => (block.kind === 'note' ? block.sentences : [])).map((s) => s.text);
    expect(text.join(' ')).toMatch(/^Not available because .+: .+\.$/);
    expect(text.flatMap((one) => [...bannedWords(one)])).toEqual([]);
  });
});

describe('the lead of a declared chapter', () => {
  it('comes from the first indicator with a number', () => {
    expect(leadOf(bare, ['O06', 'S01'])?.text).toMatch(/^Children referred over CSE concerns/);
    expect(leadOf(bare, ['O06', 'D00'])).toBeUndefined();
  });

  it('says each reason once, with all it holds for', () => {
    const record = declared({
      id: 'x',
      title: 'X',
      audience: ['B'],
      indicators: ['E01', 'E02'],
      items: () => [],
    });
    const [note] = record.build(bare).blocks;
    const text = note?.kind === 'note' ? (note.sentences[0]?.text ?? '') : '';
    expect(text.match(/Not available/g)).toHaveLength(1);
    expect(text).toContain('children persistently absent from school, children suspended or excluded');
  });
});
