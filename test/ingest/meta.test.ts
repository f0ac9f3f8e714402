import { describe, expect, test } from 'vitest';
import { deliveryOf } from '../../src/ingest/deliveryNote.js';
import { parseMeta } from '../../src/ingest/meta.js';

describe('delivery notes', () => {
  test('are read with their conditions and mappings', () => {
    const { meta, problems } = parseMeta(
      'agency: nhs-lancashire\nextracted_at: 2018-10-12\ndue_at: 2018-10-19\nrows: 12\nnil_return: N\nencoding: windows-1252\n' +
        'delimiter: semicolon\ndate_format: DD/MM/YYYY\ndefinition_version: [CSE-2017, 18+1]\ncolumns:\n  Local Ref: episode_id\n  Extra: null\n' +
        'threshold_required: 6\nreasons:\n  MIS-010: checked with the team\n',
    );
    expect(problems).toEqual({ unreadable: false, badEntries: [], unknownEntries: [] });
    expect(meta).toMatchObject({
      agency: 'nhs-lancashire',
      extractedAt: '2018-10-12',
      dueAt: '2018-10-19',
      rows: 12,
      nilReturn: false,
      encoding: 'windows-1252',
      delimiter: ';',
      dateFormat: 'dmy',
      definitionVersions: ['CSE-2017', '18+1'],
      columns: { 'Local Ref': 'episode_id', Extra: null },
      thresholdRequired: 6,
    });
  });

  test('name the entries that are wrong and keep the rest, without repeating what they say', () => {
    const { meta, problems } = parseMeta(
      'rows: CANARY\nnil_return: yes\ndue_at: CANARY\nsurname_of_contact: CANARY\n',
    );
    expect(problems).toEqual({
      unreadable: false,
      badEntries: ['due_at', 'rows'],
      unknownEntries: ['surname_of_contact'],
    });
    expect(meta.nilReturn).toBe(true);
    expect(meta.rows).toBeNull();
  });

  test('pass on only definitions that are known: a note is free text, and reports print them', () => {
    const { meta } = parseMeta('definition_version: [CSE-2017, CANARY, 5x5x5]\n');
    expect(deliveryOf(meta).definitionVersions).toEqual(['CSE-2017', '5x5x5']);
  });

  test.each(['rows: [1, 2', '- a\n- b\n', 'just text', ''])(
    'that are not a YAML mapping are not used (%#)',
    (text) => {
      expect(parseMeta(text).problems.unreadable).toBe(true);
    },
  );
});
