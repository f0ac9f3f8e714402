import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { KeyRing, MasterKey } from '../../src/privacy/keys.js';

const pair = z.tuple([z.string(), z.string()]);
const shape = z.object({
  rfc4231: z.array(z.object({ tc: z.number(), key: z.string(), data: z.string(), hmac_sha256: z.string() })),
  rfc5869: z.array(
    z.object({ ikm: z.string(), salt: z.string(), info: z.string(), L: z.number(), okm: z.string() }),
  ),
  nhs_check: z.array(z.object({ first9: z.string(), check: z.number().nullable() })),
  nhs_invalid: z.array(z.object({ n: z.string() })),
  design: z.object({
    master: z.string(),
    subkeys: z.record(z.string(), z.string()),
    pseudonyms: z.array(z.object({ fn: z.string(), out: z.string() })),
    token64: z.record(z.string(), z.string()),
    kcv: z.string(),
  }),
  aes256gcm: z.array(
    z.object({
      key: z.string(),
      iv: z.string(),
      aad: z.string(),
      pt: z.string(),
      ct: z.string(),
      tag: z.string(),
    }),
  ),
  normalise: z.object({
    name: z.array(pair),
    postcode: z.array(pair),
    dob: z.array(pair),
    nhs: z.array(pair),
    sex: z.array(pair),
  }),
});

/** The published vectors of test/vectors/linkage.json. */
export const vectors = shape.parse(
  JSON.parse(readFileSync(new URL('../vectors/linkage.json', import.meta.url), 'utf8')),
);

/** The key ring of the vectors' master secret 00 01 02 ... 1f. */
export const vectorKeys = new KeyRing(new MasterKey(Buffer.from(vectors.design.master, 'hex'), false));

/** Another partnership's key ring. */
export const otherKeys = new KeyRing(new MasterKey(Buffer.alloc(32, 7), false));
