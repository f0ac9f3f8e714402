import { describe, expect, it } from 'vitest';
import { loadSchema } from '../../src/extracts/load.js';
import type { Column } from '../../src/extracts/table.js';
import { FATE } from '../../src/ingest/fate.js';
import { judgeFileRule } from '../../src/ingest/fileRules.js';

/** A column of texts; an empty text is a blank cell. */
function texts(values: readonly string[]): Column {
  const dictionary = [...new Set(values)].filter((text) => text !== '');
  return { kind: 'code', dictionary, index: Int32Array.from(values, (text) => dictionary.indexOf(text)) };
}

function judge(code: string, columns: Record<string, readonly string[]>, fates?: readonly number[]) {
  const schema = loadSchema('referrals');
  const rule = schema.rules.find((one) => one.code === code);
  if (rule?.scope !== 'file') throw new Error('not a file rule');
  const rows = Object.values(columns)[0]?.length ?? 0;
  const fields = new Map(
    schema.fields.flatMap((field) => {
      const values = columns[field.name];
      return values === undefined
        ? []
        : [[field.name, { field, place: { name: field.name, letter: 'A' }, column: texts(values) }] as const];
    }),
  );
  return judgeFileRule(rule, {
    fields,
    fates: Uint8Array.from(fates ?? new Array<number>(rows).fill(FATE.accepted)),
    person: new Int32Array(rows).fill(-1),
    persons: 0,
  });
}

describe('one pupil number for several children (REF-071)', () => {
  it('marks the row of the second child, not the same child again or blanks', () => {
    const result = judge('REF-071', { upn: ['A', 'A', 'A', '', 'B'], child_id: ['1', '1', '2', '3', ''] });
    expect(result).toMatchObject({ kind: 'rows', rows: { total: 1, first: [2] } });
  });

  it('looks at accepted rows only', () => {
    const columns = { upn: ['A', 'A'], child_id: ['1', '2'] };
    expect(judge('REF-071', columns, [FATE.accepted, FATE.rejected])).toBeNull();
    expect(judge('REF-071', { upn: ['A', 'B'], child_id: ['1', '2'] })).toBeNull();
  });
});

describe('one disability at most (REF-072)', () => {
  it('speaks up only where many rows never name two', () => {
    const many = new Array<string>(150).fill('LD');
    expect(judge('REF-072', { disability: many })).toEqual({ kind: 'share', count: 150, of: 150 });
    expect(judge('REF-072', { disability: [...many, 'AUT|LD'] })).toBeNull();
    expect(judge('REF-072', { disability: many.slice(0, 50) })).toBeNull();
  });
});
