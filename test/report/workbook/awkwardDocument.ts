import type { Cell, Chapter, ReportDocument, Table } from '../../../src/report/model.js';
import { hidden, shown } from '../figures.js';
import { sampleDocument } from '../sampleDocument.js';

/** Texts that a careless writer would break on, or a spreadsheet would run. */
export const AWKWARD = [
  '=1+1',
  '+44 1772',
  '-2+3',
  '@SUM(A1)',
  '=HYPERLINK("http://example.org","x")',
  '<b>&amp; "quoted" \'single\' ]]>',
  '_x000D_ as written',
  'Blackburn with Darwen: “Café” – ½ \u{1f600}',
] as const;

/** The same with characters that no XML can hold, and what must come of them. */
export const BROKEN = 'bell\u0007 null\u0000 half\ud800 none\uffff\r\n two  lines\ttab ';
export const MENDED = 'bell null half none two lines tab';

const text = (value: string): Cell => ({ text: value });

/** Column titles twice, a title that is empty, symbols as text, every number format, awkward and broken texts. */
export const awkwardTable: Table = {
  kind: 'table',
  id: 'awkward-table',
  title: `Title <& "of"> ${BROKEN}`,
  subtitle: 'Subtitle',
  columns: [
    { id: 'text', title: 'Text', align: 'left' },
    { id: 'a', title: 'Value & <unit>', align: 'right' },
    { id: 'b', title: 'value & <unit>', align: 'right' },
    { id: 'c', title: '', align: 'right' },
  ],
  rows: [
    ...[...AWKWARD, BROKEN].map((value) => ({
      cells: [
        text(value),
        { figure: shown(1234.5678), format: 'rate' as const },
        { figure: hidden('c'), format: 'rate' as const },
        text('[u]'),
      ],
    })),
    ...(['count', 'percent', 'rate', 'ratio', 'days', 'hours', 'years'] as const).map((format) => ({
      cells: [
        text(format),
        { figure: shown(50), format },
        { figure: shown(0), format },
        { figure: shown(12.24996), format },
      ],
      total: format === 'years',
    })),
  ],
  notes: ['= a note that begins with a sign', BROKEN, ''],
  source: 'Source: the agencies <all>.',
  tidy: [],
};

export const emptyTable: Table = { ...awkwardTable, id: 'empty', title: 'No rows', rows: [] };

const chapter: Chapter = {
  id: 'awkward',
  title: 'Awkward',
  lead: null,
  blocks: [
    awkwardTable,
    emptyTable,
    { kind: 'heading', text: 'Terms & such' },
    {
      kind: 'definitions',
      items: [
        { term: '=term', text: BROKEN },
        { term: '[c]', text: 'twice explained' },
      ],
    },
  ],
};

export const awkwardDocument: ReportDocument = {
  ...sampleDocument,
  title: 'Profile & <problem>',
  partnership: 'Boards "A" & B',
  marking: 'OFFICIAL-SENSITIVE & MORE',
  chapters: [...sampleDocument.chapters, chapter],
};
