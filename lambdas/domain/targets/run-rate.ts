/**
 * "Required run rate = (target − actual) ÷ days left": for each eligible day that is left; 0 when the target is reached,
 * `undefined` when no day is left.
 */
export function requiredRunRate(target: number, actual: number, daysLeft: number): number | undefined {
  if (daysLeft <= 0) return undefined;
  return Math.max(0, target - actual) / daysLeft;
}
