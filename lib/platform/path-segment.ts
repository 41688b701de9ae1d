import "server-only";

/** A segment of a page's address as it was meant, percent signs decoded. Addresses that cannot be decoded never reach a page: see `proxy.ts`. */
export function decodeSegment(segment: string): string {
  return decodeURIComponent(segment);
}
