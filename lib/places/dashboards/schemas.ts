/**
 * The address of the same page with this place opened, or closed where it is open.
 * @param path the page's own, without parameters.
 */
export function openedHref(path: string, opened: readonly string[], code: string): string {
  const next = opened.includes(code) ? opened.filter((other) => other !== code) : [...opened, code];
  return next.length === 0 ? path : `${path}?${new URLSearchParams(next.map((place) => ["open", place]))}`;
}
