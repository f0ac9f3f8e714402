import { type Address, authorityOf, OTHER_AUTHORITIES, type Places } from './places.js';
import { random, type Weighted } from './random.js';

/** An invented children's home. */
export interface CareHome {
  readonly urn: string;
  readonly address: Address;
  readonly provider: string;
  /** Relative share of the children placed; a few homes hold most of those who go missing. */
  readonly weight: number;
}

/** Makes the partnership's children's homes; their registration numbers, from SC990001 on, are made up. */
export function openHomes(seed: number, places: Places, scale: number): readonly CareHome[] {
  const rng = random(seed, 'homes');
  const count = Math.max(12, Math.round(64 * scale));
  return Array.from({ length: count }, (_, i) => {
    const district = rng.weighted(places.weights.missing);
    return {
      urn: `SC99${String(i + 1).padStart(4, '0')}`,
      address: places.address(rng, district),
      provider: rng.weighted([
        ['PR4', 70],
        ['PR1', 20],
        ['PR5', 10],
      ] as const),
      weight: 1 / (1 + i / scale) ** 0.75,
    };
  });
}

/** The homes weighted by how many children are placed in them. */
export function homeWeights(homes: readonly CareHome[]): Weighted<CareHome> {
  return homes.map((home) => [home, home.weight] as const);
}

/** The authority that placed a child in a home: two in five come from outside the partnership. */
export function placingAuthority(seed: number, child: number, district: string): string {
  const rng = random(seed, 'placing', child);
  return rng.chance(0.4) ? rng.weighted(OTHER_AUTHORITIES) : authorityOf(district);
}
