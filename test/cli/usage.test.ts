import { describe, expect, it } from 'vitest';
import { profile } from './capture.js';

describe('a slip in the command line', () => {
  it.each([
    ['a command', ['bild', 'sample-data'], 'Did you mean build?'],
    ['a sub-command', ['schema', 'lst'], 'Did you mean list?'],
    ['an option', ['build', '--perid', '2018-H1'], 'Did you mean --period?'],
    ['an extract', ['schema', 'show', 'refferals'], 'Did you mean "referrals"?'],
    ['a rule', ['explain', 'MIS-03'], 'Did you mean MIS-0'],
    ['a type', ['validate', 'x.csv', '--type', 'offence'], 'does not exist'],
  ])('in %s gets the nearest guess', async (_, argv, guess) => {
    const { code, out, err } = await profile(argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(guess);
  });

  it.each([
    [['validate', '.', '--format', 'xml'], 'Allowed choices are text, json'],
    [['validate', '.', '--tolerate', '2'], 'a number from 0 to 1'],
    [['validate', '.', '--max-findings', 'many'], 'a number from 0 to'],
    [['sample', 'new-folder', '--rows', '1.5'], 'a whole number above 0'],
    [['sample', 'new-folder', '--seed', 'seven'], 'a whole number above 0'],
    [['explain'], "missing required argument 'code'"],
    [['verify'], "missing required argument 'release'"],
    [['build', 'one', 'two'], 'too many arguments'],
    [['key', 'new'], "required option '--key-file <path>' not specified"],
  ])('%j is refused with what is expected', async (argv, text) => {
    const { code, err } = await profile(argv, { cwd: '/' });
    expect(code).toBe(2);
    expect(err).toContain(text);
  });
});

describe('a command of a later version', () => {
  it.each([
    ['schema', 'export', 'referrals', '--format', 'csvw'],
    ['schema', 'diff'],
    ['store', 'prune', '--keep', '6'],
    ['store', 'export'],
    ['key', 'rotate'],
  ])('says so: profile %s', async (...argv) => {
    const { code, out, err } = await profile(argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/is not in this version\.\n\S/);
  });
});
