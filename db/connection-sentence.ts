import "server-only";

/**
 * What went wrong on the way to the server at `address`, as one sentence without the password that it holds.
 * @param error as postgres.js throws it: its `code` is the server's, or the network's.
 */
export function connectionSentence(error: unknown, address: string): string {
  const url = new URL(address);
  const place = `${url.hostname}:${url.port || "5432"}`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "28P01" || code === "28000")
    return `The database server at ${place} refuses the password or the user ${url.username}.`;
  if (code === "3D000") return `The database server at ${place} has no database named ${url.pathname.slice(1)}.`;
  if (code.startsWith("57P") || code === "53300")
    return `The database server at ${place} takes no connections at the moment.`;
  return `The database server at ${place} cannot be reached.`;
}
