/** An element of a parsed part; `text` is all text within it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

const TOKEN = /<\?xml [^>]*\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([\w:.-]+)="([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// What XML 1.0 lets stand in a document, section 2.2.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

function decoded(text: string): string {
  return text.replace(/&(\w*)(;?)/g, (whole, name: string, end: string) => {
    const character = ENTITIES[name];
    if (character === undefined || end === '') throw new Error(`not an entity: ${whole}`);
    return character;
  });
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(ATTRIBUTE)].map(
    ([, name = '', value = '']) => [name, decoded(value)] as const,
  );
  const attributes = new Map(found);
  if (attributes.size !== found.length) throw new Error('an attribute stands twice');
  return attributes;
}

/** Prefixes are declared, on the element itself or around it. */
function checkPrefixes(element: Element, known: ReadonlySet<string>): void {
  const declared = [...element.attributes.keys()].flatMap((name) =>
    name.startsWith('xmlns:') ? [name.slice(6)] : [],
  );
  const all = new Set([...known, ...declared]);
  for (const name of [element.name, ...element.attributes.keys()]) {
    const [prefix, rest] = name.split(':');
    if (rest !== undefined && !all.has(prefix ?? '')) throw new Error(`no namespace for ${name}`);
  }
  for (const child of element.children) checkPrefixes(child, all);
}

/**
 * Reads the XML that the writers may write: one outermost element, no comments, no CDATA, no document type.
 *
 * @throws Error when the text is not well formed
 */
export function parseXml(text: string): Element {
  if (FORBIDDEN.test(text)) throw new Error('a character that XML cannot hold');
  const outside: Element = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Element[] = [outside];
  TOKEN.lastIndex = 0;
  let at = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    at = TOKEN.lastIndex;
    const [, closing, opening, attributes = '', empty, content] = match;
    const around = open.at(-1) ?? outside;
    if (content !== undefined) for (const one of open) one.text += decoded(content);
    if (closing !== undefined && open.pop()?.name !== closing) throw new Error(`${closing} closes another`);
    if (opening !== undefined) {
      const element: Element = {
        name: opening,
        attributes: attributesOf(attributes),
        children: [],
        text: '',
      };
      around.children.push(element);
      if (empty !== '/') open.push(element);
    }
    if (at === text.length) break;
  }
  if (at !== text.length) throw new Error(`not XML at character ${at}: ${text.slice(at, at + 40)}`);
  const [root, ...more] = outside.children;
  if (open.length !== 1 || root === undefined || more.length > 0) throw new Error('not one whole element');
  checkPrefixes(root, new Set(['xml', 'xmlns']));
  return root;
}

/** All elements of a name within another, in document order. */
export function within(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...within(child, name),
  ]);
}
