/** First line of every part of the package. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** ECMA-376, transitional: SpreadsheetML, and what parts of a package are to each other. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Start of the content types of a spreadsheet's parts. */
export const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
