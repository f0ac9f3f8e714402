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
      pPercent: 10,
      allOfThem: 'hidden',
      zeros: 'shown',
      roundTo: 1,
      mostHidden: 0.4,
    });
    expect(config.published).toEqual({
      next: null,
      contact: null,
      retention: null,
      termsOfReference: null,
      help: [],
    });
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

  it('gives an edition the threshold of its readership, and a part of an edition what the whole has', () => {
    const { editions } = parseConfiguration(
      `${MINIMAL}  - { id: public, title: Public, audience: public }
  - { id: tactical, title: Tactical, audience: tactical, most_hidden: 0.5 }
  - { id: blackpool, title: Blackpool, part_of: board, about: LSCB-BPL }
`,
      'profile.config.yaml',
    );
    expect(
      editions.map(({ id, audience, threshold, mostHidden, about }) => [
        id,
        audience,
        threshold,
        mostHidden,
        about,
      ]),
    ).toEqual([
      ['board', 'board', 6, 0.4, null],
      ['public', 'public', 10, 0.4, null],
      ['tactical', 'tactical', 3, 0.5, null],
      ['blackpool', 'board', 6, 0.4, 'LSCB-BPL'],
    ]);
  });

  it('takes the rules of an edition, and lets no part of one have others', () => {
    const rules = 'p_percent: 20, all_of_them: shown, zeros: protected, round_to: 10';
    const { editions } = parseConfiguration(
      `${MINIMAL}  - { id: public, title: Public, audience: public, ${rules} }
  - { id: north, title: North, part_of: public, about: LSCB-BPL }
`,
      'profile.config.yaml',
    );
    for (const edition of editions.slice(1))
      expect(edition).toMatchObject({
        pPercent: 20,
        allOfThem: 'shown',
        zeros: 'protected',
        roundTo: 10,
      });
    for (const rule of rules.split(', '))
      expect(
        failure(`${MINIMAL}  - { id: north, title: North, part_of: board, ${rule} }\n`).message,
      ).toContain('whose audience and rules it has');
    expect(failure(`${MINIMAL}  - { id: public, title: Public, zeros: hidden }\n`).message).toContain(
      'zeros',
    );
  });

  it('rounds what everybody may read, unless told otherwise', () => {
    const { editions } = parseConfiguration(
      `${MINIMAL}  - { id: public, title: Public, audience: public }
  - { id: exact, title: Exact, audience: public, round_to: 1 }
  - { id: tactical, title: Tactical, audience: tactical }
`,
      'profile.config.yaml',
    );
    expect(editions.map(({ roundTo }) => roundTo)).toEqual([1, 5, 1, 1]);
    expect(failure(`${MINIMAL}  - { id: public, title: Public, round_to: 3 }\n`).message).toContain(
      'round_to',
    );
  });

  it('knows further audiences, and guesses the edition or area that was meant', () => {
    const told = (line: string) => `${MINIMAL}audiences:\n  - ${line}\n`;
    const config = parseConfiguration(
      told('{ id: own, sees: [board], knows: [LSCB-BPL] }'),
      'profile.config.yaml',
    );
    expect(config.audiences).toEqual([
      { id: 'own', sees: ['board'], knows: ['LSCB-BPL'], threshold: 6, accept: null },
    ]);
    expect(failure(told('{ id: own, sees: [bord] }')).hint).toBe('Did you mean "board"?');
    expect(failure(told('{ id: own, sees: [board], knows: [LSCB-BLP] }')).message).toMatch(
      /names the area "LSCB-BLP"/,
    );
    expect(failure(told('{ id: board, sees: [board] }')).message).toMatch(/"board" twice/);
  });

  it.each([
    ['part of an edition that is none', '{ id: x, title: X, part_of: bord }', /is part of "bord"/],
    ['part of itself', '{ id: x, title: X, part_of: x }', /is part of "x"/],
    [
      'a rule of its own',
      '{ id: x, title: X, part_of: board, threshold: 3 }',
      /whose audience and rules it has/,
    ],
    ['a place that is none', '{ id: x, title: X, about: Atlantis }', /is about "Atlantis"/],
  ])('refuses an edition that is %s', (_, line, message) => {
    expect(failure(`${MINIMAL}  - ${line}\n`).message).toMatch(message);
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
