import "server-only";

/** A segment of an address as it was meant: percent signs decoded; one that is no proper encoding stays as it came, and names nothing. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}
