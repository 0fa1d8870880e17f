/** Small dense linear algebra. A symmetric matrix is its lower triangle: row i holds i + 1 numbers. */
export type Triangle = readonly (readonly number[])[]

/** Over as many elements as the first has. */
export const dot = (a: readonly number[], b: readonly number[]): number => {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}

/** The lower factor L of A = L·Lᵀ; undefined when A is not positive definite. */
export function cholesky(matrix: Triangle): Triangle | undefined {
  const factor: number[][] = []
  for (const row of matrix) {
    const next: number[] = []
    for (const above of factor)
      next.push(((row[next.length] ?? 0) - dot(next, above)) / (above[next.length] ?? 0))
    const rest = (row[next.length] ?? 0) - dot(next, next)
    if (!(rest > 0 && rest < Infinity)) return undefined
    next.push(Math.sqrt(rest))
    factor.push(next)
  }
  return factor
}

/** y of L·y = b. */
export function solveLower(factor: Triangle, b: readonly number[]): number[] {
  const y: number[] = []
  for (const row of factor) y.push(((b[y.length] ?? 0) - dot(y, row)) / (row[y.length] ?? 0))
  return y
}

/** x of L·Lᵀ·x = b. */
export function solve(factor: Triangle, b: readonly number[]): number[] {
  const x = solveLower(factor, b)
  for (let row = factor.length - 1; row >= 0; row--) {
    const known = (x[row] ?? 0) / (factor[row]?.[row] ?? 0)
    x[row] = known
    for (let above = 0; above < row; above++) x[above] = (x[above] ?? 0) - (factor[row]?.[above] ?? 0) * known
  }
  return x
}
