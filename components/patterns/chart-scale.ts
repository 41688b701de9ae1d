const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/**
 * The end of a scale for counts up to a maximum: a round figure not below it, whose half is a whole number too, so that
 * the middle of the scale can be marked. 2 where there is nothing to show.
 */
export function roundCeiling(maximum: number): number {
  if (!(maximum > 2)) return 2;
  if (maximum <= 10) return 2 * Math.ceil(maximum / 2);
  const power = 10 ** Math.floor(Math.log10(maximum));
  const step = STEPS.find((factor) => factor * power >= maximum) ?? 10;
  return 2 * Math.ceil((step * power) / 2);
}

/** A share of a whole in per cent, for a length on the page; between 0 and 100, and 0 of nothing. */
export function shareOf(value: number, whole: number): number {
  if (!(whole > 0)) return 0;
  return Math.min(100, Math.max(0, (value / whole) * 100));
}

/** A figure as charts and their tables write it. */
export function figure(value: number): string {
  return value.toLocaleString("en-GB");
}
