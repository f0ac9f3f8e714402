import type { ProductId } from '../../workspace/model.js';
import { actions } from './actions.js';
import { brief } from './brief.js';
import { ocg } from './ocg.js';
import { profile } from './profile.js';
import type { ProductRecord } from './record.js';
import { review } from './review.js';
import { trends } from './trends.js';

/** Every product, in the order in which the strategy names them. */
export const products: readonly ProductRecord[] = [profile, trends, brief, review, ocg, actions];

/** The product of that id, or undefined. */
export function findProduct(id: ProductId): ProductRecord | undefined {
  return products.find((product) => product.id === id);
}
