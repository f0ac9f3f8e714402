// Vendors Source Sans 3 (weights 400 and 700, latin) into assets/fonts.
//
//   npm install --prefix <somewhere else> @fontsource/source-sans-3@5.3.0
//   node scripts/vendorFonts.mjs <somewhere else>/node_modules/@fontsource/source-sans-3
//
// The page embeds WOFF2; resvg reads neither WOFF nor WOFF2 (it draws no text and reports nothing), so each weight is
// unpacked to TTF too. The advance widths go into metrics.json, with which charts are laid out without a browser.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

const WEIGHTS = [400, 700];
const HIGHEST_CODE_POINT = 0x2200;
const UNITS = 1000;

/** WOFF 1.0 to the sfnt it packs (W3C WOFF File Format 1.0, sections 3 to 5). */
function unpackWoff(woff) {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = 44 + 20 * index;
    return {
      tag: woff.toString('latin1', entry, entry + 4),
      offset: woff.readUInt32BE(entry + 4),
      packed: woff.readUInt32BE(entry + 8),
      length: woff.readUInt32BE(entry + 12),
      checksum: woff.readUInt32BE(entry + 16),
    };
  }).sort((a, b) => (a.tag < b.tag ? -1 : 1));
  const power = Math.floor(Math.log2(count));
  const header = Buffer.alloc(12 + 16 * count);
  header.writeUInt32BE(woff.readUInt32BE(4), 0);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  const parts = [header];
  let offset = header.length;
  for (const [index, table] of tables.entries()) {
    const stored = woff.subarray(table.offset, table.offset + table.packed);
    const data = table.packed < table.length ? inflateSync(stored) : stored;
    const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
    const entry = 12 + 16 * index;
    header.write(table.tag, entry, 'latin1');
    header.writeUInt32BE(table.checksum, entry + 4);
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(table.length, entry + 12);
    parts.push(data, padding);
    offset += data.length + padding.length;
  }
  return Buffer.concat(parts);
}

/** Tables of an sfnt by tag. */
function tablesOf(font) {
  const tables = new Map();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index;
    const start = font.readUInt32BE(entry + 8);
    tables.set(
      font.toString('latin1', entry, entry + 4),
      font.subarray(start, start + font.readUInt32BE(entry + 12)),
    );
  }
  return tables;
}

/** Code point to glyph, from a format 4 character map (OpenType 1.9, cmap). */
function glyphLookup(cmap) {
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const map = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4));
    if (map.readUInt16BE(0) !== 4) continue;
    const segments = map.readUInt16BE(6) / 2;
    return (code) => {
      for (let segment = 0; segment < segments; segment++) {
        if (map.readUInt16BE(14 + 2 * segment) < code) continue;
        const start = map.readUInt16BE(16 + 2 * (segments + segment));
        if (start > code) return 0;
        const delta = map.readUInt16BE(16 + 2 * (2 * segments + segment));
        const rangeAt = 16 + 2 * (3 * segments + segment);
        const range = map.readUInt16BE(rangeAt);
        if (range === 0) return (code + delta) & 0xffff;
        const glyph = map.readUInt16BE(rangeAt + range + 2 * (code - start));
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error('the font has no format 4 character map');
}

/** Advance width of each character, in thousandths of an em. */
function advancesOf(font) {
  const tables = tablesOf(font);
  const unitsPerEm = tables.get('head').readUInt16BE(18);
  const measured = tables.get('hhea').readUInt16BE(34);
  const widths = tables.get('hmtx');
  const glyphOf = glyphLookup(tables.get('cmap'));
  const advances = {};
  for (let code = 0x20; code < HIGHEST_CODE_POINT; code++) {
    const glyph = glyphOf(code);
    if (glyph === 0) continue;
    const advance = widths.readUInt16BE(4 * Math.min(glyph, measured - 1));
    advances[String.fromCodePoint(code)] = Math.round((advance / unitsPerEm) * UNITS);
  }
  return advances;
}

const source = process.argv[2];
if (source === undefined)
  throw new Error('usage: node scripts/vendorFonts.mjs <folder of @fontsource/source-sans-3>');
const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'assets', 'fonts');
const metrics = { family: 'Source Sans 3', unitsPerEm: UNITS, advances: {} };
for (const weight of WEIGHTS) {
  const name = join(source, 'files', `source-sans-3-latin-${weight}-normal`);
  const font = unpackWoff(readFileSync(`${name}.woff`));
  copyFileSync(`${name}.woff2`, join(target, `source-sans-3-${weight}.woff2`));
  writeFileSync(join(target, `source-sans-3-${weight}.ttf`), font);
  metrics.advances[weight] = advancesOf(font);
}
writeFileSync(join(target, 'metrics.json'), `${JSON.stringify(metrics, null, 1)}\n`);
copyFileSync(join(source, 'LICENSE'), join(target, 'OFL.txt'));
