import { describe, expect, it } from 'vitest';
import { KnownError } from '../../src/reference/knownError.js';
import { nearest } from '../../src/reference/spelling.js';
import { parseConfiguration } from '../../src/workspace/configuration.js';

const MINIMAL = `version: 1
partnership: Somewhere partnership
agencies:
  - { id: a-police, name: A Police, type: POL, extracts: [missing-episodes] }
editions:
  - { id: board, title: Board edition }
`;

function failure(text: string): KnownError {
  try {
    parseConfiguration(text, 'profile.config.yaml');
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
  throw new Error('expected a known error');
}

describe('parseConfiguration', () => {
  it('fills the documented defaults', () => {
    const config = parseConfiguration(MINIMAL, 'profile.config.yaml');
    expect(config.startMonth).toBe(4);
    expect(config.toleratedRejectShare).toBe(0.05);
    expect(config.synthetic).toBe(false);
    expect(config.editions[0]).toMatchObject({
      marking: 'OFFICIAL-SENSITIVE',
      threshold: 6,
      mostHidden: 0.4,
    });
    expect(config.published).toEqual({ next: null, contact: null, retention: null, termsOfReference: null });
  });

  it('names the line of broken YAML and leaves with exit code 2', () => {
    const error = failure(`${MINIMAL}breaks: [unclosed\n`);
    expect(error.exitCode).toBe(2);
    expect(error.message).toMatch(/line \d+, column \d+/);
    expect(error.hint).not.toBe('');
  });

  it('guesses the setting that was meant', () => {
    expect(failure(`${MINIMAL}tolerated_reject_shares: 0.1\n`).message).toContain(
      'did you mean "tolerated_reject_share"?',
    );
  });

  it('refuses two agencies with one id', () => {
    const text = MINIMAL.replace(
      'editions:',
      '  - { id: a-police, name: B, type: POL, extracts: [offences] }\neditions:',
    );
    expect(failure(text).message).toContain('"a-police" twice');
  });

  it('refuses a date that does not exist', () => {
    const broken = `${MINIMAL}breaks:\n  - { from: 2017-02-30, title: New, note: Note, indicators: [S01] }\n`;
    expect(failure(broken).message).toContain('breaks.0.from');
  });

  it('lists every fault at once', () => {
    const text = MINIMAL.replace('version: 1', 'version: 3').replace('type: POL', 'type: COPS');
    const error = failure(text);
    expect(error.message).toContain('version');
    expect(error.message).toContain('agencies.0.type');
  });
});

describe('nearest', () => {
  it('finds a likely slip and stays silent on a different word', () => {
    expect(nearest('vaildate', ['validate', 'verify'])).toBe('validate');
    expect(nearest('xylophone', ['validate', 'verify'])).toBeUndefined();
  });
});
