/** Segments that name no record: browsers fold the dots away, percent-encoded or not, and `new` is a form. */
const NOT_KEYS = [".", "..", "new"];

/** The part of an address that names a record: its own key where it has one that an address can hold, else its UUID. */
export function recordSegment(id: string, key: string | null): string {
  return encodeURIComponent(key === null || NOT_KEYS.includes(key) ? id : key);
}
