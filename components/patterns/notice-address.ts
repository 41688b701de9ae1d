/** The name of the query parameter that asks a page for a toast. */
export const NOTICE = "notice";

/** The address of a page without what asked for its toast; everything else in it stays. */
export function withoutNotice(pathname: string, search: string): string {
  const query = new URLSearchParams(search);
  query.delete(NOTICE);
  return query.size === 0 ? pathname : `${pathname}?${query}`;
}
