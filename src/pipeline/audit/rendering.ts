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

/**
 * Draws a document again from its `profile.json` and compares every file with it, byte by byte: whatever a page, a picture, a workbook or a table shows beyond the
 * published model is found, wherever it stands. Of PNG pictures the name, the size and the absence of anything but pixels are checked.
 * @returns faults, and the files that belong to the document
 */
export async function compareRendering(
  { root, files }: FinishedRelease,
  document: FinishedDocument,
): Promise<{ readonly faults: readonly AuditFault[]; readonly own: readonly string[] }> {
  const { folder, profile, text, problem } = document;
  const model = `${folder}/profile.json`;
  if (profile === null)
    return {
      own: [model],
      faults: [
        {
          kind: 'model',
          path: model,
          message:
            problem === '' || problem === null
              ? 'is no profile.json of this version.'
              : `holds something that does not belong there, at ${problem}.`,
          derivation: [],
        },
      ],
    };
  const rendered = await renderReport(profile.document, profile.statements, profile.observations).catch(
    () => null,
  );
  if (rendered === null)
    return {
      own: [model],
      faults: [{ kind: 'model', path: model, message: 'cannot be drawn.', derivation: [] }],
    };
  const { stem } = placeIn(folder, profile.document.period);
  const expected = new Map<string, string | Uint8Array>([
    [`${folder}/${stem}.html`, rendered.html],
    [`${folder}/${stem}.ods`, rendered.ods],
    [`${folder}/${stem}.xlsx`, rendered.xlsx],
    ...rendered.tables.map(({ id, csv }) => [`${folder}/tables/${id}.csv`, csv] as const),
    [`${folder}/tables/${CSVW_FILE}`, rendered.csvw],
    ...rendered.charts.map(({ id, svg }) => [`${folder}/charts/${id}.svg`, svg] as const),
  ]);
  const pictures = rendered.charts.map(({ id, svg }) => [`${folder}/charts/${id}.png`, svg] as const);
  const faults: AuditFault[] = [];
  if (rendered.json !== text) faults.push(differs(model, text, rendered.json));
  const present = new Set(files);
  for (const [file, content] of expected) {
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
  for (const [file, svg] of pictures) {
    const problemOf = present.has(file)
      ? readablePng(await readFile(path.join(root, file)), svg)
      : 'is missing.';
    if (problemOf !== null)
      faults.push({ kind: 'rendering', path: file, message: problemOf, derivation: [] });
  }
  return { faults, own: [model, ...expected.keys(), ...pictures.map(([file]) => file)] };
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
