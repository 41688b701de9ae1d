import "server-only";
import type { Dice } from "./dice";

/** How many places the tree of a batch has. */
const PLACES = 30;

/** The units from the top down; a place's unit is its depth, and the deepest ones are all wards. */
export const units = ["country", "region", "county", "district", "ward"] as const;

/** A place of the tree that all worlds of a batch share. */
export interface TreePlace {
  readonly code: string;
  readonly name: string;
  readonly unit: (typeof units)[number];
  readonly parent: string | null;
}

/** A tree of thirty places with one to three countries and at most five levels, parents before children. */
export function growTree(dice: Dice): TreePlace[] {
  const places: (TreePlace & { depth: number })[] = [];
  for (let index = 0; index < PLACES; index += 1) {
    const parents = places.filter(({ depth }) => depth < units.length - 1);
    const top = index === 0 || (places.filter(({ depth }) => depth === 0).length < 3 && dice.chance(4));
    const parent = top ? null : dice.pick(parents);
    const depth = parent === null ? 0 : parent.depth + 1;
    const unit = units[depth] ?? "ward";
    const code = `n${String(index).padStart(2, "0")}`;
    places.push({ code, name: `Place ${index}`, unit, parent: parent?.code ?? null, depth });
  }
  return places.map(({ depth: _, ...place }) => place);
}

/**
 * A few places that have much to do with each other: one with everything above it, some of what lies below and beside
 * it, and strangers. Worlds draw their places from such a corner, so that areas and partners really meet.
 */
export function cornerOf(tree: readonly TreePlace[], dice: Dice): string[] {
  const byCode = new Map(tree.map((place) => [place.code, place] as const));
  const middle = dice.pick(tree);
  const corner = new Set<string>();
  for (let place: TreePlace | undefined = middle; place !== undefined; place = byCode.get(place.parent ?? "")) {
    corner.add(place.code);
  }
  const near = tree.filter(({ parent }) => parent === middle.code || parent === middle.parent).map(({ code }) => code);
  for (const code of [...dice.some(near, 1, 4), ...dice.some([...byCode.keys()], 1, 2)]) {
    corner.add(code);
  }
  return [...corner];
}
