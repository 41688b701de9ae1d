import "server-only";

/** Where somebody lands who did not ask for a page, and who asked for `/`, which leads there anyway. */
export const HOME = "/dashboard";

/** Longer addresses are no page of ours; also keeps the column and the cookie small. */
const LONGEST = 2_000;

/**
 * The page to return to after signing in: path and query on our own origin, or `HOME` for anything else. Refused are
 * other schemes and hosts, `//host` and `/\host` (which browsers read as hosts), backslashes and control characters
 * anywhere (which browsers drop or turn into slashes), and the sign-in pages themselves.
 */
export function safeReturnTo(wanted: unknown): string {
  if (typeof wanted !== "string" || wanted.length > LONGEST) return HOME;
  if (!wanted.startsWith("/") || wanted.startsWith("//") || hasTrickCharacters(wanted)) return HOME;
  const base = "http://own.invalid";
  if (!URL.canParse(wanted, base)) return HOME;
  const { origin, pathname, search, hash } = new URL(wanted, base);
  // Resolving `/..//host` may bring a second slash to the front.
  if (origin !== base || pathname.startsWith("//")) return HOME;
  if (pathname === "/" || pathname === "/sign-in" || pathname.startsWith("/sign-in/") || pathname.startsWith("/api/"))
    return HOME;
  return `${pathname}${search}${hash}`;
}

function hasTrickCharacters(text: string): boolean {
  return [...text].some((character) => {
    const code = character.charCodeAt(0);
    return character === "\\" || code < 0x20 || code === 0x7f;
  });
}
