import { describe, expect, it } from 'vitest';
import { assured } from './assured.js';
import { interviewed } from './interviews.js';

describe('rule 6: after which episodes an interview is due', () => {
  it('are due after episodes of category missing that ended, of children under 18', () => {
    expect(assured(interviewed, 'M16')).toBe('3/4');
    expect(assured(interviewed, 'M17')).toBe('3/3');
    expect(assured(interviewed, 'M18')).toBe('3/4');
  });
});
