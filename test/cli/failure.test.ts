import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { explainFailure } from '../../src/cli/failure.js';
import { KnownError } from '../../src/reference/knownError.js';
import { captureIo, profile } from './capture.js';

const CANARY = 'Quillzav Vexbrodt 999 001 7003';

function explained(error: unknown, json = false) {
  const { io, out, err } = captureIo();
  const code = explainFailure(error, io, json);
  return { code, out: out.join(''), err: err.join('') };
}

class RowError extends Error {}

function changedText(): Error {
  const error = new Error('first text');
  error.message = CANARY;
  error.stack = `Error: ${CANARY}\n    at ${CANARY}\n    at place (file.js:1:1)`;
  return error;
}

describe('a defect', () => {
  it.each([
    ['an error', new Error(CANARY)],
    ['an error whose text looks like places', new Error(`first\n    at ${CANARY}\n    at ${CANARY}`)],
    ['an error of a class of its own', new RowError(CANARY)],
    ['an error with a cause', new Error('', { cause: new Error(CANARY) })],
    ['several errors', new AggregateError([new Error(CANARY)], CANARY)],
    ['an error whose stack was made over', Object.assign(new Error('x'), { stack: `    at ${CANARY}` })],
    ['an error whose text was changed', changedText()],
    ['a thrown text', CANARY],
    ['a thrown object', { message: CANARY, stack: `    at ${CANARY}` }],
  ])('leaves with 70 and never shows the text of %s', (_, error) => {
    for (const json of [false, true]) {
      const { code, out, err } = explained(error, json);
      expect(code).toBe(70);
      expect(out + err).not.toMatch(/Quillzav|Vexbrodt|001 7003/);
      expect(err).toContain('A defect in profile');
      if (json) expect(JSON.parse(out)).toMatchObject({ ok: false, exitCode: 70 });
      else expect(out).toBe('');
    }
  });

  it('names places in our code', () => {
    expect(explained(new Error('one\ntwo')).err).toMatch(/\n {4}at .*failure\.test\.ts:\d+/);
  });

  it('inside a command is caught', async () => {
    const { io } = captureIo();
    const { main } = await import('../../src/cli/main.js');
    const texts: string[] = [];
    const broken = {
      ...io,
      out: () => {
        throw new RangeError(CANARY);
      },
      err: (text: string) => void texts.push(text),
    };
    expect(await main(['schema', 'list'], broken)).toBe(70);
    expect(texts.join('')).toContain('RangeError');
    expect(texts.join('')).not.toContain('Quillzav');
  });
});

describe('a failure that was foreseen', () => {
  it.each([1, 2, 3, 4] as const)('leaves with its own code %i, message and hint', (exitCode) => {
    const { code, err } = explained(new KnownError(exitCode, 'What happened.', 'What to do.'));
    expect(code).toBe(exitCode);
    expect(err).toBe('Stopped: What happened.\nWhat to do.\n');
  });

  it('in the command line leaves with 2, help with 0', () => {
    expect(explained(new CommanderError(1, 'commander.unknownOption', 'error: x')).code).toBe(2);
    expect(explained(new CommanderError(0, 'commander.help', '(outputHelp)')).code).toBe(0);
  });
});

describe('colour and progress', () => {
  it('are left out unless they are wanted', async () => {
    const plain = await profile(['build', '/nowhere']);
    expect(plain.err).not.toContain('\u001b');
    const coloured = await profile(['build', '/nowhere'], { colour: true });
    expect(coloured.err).toContain('\u001b[31mStopped:');
  });
});
