import { describe, expect, it } from 'vitest';
import type { PublishedStatement } from '../../../src/disclosure/model.js';
import { signalMark, signalText, standsOut } from '../../../src/report/statements/signals.js';

const signal = (verdict: PublishedStatement['verdict']) => ({ verdict }) as PublishedStatement;

describe('a month in words', () => {
  it('is said in the words of its verdict, and marked without judging', () => {
    expect(signalText(signal('unusually high'))).toBe('Unusually high');
    expect(signalText(signal('seven months below'))).toBe('Seven months running below the average');
    expect(signalText(signal('confidential'))).toBe('Not shown');
    expect(signalText(undefined)).toBe('Not judged');
    expect(signalMark(signal('seven months above'))).toBe('higher');
    expect(signalMark(signal('too few to say'))).toBe('unknown');
  });

  it('stands out when it is unusual or the seventh on one side, never for the weaker signs', () => {
    expect(standsOut(signal('unusually low'))).toBe(true);
    expect(standsOut(signal('worth watching'))).toBe(false);
    expect(standsOut(signal('confidential'))).toBe(false);
  });
});
