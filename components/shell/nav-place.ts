/** What `aria-current` says of a link while somebody is at `pathname`: the page itself, one that lies below it, or nothing. */
export function placeOfPage(pathname: string, href: string): "page" | "true" | undefined {
  if (pathname === href) return "page";
  return pathname.startsWith(`${href}/`) ? "true" : undefined;
}
