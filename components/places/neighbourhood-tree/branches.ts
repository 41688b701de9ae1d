import type { TreePlace } from "@/lib/places/neighbourhood-tree/schemas";

/** What lies directly in each place whose branch is known, by code. */
export type Below = ReadonlyMap<string, readonly TreePlace[]>;

/** The open places with one more. */
export function withBranch(opened: ReadonlySet<string>, code: string): ReadonlySet<string> {
  return new Set([...opened, code]);
}

/** The open places without one, nor any that lies in it: an address could not say that those stay open. */
export function withoutBranch(below: Below, opened: ReadonlySet<string>, code: string): ReadonlySet<string> {
  const inside = (below.get(code) ?? []).filter((child) => opened.has(child.code));
  const without = inside.reduce((rest, child) => withoutBranch(below, rest, child.code), opened);
  return new Set([...without].filter((one) => one !== code));
}

/** The open places in which nothing else is open: they are enough to name, because everything above them is open too. */
export function innermost(below: Below, opened: ReadonlySet<string>): string[] {
  return [...opened].filter((code) => !(below.get(code) ?? []).some((child) => opened.has(child.code)));
}

/** A number of places in words: "1 place", "32 places", "no places". */
export function placesInWords(count: number): string {
  return count === 1 ? "1 place" : `${count === 0 ? "no" : count.toLocaleString("en-GB")} places`;
}

/** A number of partners in words: "1 partner", "1,204 partners", "no partners". */
export function partnersInWords(count: number): string {
  return count === 1 ? "1 partner" : `${count === 0 ? "no" : count.toLocaleString("en-GB")} partners`;
}
