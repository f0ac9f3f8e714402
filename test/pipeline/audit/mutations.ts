/** Ways in which a finished file could be made to say more than it should; each gives other bytes than it got. */
export interface Mutation {
  readonly name: string;
  /** Which files it can be made in. */
  readonly files: RegExp;
  /** @param pick a number from 0 up to, and without, the given one; @returns null where the file has no place for it */
  make(bytes: Buffer, pick: (below: number) => number): Buffer | null;
}

/** Changes one place of those that match, in a text file. */
function inText(
  name: string,
  files: RegExp,
  where: RegExp,
  change: (match: RegExpMatchArray, pick: (below: number) => number) => string,
): Mutation {
  return {
    name,
    files,
    make(bytes, pick) {
      const text = bytes.toString('utf8');
      const places = [...text.matchAll(where)];
      const match = places[pick(Math.max(1, places.length))];
      if (match === undefined) return null;
      const changed = change(match, pick);
      if (changed === match[0]) return null;
      return Buffer.from(
        `${text.slice(0, match.index)}${changed}${text.slice(match.index + match[0].length)}`,
      );
    },
  };
}

const HTML = /\.html$/;
const SVG = /\/charts\/.*\.svg$/;
const CSV = /\/tables\/.*\.csv$/;
const JSON_MODEL = /\/profile\.json$/;

const swapLines = (text: string, pick: (below: number) => number): string | null => {
  const lines = text.trimEnd().split('\n');
  if (lines.length < 4) return null;
  const at = 1 + pick(lines.length - 2);
  const [one = '', two = ''] = [lines[at], lines[at + 1]];
  if (one === two) return null;
  lines.splice(at, 2, two, one);
  return `${lines.join('\n')}\n`;
};

/** The kinds of the method note's case M, and a few more. */
export const MUTATIONS: readonly Mutation[] = [
  inText('tooltip with a raw value', HTML, /<td/g, (m, pick) => `${m[0]} title="${1 + pick(4)}"`),
  inText(
    'class that tells primary from secondary',
    HTML,
    /<td/g,
    (m, pick) => `${m[0]} class="${pick(2) === 0 ? 'primary' : 'secondary'}"`,
  ),
  inText(
    'label for readers of screens',
    HTML,
    /<td/g,
    (m, pick) => `${m[0]} aria-label="${pick(5)} children"`,
  ),
  inText('data attribute', HTML, /<tr/g, (m, pick) => `${m[0]} data-n="${pick(5)}"`),
  inText(
    'embedded data',
    HTML,
    /<\/body>/g,
    (m, pick) => `<script type="application/json">{"n":${pick(5)}}</script>${m[0]}`,
  ),
  inText('comment', HTML, /<\/table>/g, (m, pick) => `<!-- ${pick(5)} -->${m[0]}`),
  inText('symbol replaced by its number', HTML, /\[c\]/g, (_, pick) => String(1 + pick(4))),
  inText(
    'count of hidden places',
    HTML,
    /<\/p>/g,
    (m, pick) => ` ${1 + pick(8)} of 9 wards are under 5.${m[0]}`,
  ),
  inText('other alternative text', HTML, /aria-label="[^"]*"/g, (m, pick) =>
    m[0].replace(/"$/, ` (${pick(5)})"`),
  ),
  inText('height or length in a picture', SVG, /(?:height|width|y2|x2)="\d+(?:\.\d+)?"/g, (m, pick) =>
    m[0].replace(/"\d/, `"${1 + pick(9)}`),
  ),
  inText('path in a picture', SVG, / d="M\d/g, (m, pick) => m[0].replace(/\d$/, String(pick(10)))),
  inText('title in a picture', SVG, /<\/svg>/g, (m, pick) => `<title>${pick(5)}</title>${m[0]}`),
  inText('text in a picture', SVG, /<\/text>/g, (m, pick) => `${pick(5)}${m[0]}`),
  inText('symbol in a table file', CSV, /,c(?=,|\n)/g, (_, pick) => `,${1 + pick(4)}`),
  inText('column in a table file', CSV, /symbol\n/g, () => 'symbol,raw\n'),
  {
    name: 'order of a table file',
    files: CSV,
    make(bytes, pick) {
      const swapped = swapLines(bytes.toString('utf8'), pick);
      return swapped === null ? null : Buffer.from(swapped);
    },
  },
  inText('field in the model', JSON_MODEL, /"symbol": "c"/g, (m, pick) => `${m[0]}, "raw": ${1 + pick(4)}`),
  inText('other field in the model', JSON_MODEL, /"kind": "table"/g, (m, pick) => `${m[0]}, "n": ${pick(5)}`),
  inText('number in the model', JSON_MODEL, /"symbol": "c"/g, (_, pick) => `"number": ${1 + pick(4)}`),
  {
    name: 'byte of a workbook',
    files: /\.(?:ods|xlsx)$/,
    make(bytes, pick) {
      const changed = Buffer.from(bytes);
      const at = pick(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << pick(8));
      return changed;
    },
  },
  {
    name: 'words behind a workbook',
    files: /\.(?:ods|xlsx)$/,
    make: (bytes, pick) => Buffer.concat([bytes, Buffer.from(String(pick(5)))]),
  },
  {
    name: 'words in a PNG picture',
    files: /\.png$/,
    make(bytes, pick) {
      const text = Buffer.from(`n\0${pick(5)}`, 'latin1');
      const chunk = Buffer.alloc(12 + text.length);
      chunk.writeUInt32BE(text.length);
      chunk.write('tEXt', 4, 'latin1');
      text.copy(chunk, 8);
      return Buffer.concat([bytes.subarray(0, 33), chunk, bytes.subarray(33)]);
    },
  },
  {
    name: 'words behind a PNG picture',
    files: /\.png$/,
    make: (bytes, pick) => Buffer.concat([bytes, Buffer.from(String(pick(5)))]),
  },
];
