import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readablePng } from '../../report/charts/readablePng.js';
import { placeIn } from '../../report/products/place.js';
import { renderReleaseIndex } from '../../report/releaseIndex.js';
import { renderReport } from '../../report/renderReport.js';
import { CSVW_FILE } from '../../report/writers/csvwMetadata.js';
import type { AuditFault } from './faults.js';
import type { FinishedDocument, FinishedRelease } from './readRelease.js';

const INDEX = 'index.html';

/** What a document's own model gives, file by file. */
export interface Redrawn {
  /** The model as it is written. */
  readonly json: string;
  /** Content of every file but the model and the pictures, by path. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The drawing behind every PNG picture, by path. */
  readonly pictures: ReadonlyMap<string, string>;
}

/**
 * Draws a document again from its `profile.json`; null for one that cannot be drawn.
 * @param write how it is written out: here by default
 */
export async function redraw(
  { folder, profile }: FinishedDocument,
  write: typeof renderReport = renderReport,
): Promise<Redrawn | null> {
  if (profile === null) return null;
  const { document, statements, observations } = profile;
  const rendered = await write(document, statements, observations).catch(() => null);
  if (rendered === null) return null;
  const { stem } = placeIn(folder, document.period);
  return {
    json: rendered.json,
    files: new Map<string, string | Uint8Array>([
      [`${folder}/${stem}.html`, rendered.html],
      [`${folder}/${stem}.ods`, rendered.ods],
      [`${folder}/${stem}.xlsx`, rendered.xlsx],
      ...rendered.tables.map(({ id, csv }) => [`${folder}/tables/${id}.csv`, csv] as const),
      [`${folder}/tables/${CSVW_FILE}`, rendered.csvw],
      ...rendered.charts.map(({ id, svg }) => [`${folder}/charts/${id}.svg`, svg] as const),
    ]),
    pictures: new Map(rendered.charts.map(({ id, svg }) => [`${folder}/charts/${id}.png`, svg] as const)),
  };
}

/**
 * Compares every file of a document with what its `profile.json` gives, byte by byte: whatever a page, a picture, a workbook or a table shows beyond the
 * published model is found, wherever it stands. Of PNG pictures the name, the size and the absence of anything but pixels are checked.
 * @param redrawn the document drawn again; see {@link redraw}
 * @returns faults, and the files that belong to the document
 */
export async function compareRendering(
  { root, files }: FinishedRelease,
  document: FinishedDocument,
  redrawn: Redrawn | null,
): Promise<{ readonly faults: readonly AuditFault[]; readonly own: readonly string[] }> {
  const { folder, profile, text, problem } = document;
  const model = `${folder}/profile.json`;
  const unusable = (message: string): { faults: readonly AuditFault[]; own: readonly string[] } => ({
    own: [model],
    faults: [{ kind: 'model', path: model, message, derivation: [] }],
  });
  if (profile === null)
    return unusable(
      problem === '' || problem === null
        ? 'is no profile.json of this version.'
        : `holds something that does not belong there, at ${problem}.`,
    );
  if (redrawn === null) return unusable('cannot be drawn.');
  const faults: AuditFault[] = [];
  if (redrawn.json !== text) faults.push(differs(model, text, redrawn.json));
  const present = new Set(files);
  for (const [file, content] of redrawn.files) {
    if (!present.has(file)) {
      faults.push({ kind: 'file', path: file, message: 'is missing.', derivation: [] });
      continue;
    }
    const bytes = await readFile(path.join(root, file));
    if (bytes.equals(typeof content === 'string' ? Buffer.from(content) : content)) continue;
    faults.push(
      typeof content === 'string'
        ? differs(file, bytes.toString('utf8'), content)
        : {
            kind: 'rendering',
            path: file,
            message: 'holds more or other than profile.json gives.',
            derivation: [],
          },
    );
  }
  for (const [file, svg] of redrawn.pictures) {
    const problemOf = present.has(file)
      ? readablePng(await readFile(path.join(root, file)), svg)
      : 'is missing.';
    if (problemOf !== null)
      faults.push({ kind: 'rendering', path: file, message: problemOf, derivation: [] });
  }
  return { faults, own: [model, ...redrawn.files.keys(), ...redrawn.pictures.keys()] };
}

/** Characters quoted of a place that differs: of what should be there only, since what is there could name somebody. */
const QUOTED = 60;

function differs(file: string, found: string, expected: string): AuditFault {
  let at = 0;
  while (at < found.length && found[at] === expected[at]) at += 1;
  const line = found.slice(0, at).split('\n').length;
  const from = Math.max(0, at - QUOTED / 3);
  const quote = (text: string): string => JSON.stringify(text.slice(from, from + QUOTED));
  return {
    kind: 'rendering',
    path: file,
    message: `differs from what profile.json gives, first in line ${line}.`,
    derivation: [`profile.json gives ${quote(expected)} there`],
  };
}

/** The page that opens the release, made again from the documents and the names of the folders. */
export async function compareIndex({
  root,
  files,
  documents,
  manifest,
}: FinishedRelease): Promise<readonly AuditFault[]> {
  const listed = documents.flatMap((one) =>
    one.profile === null
      ? []
      : [
          {
            ...placeIn(one.folder, one.profile.document.period),
            document: one.profile.document,
          },
        ],
  );
  if (listed.length === 0) return [];
  const agencies = files.flatMap((file) => /^quality\/([^/]+)\/index\.html$/.exec(file)?.[1] ?? []);
  const expected = renderReleaseIndex({ editions: manifest.editions, documents: listed, agencies });
  const text = await readFile(path.join(root, INDEX), 'utf8').catch(() => null);
  return text === null || text === expected ? [] : [differs(INDEX, text, expected)];
}
