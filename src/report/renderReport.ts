import type { PublishedObservation, PublishedStatement } from '../disclosure/model.js';
import { draw } from './charts/draw.js';
import { drawingOf, hasWideDrawing } from './charts/drawingOf.js';
import { keyOf } from './charts/keyOf.js';
import { pictureCard } from './charts/pictureCard.js';
import { type ChartWidth, NARROW, WIDE } from './charts/theme.js';
import { type TidyChart, tidySvg } from './charts/tidySvg.js';
import { type FigureDrawings, sourceText } from './html/context.js';
import { numberExhibits, numberText } from './html/numbering.js';
import { renderPage } from './html/page.js';
import type { FigureBlock, ReportDocument } from './model.js';
import { writeOds } from './workbook/ods/writeOds.js';
import { workbookOf } from './workbook/workbookOf.js';
import { writeXlsx } from './workbook/xlsx/writeXlsx.js';
import { csvwMetadata } from './writers/csvwMetadata.js';
import { profileJson } from './writers/profileJson.js';
import { tidyCsv } from './writers/tidyCsv.js';

/** A picture card of one figure; `pngOf` draws it for those who need it as pixels. */
interface Picture {
  readonly id: string;
  readonly svg: string;
}

/** Everything that one edition publishes, in memory. */
export interface RenderedReport {
  readonly html: string;
  /** One a figure, in document order. */
  readonly charts: readonly Picture[];
  /** The numbers of every table and of every figure, in document order. */
  readonly tables: readonly { readonly id: string; readonly csv: string }[];
  /** Describes the tables for machines. */
  readonly csvw: string;
  readonly json: string;
  /** All tables as one workbook, in the government's open format and in the one that most offices use. */
  readonly ods: Uint8Array;
  readonly xlsx: Uint8Array;
}

async function drawn(figure: FigureBlock, width: ChartWidth): Promise<TidyChart> {
  return tidySvg(await draw(drawingOf(figure.chart, width)), `${figure.id}-${width === WIDE ? 'w' : 'n'}`);
}

async function drawingsOf(figure: FigureBlock): Promise<FigureDrawings> {
  const wide = figure.width === 'full' && hasWideDrawing(figure.chart) ? await drawn(figure, WIDE) : null;
  return { wide, narrow: await drawn(figure, NARROW) };
}

/**
 * Writes a composed document out in every form that needs no file system: the page, the pictures, the tables, the
 * workbooks, the model.
 * The same document gives the same bytes, whatever the time zone and the locale.
 *
 * @param statements the statement records behind the sentences, for `json`
 * @param observations the figures behind them; those that a sentence points to are written
 */
export async function renderReport(
  document: ReportDocument,
  statements: readonly PublishedStatement[] = [],
  observations: readonly PublishedObservation[] = [],
): Promise<RenderedReport> {
  const numbering = numberExhibits(document);
  const drawings = new Map<string, FigureDrawings>();
  const charts: Picture[] = [];
  for (const figure of numbering.figures) {
    const drawing = await drawingsOf(figure);
    drawings.set(figure.id, drawing);
    const number = numberText(numbering, figure.id);
    const svg = pictureCard(drawing.wide ?? drawing.narrow, {
      number: `${number}. ${document.title}, ${document.periodText}`,
      title: figure.title.text,
      subtitle: figure.subtitle,
      alt: figure.alt,
      key: keyOf(figure.chart),
      source: sourceText(figure.source, document),
      marking: document.marking,
    });
    charts.push({ id: figure.id, svg });
  }
  const tables = [...numbering.byId.keys()].flatMap((id) => {
    const exhibit =
      numbering.tables.find((table) => table.id === id) ??
      numbering.figures.find((figure) => figure.id === id)?.table;
    return exhibit === undefined ? [] : [{ id, csv: tidyCsv(exhibit.tidy) }];
  });
  const workbook = workbookOf(document);
  const html = renderPage({ document, numbering, drawings });
  return {
    html,
    charts,
    tables,
    csvw: csvwMetadata(document),
    json: profileJson(document, statements, observations),
    ods: writeOds(workbook),
    xlsx: writeXlsx(workbook),
  };
}
