// Tables to measure with: a full cross of hierarchies with all margins, as localities by periods by age by sex are printed.

/** A seeded generator (mulberry32): the same tables on every machine. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Localities: one whole, three boards, fourteen districts, and wards within them. Each code with its leaves. */
function localities(wards) {
  const leaves = [];
  const codes = [];
  const boards = [12, 1, 1];
  let district = 0;
  boards.forEach((districts, b) => {
    const inBoard = [];
    for (let d = 0; d < districts; d++) {
      district += 1;
      const own = [];
      for (let w = 0; w < Math.max(1, wards); w++) {
        own.push(leaves.length);
        leaves.push(`d${district}w${w}`);
        if (wards > 1) codes.push({ name: `d${district}w${w}`, leaves: [leaves.length - 1] });
      }
      codes.push({ name: `d${district}`, leaves: own });
      inBoard.push(...own);
    }
    if (districts > 1) codes.push({ name: `board${b}`, leaves: inBoard });
  });
  codes.push({ name: 'pan', leaves: leaves.map((_, i) => i) });
  return { leaves, codes };
}

function flat(prefix, n) {
  const leaves = Array.from({ length: n }, (_, i) => `${prefix}${i}`);
  return {
    leaves,
    codes: [
      ...leaves.map((name, i) => ({ name, leaves: [i] })),
      { name: `${prefix}all`, leaves: leaves.map((_, i) => i) },
    ],
  };
}

/**
 * @param wards wards in a district (1 for none)
 * @param sizes numbers of leaves of the further dimensions
 */
export function crossed({ wards, sizes, mean, seed = 1 }) {
  const next = random(seed);
  const dimensions = [localities(wards), ...sizes.map((n, i) => flat('pabcd'[i], n))];
  const strides = [];
  let atoms = 1;
  for (const { leaves } of [...dimensions].reverse()) {
    strides.unshift(atoms);
    atoms *= leaves.length;
  }
  const truth = Array.from({ length: atoms }, () => {
    // Geometric with a heavy tail, many noughts: as small places are.
    const level = mean * Math.exp(1.2 * (next() + next() - 1));
    let n = 0;
    while (next() > 1 / (1 + level) && n < 400) n += 1;
    return n;
  });
  let cells = [{ id: '', support: [0] }];
  dimensions.forEach(({ codes }, d) => {
    cells = cells.flatMap((cell) =>
      codes.map(({ name, leaves }) => ({
        id: cell.id === '' ? name : `${cell.id}|${name}`,
        support: cell.support.flatMap((at) => leaves.map((leaf) => at + leaf * strides[d])),
      })),
    );
  });
  cells = cells.map(({ id, support }) => ({ id, support: support.sort((a, b) => a - b) }));
  return {
    atoms: truth.map((_, i) => `x${i}`),
    truth,
    cells: cells.map((cell) => ({
      ...cell,
      cost: 1 + cell.support.reduce((sum, atom) => sum + truth[atom], 0),
    })),
  };
}
