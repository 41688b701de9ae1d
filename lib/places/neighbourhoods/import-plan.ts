import "server-only";
import { newId } from "@/lib/platform/ids";
import type { NeighbourhoodUnit } from "../neighbourhood-tree/constants";

/** A place as a file states it. `welshName` undefined: the file says nothing of it and a stored one stays. */
export type WantedNeighbourhood = Readonly<{
  code: string;
  name: string;
  welshName?: string | null;
  unit: NeighbourhoodUnit;
  parentCode: string | null;
}>;

/** A place as the portal holds it. */
export type StoredNeighbourhood = Readonly<{
  id: string;
  code: string;
  name: string;
  welshName: string | null;
  unit: NeighbourhoodUnit;
  parentCode: string | null;
}>;

/** A row to write, complete. */
export type PlannedNeighbourhood = Readonly<{
  id: string;
  code: string;
  name: string;
  welshName: string | null;
  unit: NeighbourhoodUnit;
  parentId: string | null;
}>;

/** One difference between the stored place and the file. */
export type NeighbourhoodChange = Readonly<{ code: string; name: string; from: string | null; to: string | null }>;

/** What has to be written, and how it differs from what is stored. */
export type NeighbourhoodPlan = Readonly<{
  /** New rows and changed rows, parents before children: rows of one wave do not depend on each other. */
  waves: readonly Readonly<{ created: readonly PlannedNeighbourhood[]; changed: readonly PlannedNeighbourhood[] }>[];
  created: number;
  /** Stored places that the file states differently in any way. */
  changed: number;
  unchanged: number;
  /** Other English or Welsh names. */
  renamed: readonly NeighbourhoodChange[];
  /** Other parents, as codes. */
  moved: readonly NeighbourhoodChange[];
  /** Other levels. */
  reclassified: readonly NeighbourhoodChange[];
  /** Stored places that the file does not name. They stay. */
  absent: readonly Readonly<{ code: string; name: string }>[];
  /** Ids of every place, stored or planned, by code. */
  ids: ReadonlyMap<string, string>;
}>;

/**
 * Compares the file with what is stored. The result writes nothing by itself.
 * @throws Error when a parent is unknown or the tree would hold a cycle: callers rule both out first, with
 * `findCycles` and in the words of their own file.
 */
export function planNeighbourhoods(
  stored: readonly StoredNeighbourhood[],
  wanted: readonly WantedNeighbourhood[],
): NeighbourhoodPlan {
  const byCode = new Map(stored.map((place) => [place.code, place]));
  const ids = new Map(stored.map((place) => [place.code, place.id]));
  for (const place of wanted) if (!ids.has(place.code)) ids.set(place.code, newId());
  const depths = depthsOf(parentsAfter(stored, wanted));
  const differences = { renamed: [], moved: [], reclassified: [] } satisfies Differences as Differences;
  const waves: { created: PlannedNeighbourhood[]; changed: PlannedNeighbourhood[] }[] = [];
  const counts = { created: 0, changed: 0, unchanged: 0 };
  for (const place of wanted) {
    const before = byCode.get(place.code);
    if (before !== undefined && !compare(before, place, differences)) {
      counts.unchanged += 1;
      continue;
    }
    const depth = depths.get(place.code) ?? 0;
    while (waves.length <= depth) waves.push({ created: [], changed: [] });
    const kind = before === undefined ? "created" : "changed";
    counts[kind] += 1;
    waves[depth]?.[kind].push(complete(place, before, ids));
  }
  const named = new Set(wanted.map((place) => place.code));
  const absent = stored.filter((place) => !named.has(place.code)).map(({ code, name }) => ({ code, name }));
  return { waves, ...counts, ...differences, absent, ids };
}

/** Each place's parent once the file is in: the file's word where it names the place, else what is stored. */
export function parentsAfter(
  stored: readonly Pick<StoredNeighbourhood, "code" | "parentCode">[],
  wanted: readonly Pick<WantedNeighbourhood, "code" | "parentCode">[],
): Map<string, string | null> {
  const parents = new Map(stored.map((place) => [place.code, place.parentCode]));
  for (const place of wanted) parents.set(place.code, place.parentCode);
  return parents;
}

/** Every ring of places that lie inside each other, each once, as the codes along it. Unknown parents end a chain. */
export function findCycles(parents: ReadonlyMap<string, string | null>): string[][] {
  const settled = new Set<string>();
  const cycles: string[][] = [];
  for (const start of parents.keys()) {
    const chain: string[] = [];
    const onChain = new Map<string, number>();
    let code: string | null = start;
    while (code !== null && !settled.has(code)) {
      const seenAt = onChain.get(code);
      if (seenAt !== undefined) {
        cycles.push(chain.slice(seenAt));
        break;
      }
      onChain.set(code, chain.length);
      chain.push(code);
      code = parents.get(code) ?? null;
    }
    for (const passed of chain) settled.add(passed);
  }
  return cycles;
}

type Differences = {
  renamed: NeighbourhoodChange[];
  moved: NeighbourhoodChange[];
  reclassified: NeighbourhoodChange[];
};

/** Notes every difference and says whether there is one. */
function compare(before: StoredNeighbourhood, after: WantedNeighbourhood, differences: Differences): boolean {
  const { code, name } = after;
  const welshName = after.welshName === undefined ? before.welshName : after.welshName;
  const renamed = before.name !== name || before.welshName !== welshName;
  const moved = before.parentCode !== after.parentCode;
  const reclassified = before.unit !== after.unit;
  if (renamed) {
    const welshOnly = before.name === name;
    const names = welshOnly ? { from: before.welshName, to: welshName } : { from: before.name, to: name };
    differences.renamed.push({ code, name, ...names });
  }
  if (moved) differences.moved.push({ code, name, from: before.parentCode, to: after.parentCode });
  if (reclassified) differences.reclassified.push({ code, name, from: before.unit, to: after.unit });
  return renamed || moved || reclassified;
}

function complete(
  place: WantedNeighbourhood,
  before: StoredNeighbourhood | undefined,
  ids: ReadonlyMap<string, string>,
): PlannedNeighbourhood {
  const id = ids.get(place.code);
  const parentId = place.parentCode === null ? null : ids.get(place.parentCode);
  if (id === undefined || parentId === undefined) {
    throw new Error(`The parent of neighbourhood ${place.code} is unknown: ${place.parentCode}`);
  }
  const welshName = place.welshName === undefined ? (before?.welshName ?? null) : place.welshName;
  return { id, code: place.code, name: place.name, welshName, unit: place.unit, parentId };
}

/** How many places lie above each one. Parents are written first, which is also what makes a swap of two places safe. */
function depthsOf(parents: ReadonlyMap<string, string | null>): Map<string, number> {
  const depths = new Map<string, number>();
  for (const start of parents.keys()) {
    const chain: string[] = [];
    let code: string | null = start;
    while (code !== null && !depths.has(code)) {
      if (chain.length > parents.size) throw new Error(`Neighbourhood ${start} would lie inside itself`);
      chain.push(code);
      code = parents.get(code) ?? null;
    }
    let depth = code === null ? 0 : (depths.get(code) ?? 0) + 1;
    for (const passed of chain.reverse()) {
      depths.set(passed, depth);
      depth += 1;
    }
  }
  return depths;
}
