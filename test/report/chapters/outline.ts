import type { Block, Cell, FigureBlock, ReportDocument, Table } from '../../../src/report/model.js';
import { formatFigure } from '../../../src/report/numbers.js';

function cellText(cell: Cell): string {
  return 'text' in cell ? cell.text : formatFigure(cell.figure, cell.format);
}

function tableLines(table: Omit<Table, 'kind'>): string[] {
  return [
    `| ${table.columns.map(({ title }) => title).join(' | ')} |`,
    ...table.rows.map(({ cells }) => `| ${cells.map(cellText).join(' | ')} |`),
    ...table.notes.map((note) => `note: ${note}`),
    table.source,
  ];
}

function figureLines(figure: FigureBlock): string[] {
  return [
    `### [${figure.chart.kind}] ${figure.title.text}`,
    figure.subtitle,
    `alt: ${figure.alt}`,
    ...(figure.reading === null ? [] : [`reading: ${figure.reading.text}`]),
    ...tableLines(figure.table),
  ];
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.map(({ text }) => text);
    case 'note':
      return block.sentences.map(({ text }) => `note: ${text}`);
    case 'heading':
      return [`## ${block.text}`];
    case 'cards':
      return block.cards.map(
        (card) =>
          `card: ${card.title}: ${formatFigure(card.figure, card.format)} ${card.unitText}. ${card.change.text}. ${card.range}. (${card.tag}; ${card.mark})`,
      );
    case 'findings':
      return block.findings.map(
        ({ sentence, evidence, why, see }) =>
          `finding: ${sentence.text} Evidence: ${evidence}, ${why}. -> ${see}`,
      );
    case 'questions':
      return block.questions.map(({ question, detail }) => `question: ${question.text} ${detail}`);
    case 'definitions':
      return block.items.map(({ term, text }) => `${term}: ${text}`);
    case 'analyst':
      return [`analyst: ${block.passages.map(({ sentence }) => sentence.text).join(' | ')}`];
    case 'list':
      return block.items.map((item) => `- ${item}`);
    case 'pair':
      return [...figureLines(block.left), '', ...figureLines(block.right)];
    case 'beside':
      return [
        ...block.lists.flatMap(({ title, sentences }) => [
          `${title}:`,
          ...sentences.map(({ text }) => `- ${text}`),
        ]),
        ...figureLines(block.figure),
      ];
    case 'grid':
      return [`### [grid] ${block.table.title}`, block.table.subtitle, ...tableLines(block.table)];
    case 'figure':
      return figureLines(block);
    case 'table':
      return [`### [table] ${block.title}`, block.subtitle, ...tableLines(block)];
  }
}

/** A document as text that can be read and compared: every sentence, title, alternative text and table. */
export function outline(document: ReportDocument): string {
  const lines = [`${document.title}, ${document.periodText}, ${document.editionTitle}, ${document.marking}`];
  for (const chapter of document.chapters) {
    lines.push('', `# ${chapter.title}`, chapter.lead?.text ?? '');
    for (const block of chapter.blocks) lines.push('', ...blockLines(block));
    if (chapter.further !== undefined)
      lines.push('', `further: ${chapter.further.text} -> ${chapter.further.chapter}`);
  }
  return `${lines.join('\n')}\n`;
}
