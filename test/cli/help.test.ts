import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/main.js';
import { captureIo, profile } from './capture.js';

/** Every command and sub-command, as the words that one types. */
function commandWords(command: Command, words: readonly string[] = []): string[][] {
  return command.commands.flatMap((child) => {
    const here = [...words, child.name()];
    return [here, ...commandWords(child, here)];
  });
}

const ALL = commandWords(commandLine(captureIo().io, () => undefined));
const DESIGN = (
  'init validate ingest build report trends brief review actions ocg audit disclosure verify schema explain trace key store ' +
  'sample doctor'
).split(' ');

describe('help', () => {
  it('knows every command of the design', () => {
    const names = ALL.filter((words) => words.length === 1).map(([name]) => name);
    expect(names.toSorted()).toEqual(DESIGN.toSorted());
    expect(ALL.map((words) => words.join(' '))).toEqual(
      expect.arrayContaining([
        'schema list',
        'schema show',
        'schema docs',
        'schema export',
        'schema diff',
        'key new',
        'key fingerprint',
        'key rotate',
        'store list',
        'store verify',
        'store prune',
        'store export',
      ]),
    );
  });

  it.each(ALL.map((words) => [words.join(' ')]))('of `profile %s` has an example', async (words) => {
    const { code, out, err } = await profile([...words.split(' '), '--help']);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(new RegExp(`Examples?[^\\n]*:\\n  profile ${words}`));
  });

  it('is printed for a bare call, which does nothing and says so with its code', async () => {
    const { code, out } = await profile([]);
    expect(code).toBe(2);
    for (const name of DESIGN) expect(out).toContain(`\n  ${name} `);
  });

  it('ends with the exit codes', async () => {
    const { out } = await profile(['--help']);
    expect(out).toContain('Exit codes: 0 done; 1 the data fail');
  });

  it('tells the version', async () => {
    const { code, out } = await profile(['--version']);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
