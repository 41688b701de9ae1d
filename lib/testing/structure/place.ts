import "server-only";

/** The wings of the portal: the product's nouns live in these, in `lib`, `components` and `app` alike. */
export const WINGS: readonly string[] = ["places", "certification", "recruitment", "housing", "people"];

/** The closed list of top-level folders, and what the files that lie at the root itself are called. */
export const FOLDERS = ["app", "components", "lib", "db", "e2e", "commands", "bench", "docs", ".ci"] as const;

/** The floor of the building a file stands on. `config` is a root file that configures a tool. */
export type Floor = (typeof FOLDERS)[number] | "env" | "proxy" | "config" | "unknown";

/** Where a path stands: its floor, the area below it (`platform`, `places`, `ui`) and, in a wing, its noun. */
export type Place = {
  floor: Floor;
  area: string | null;
  noun: string | null;
  /** The file's name without its extension and without suffixes such as `.db.test`. */
  stem: string;
  /** True for tests and for everything in `e2e`. */
  test: boolean;
};

const SUFFIX = /\.(?:(?:db|proof|mutation|start)\.)*(?:test|spec)$/;

/** The place of a path that counts from the repository root, with or without its extension. */
export function placeOf(path: string): Place {
  const bare = path.replace(/\.(?:d\.)?(?:tsx?|jsx?|mjs|css|json|md|sql|txt)$/, "");
  const parts = bare.split("/");
  const last = parts.at(-1) ?? "";
  const [top = "", area = "", noun = ""] = parts;
  const floor = floorOf(top, parts.length);
  const inFolder = parts.length > 2;
  return {
    floor,
    area: (floor === "lib" || floor === "components") && inFolder ? area : null,
    noun: WINGS.includes(area) && parts.length > 3 ? noun : null,
    stem: last.replace(SUFFIX, ""),
    test: SUFFIX.test(last) || floor === "e2e",
  };
}

function floorOf(top: string, depth: number): Floor {
  if (depth > 1) return FOLDERS.find((folder) => folder === top) ?? "unknown";
  if (top === "env" || top === "env.test") return "env";
  if (top === "proxy" || top.startsWith("proxy.")) return "proxy";
  // The framework's start-up hook is its setting as much as next.config.js.
  return top.endsWith(".config") || top === "instrumentation" ? "config" : "unknown";
}
