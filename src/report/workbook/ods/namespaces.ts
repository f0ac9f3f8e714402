/** First line of every part of the package. */
export const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';

const PREFIXES: readonly (readonly [string, string])[] = [
  ['office', `${OASIS}:office:1.0`],
  ['style', `${OASIS}:style:1.0`],
  ['text', `${OASIS}:text:1.0`],
  ['table', `${OASIS}:table:1.0`],
  ['number', `${OASIS}:datastyle:1.0`],
  ['fo', `${OASIS}:xsl-fo-compatible:1.0`],
  ['svg', `${OASIS}:svg-compatible:1.0`],
  ['meta', `${OASIS}:meta:1.0`],
  ['config', `${OASIS}:config:1.0`],
  ['ooo', 'http://openoffice.org/2004/office'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
];

/** OpenDocument 1.3: attributes of the outermost element of every part. */
export const NAMESPACES = `${PREFIXES.map(([prefix, name]) => `xmlns:${prefix}="${name}"`).join(' ')} office:version="1.3"`;

/** Name under which the manifest records the format's own address. */
export const MANIFEST = `${OASIS}:manifest:1.0`;

export const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';
