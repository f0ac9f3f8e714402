import type { Register } from '../register.js';
import { registerAudit } from './audit.js';
import { registerBuild } from './build.js';
import { registerDisclosure } from './disclosure.js';
import { registerDoctor } from './doctor.js';
import { registerExplain } from './explain.js';
import { registerIngest } from './ingest.js';
import { registerInit } from './init.js';
import { registerKey } from './key.js';
import { registerProducts } from './products.js';
import { registerSample } from './sample.js';
import { registerSchema } from './schema.js';
import { registerStore } from './store.js';
import { registerTrace } from './trace.js';
import { registerValidate } from './validate.js';
import { registerVerify } from './verify.js';

/** The commands in the order in which an analyst meets them. */
export const commands: readonly Register[] = [
  registerInit,
  registerValidate,
  registerIngest,
  registerBuild,
  registerProducts,
  registerVerify,
  registerAudit,
  registerDisclosure,
  registerSchema,
  registerExplain,
  registerTrace,
  registerKey,
  registerStore,
  registerSample,
  registerDoctor,
];
