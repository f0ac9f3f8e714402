/** What XML cannot hold, or no reader can see: control characters, half characters, code points that are none. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as one line: breaks and tabs become single spaces, control characters are dropped. */
export function oneLine(text: string): string {
  return text
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(UNPRINTABLE, '')
    .replace(/^ | $/g, '');
}

/** Text for an element's content or a double-quoted attribute of XML 1.0. */
export function escapeXml(text: string): string {
  return text.replace(UNPRINTABLE, '').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
