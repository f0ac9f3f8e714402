/**
 * Inverse of a small symmetric positive definite matrix by Gauss-Jordan elimination with pivoting.
 * @throws RangeError when the matrix is singular (for example a column that is constant twice over).
 */
export function invert(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column; row < size; row += 1) {
      if (Math.abs(at(work, row, column)) > Math.abs(at(work, best, column))) best = row;
    }
    const pivot = work[best] ?? [];
    work[best] = work[column] ?? [];
    const scale = pivot[column] ?? 0;
    if (!(Math.abs(scale) > 1e-300)) throw new RangeError('the model’s columns depend on each other');
    work[column] = pivot.map((value) => value / scale);
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const line = work[row] ?? [];
      const from = work[column] ?? [];
      const factor = line[column] ?? 0;
      for (let j = 0; j < line.length; j++) line[j] = (line[j] ?? 0) - factor * (from[j] ?? 0);
    }
  }
  return work.map((row) => row.slice(size));
}

/** Sum of products of two equally long lists. */
export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function at(matrix: readonly (readonly number[])[], row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}
