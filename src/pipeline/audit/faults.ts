/** Something in a finished release that must not be there, or that cannot be. */
export interface AuditFault {
  readonly kind: /** Changed, missing or extra by the manifest. */
    | 'file'
    /** `profile.json` holds something that no document has. */
    | 'model'
    /** A file shows more or other than its document. */
    | 'rendering'
    /** Two files disagree, or a figure is printed that is made from a hidden count. */
    | 'figure'
    /** A sentence says a number that no figure behind it gives, or a direction that no record does. */
    | 'sentence'
    /** A hidden count can be narrowed below its rule. */
    | 'leak'
    /** The files contradict each other. */
    | 'contradiction';
  /** File inside the release. */
  readonly path: string;
  readonly message: string;
  /** The reader's arithmetic, or what is there and what should be. */
  readonly derivation: readonly string[];
}
