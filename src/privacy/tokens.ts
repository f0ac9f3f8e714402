import type { KeyedHash } from './keyedHash.js';
import type { KeyRing } from './keys.js';
import { Memo } from './memo.js';
import type { NameLists } from './nameLists.js';
import { soundex } from './soundex.js';
import { tokenItem } from './tokenSets.js';

/** Version of the normalisation and of the token kinds; another version cannot be compared with this one. */
const VERSION = 1;
const TOKEN_BYTES = 8;
const MEMORY = 100_000;
/** Longer names are no names, and each letter costs tokens. */
const MAX_NAME = 60;

/** Normalised values; an empty text where there is none. */
export interface ProfileValues {
  readonly forename: string;
  readonly surname: string;
  /** `YYYYMMDD`. */
  readonly dob: string;
  readonly sex: 'M' | 'F' | '';
  readonly postcode: string;
}

interface Salt {
  readonly label: '' | 'A' | 'B';
  readonly value: string;
}

/** First eight bytes of the HMAC of a kind and its values (method note linkage 1.6). */
export function token64(hash: KeyedHash, kind: string, ...values: readonly string[]): Buffer {
  return hash.ofFields([kind, ...values]).subarray(0, TOKEN_BYTES);
}

const firstBytes = (mac: Buffer): string => mac.toString('base64url', 0, TOKEN_BYTES);

function token(hash: KeyedHash, kind: string, ...values: readonly string[]): string {
  return hash.textOfFields([kind, ...values], firstBytes);
}

/** The text and each text with one character left out: two such sets meet when the texts are about one edit apart. */
function deletions(text: string): string[] {
  const all = [text];
  for (let i = 0; i < text.length; i++) all.push(text.slice(0, i) + text.slice(i + 1));
  return all;
}

function masked(text: string): string[] {
  return [...text].map((_, i) => `${text.slice(0, i)}*${text.slice(i + 1)}`);
}

function transposed(text: string): string[] {
  const all: string[] = [];
  for (let i = 0; i + 1 < text.length; i++) {
    const [a = '', b = ''] = text.slice(i, i + 2);
    if (a !== b) all.push(text.slice(0, i) + b + a + text.slice(i + 2));
  }
  return all;
}

/**
 * Birth year and month-day salt the name tokens, so that a name's frequency does not show; two salts, so that one
 * wrong part of the date leaves the other. Without a date of birth there is one salt.
 */
function saltsOf(dob: string): readonly Salt[] {
  return dob === ''
    ? [{ label: '', value: 'none' }]
    : [
        { label: 'A', value: dob.slice(0, 4) },
        { label: 'B', value: dob.slice(4) },
      ];
}

/**
 * Makes the keyed token sketch of a person's profile: the only thing about names, date of birth and postcode that is
 * ever stored. Kinds (f forename, s surname, b date of birth, c postcode, g sex):
 * - names, each with the suffix of its salt: `x` exact, `d` one-letter deletions, `p` Soundex, `r` first three letters,
 *   `i` initial, `w` words of a double name, `y` exact in a domain that both names share, `n` nickname roots (forename);
 * - `bx` exact, `bm` one digit masked, `bt` neighbours swapped and `bs` day and month swapped (both comparable with
 *   another profile's `bx`), `by` year, `bym`, `byd`, `bmd` two parts of three;
 * - `cx` exact, `cm` one character masked, `cs` sector, `cd` district, `ca` area; `gx`;
 * - `hh` surname and postcode, `pf` forename and postcode; `qf`, `qs` frequency classes of the names (plain digits).
 * One-letter names have no `d`, `p` and `r`, which marks them as initials.
 */
export class TokenMaker {
  readonly #fn: KeyedHash;
  readonly #sn: KeyedHash;
  readonly #dob: KeyedHash;
  readonly #pc: KeyedHash;
  readonly #sex: KeyedHash;
  readonly #memo = new Memo<string>(MEMORY);

  constructor(
    keys: KeyRing,
    private readonly lists: NameLists,
  ) {
    this.#fn = keys.hash('token:fn');
    this.#sn = keys.hash('token:sn');
    this.#dob = keys.hash('token:dob');
    this.#pc = keys.hash('token:pc');
    this.#sex = keys.hash('token:sex');
  }

  /** The stored text of a profile's tokens; see {@link parseTokens}. */
  tokensOf(values: ProfileValues): string {
    const forename = values.forename.slice(0, MAX_NAME);
    const surname = values.surname.slice(0, MAX_NAME);
    const { dob, sex, postcode } = values;
    const items = [`v${VERSION}`];
    for (const salt of saltsOf(dob)) {
      if (forename !== '') items.push(this.#name('f', forename, salt));
      if (surname !== '') items.push(this.#name('s', surname, salt));
    }
    if (dob !== '') items.push(this.#memo.get(`b ${dob}`, () => this.#birth(dob)));
    if (postcode !== '') {
      items.push(this.#memo.get(`c ${postcode}`, () => this.#place(postcode)));
      if (surname !== '') items.push(tokenItem('hh', [token(this.#pc, 'hh', surname, postcode)]));
      if (forename !== '') items.push(tokenItem('pf', [token(this.#pc, 'fpc', forename, postcode)]));
    }
    if (sex !== '')
      items.push(tokenItem('gx', [this.#memo.get(`g ${sex}`, () => token(this.#sex, 'x', sex))]));
    if (forename !== '') items.push(`qf:${this.lists.frequencyClass('forename', forename)}`);
    if (surname !== '') items.push(`qs:${this.lists.frequencyClass('surname', surname)}`);
    return items.join(' ');
  }

  #name(field: 'f' | 's', name: string, salt: Salt): string {
    return this.#memo.get(`${field}${salt.label}${salt.value} ${name}`, () =>
      this.#makeName(field, name, salt),
    );
  }

  #makeName(field: 'f' | 's', name: string, { label, value: salt }: Salt): string {
    const hash = field === 'f' ? this.#fn : this.#sn;
    const words = name.split(' ');
    const whole = words.join('');
    const set = (kind: string, hashKind: string, texts: readonly string[]) =>
      tokenItem(
        `${field}${kind}${label}`,
        texts.map((text) => token(hash, hashKind, salt, text)),
      );
    const items = [
      set('x', 'x', [whole]),
      set('i', 'i', [whole.slice(0, 1)]),
      tokenItem(`${field}y${label}`, [token(this.#fn, 'any', salt, whole)]),
    ];
    if (whole.length > 1) {
      items.push(
        set('d', 'd', deletions(whole)),
        set('p', 'p', [soundex(whole)]),
        set('r', 'pre', [whole.slice(0, 3)]),
      );
    }
    if (words.length > 1) items.push(set('w', 'x', words));
    if (field === 'f') items.push(set('n', 'n', this.lists.nicknameRoots(whole)));
    return items.filter((item) => item !== '').join(' ');
  }

  #birth(dob: string): string {
    const set = (kind: string, hashKind: string, texts: readonly string[]) =>
      tokenItem(
        kind,
        texts.map((text) => token(this.#dob, hashKind, text)),
      );
    const [year, month, day] = [dob.slice(0, 4), dob.slice(4, 6), dob.slice(6)];
    const swapped = Number(day) <= 12 && day !== month ? [`${year}${day}${month}`] : [];
    return [
      set('bx', 'x', [dob]),
      set('bm', 'mask', masked(dob)),
      set('bt', 'x', transposed(dob)),
      set('bs', 'x', swapped),
      set('by', 'y', [year]),
      set('bym', 'ym', [year + month]),
      set('byd', 'yd', [year + day]),
      set('bmd', 'md', [month + day]),
    ]
      .filter((item) => item !== '')
      .join(' ');
  }

  #place(postcode: string): string {
    const set = (kind: string, hashKind: string, texts: readonly string[]) =>
      tokenItem(
        kind,
        texts.map((text) => token(this.#pc, hashKind, text)),
      );
    const outward = postcode.slice(0, -3);
    return [
      set('cx', 'x', [postcode]),
      set('cm', 'mask', masked(postcode)),
      set('cs', 'sector', [postcode.slice(0, -2)]),
      set('cd', 'district', [outward]),
      set('ca', 'area', [outward.replace(/\d.*$/, '')]),
    ].join(' ');
  }
}
