/**
 * Whether a detail stands in a place. `weak`: it does not, and nothing there contradicts it either, as the month is right
 * and the day is not given. `nearest`: the most similar thing of its sort that stands there instead.
 */
export interface Standing {
  readonly is: 'there' | 'weak' | 'missing';
  readonly nearest?: string | undefined;
}
