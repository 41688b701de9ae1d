import "server-only";
import { FOLDERS, placeOf, WINGS } from "./place";
import type { PathRule } from "./rule";

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const NOT_NAMES = ["index", "utils", "util", "helpers", "helper", "misc", "types", "common"];
const LIB_AREAS = ["permissions", "platform", "world", "testing", ...WINGS];
const COMPONENT_AREAS = ["ui", "patterns", "shell", ...WINGS];
const NOUN_FILES = ["schemas", "queries", "mutations", "actions", "constants"];
const ROUTE_FILES =
  /^(?:page|layout|loading|error|not-found|forbidden|unauthorized|route|global-error|template|default|icon)$/;
const ROOT_SOURCES =
  /^(?:(?:env|proxy)(?:\.test)?\.ts|instrumentation\.ts|(?:drizzle|vitest|playwright)\.config\.ts|next\.config\.js|postcss\.config\.mjs)$/;
/** Entry points that Node itself starts, before anything can translate TypeScript. */
const EARLY_SCRIPT = /^commands\/[a-z-]+\.js$/;
const ROUTE_FOLDER =
  /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|\([a-z0-9-]+\)|@[a-z0-9-]+|\[{1,2}(?:\.\.\.)?[a-z][A-Za-z0-9]*\]{1,2}|\.well-known)$/;

/**
 * Noun folders in which a write too large for one `mutations.ts` may be split, and how its parts are called.
 * The neighbourhood import reads, compares and writes a whole country.
 */
const SPLIT_MUTATIONS: Readonly<Record<string, RegExp>> = { "lib/places/neighbourhoods": /^import(?:-[a-z0-9]+)*$/ };

/** True for a part of a split `mutations.ts`, which may hold what `mutations.ts` may hold. */
export function isSplitMutation(path: string): boolean {
  const { floor, area, noun, stem } = placeOf(path);
  return SPLIT_MUTATIONS[`${floor}/${area}/${noun}`]?.test(stem) ?? false;
}

/** Files and folders are kebab-case, and those whose names carry a meaning come from a closed list. Source: STYLE_EXAMPLES 1, 2, 7. */
export const fileNameRule: PathRule = { id: "file-name", check: fileNameFault };

function fileNameFault(path: string): string | null {
  const { floor } = placeOf(path);
  const parts = path.split("/");
  if (parts.length === 1) return rootFault(path);
  if (floor === "unknown") return `there is no top-level folder of this name; choose one of ${FOLDERS.join(", ")}`;
  if (floor === "app") return appFault(parts.slice(1));
  return path.startsWith("db/migrations/") ? null : (ordinaryFault(parts) ?? areaFault(path, parts));
}

function rootFault(name: string): string | null {
  if (!/\.(?:tsx?|jsx?|mjs|cjs)$/.test(name) || ROOT_SOURCES.test(name)) return null;
  return "the root holds only env.ts, proxy.ts and tools' own settings; move this to lib or commands";
}

function appFault(parts: readonly string[]): string | null {
  const name = parts.at(-1) ?? "";
  const folder = parts.slice(0, -1).find((part) => !ROUTE_FOLDER.test(part));
  if (folder !== undefined) return `"${folder}" is no route segment; use kebab-case, (group), [camelCaseParameter]`;
  if (name === "globals.css" && parts.length === 1) return null;
  const stem = placeOf(name).stem.replace(/\.(?:svg|png|ico)$/, "");
  if (ROUTE_FILES.test(stem)) return null;
  return "app holds routes only: page, layout and Next's other route files; move parts to components, logic to lib";
}

function ordinaryFault(parts: readonly string[]): string | null {
  const path = parts.join("/");
  const stem = placeOf(path).stem;
  if (/\.(?:jsx?|mjs|cjs)$/.test(path) && !EARLY_SCRIPT.test(path)) {
    return "JavaScript is for tools' settings and what Node starts first; write it in TypeScript";
  }
  const vague = [...parts.slice(1, -1), stem].find((part) => NOT_NAMES.includes(part));
  if (vague !== undefined)
    return `"${vague}" says nothing; name it after what it holds, and keep a type with what makes it`;
  if (stem === "README" || path.startsWith(".ci/")) return null;
  const odd = [...parts.slice(1, -1), stem].find((part) => !KEBAB.test(part));
  return odd === undefined ? null : `"${odd}" is not kebab-case; use small letters, digits and single hyphens`;
}

function areaFault(path: string, parts: readonly string[]): string | null {
  const [floor, area = ""] = parts;
  if (floor === "components") return componentFault(area, parts);
  if (floor !== "lib") return null;
  if (!LIB_AREAS.includes(area)) return `lib has no "${area}"; choose one of ${LIB_AREAS.join(", ")}`;
  return WINGS.includes(area) ? nounFault(path, parts) : null;
}

function componentFault(area: string, parts: readonly string[]): string | null {
  if (!COMPONENT_AREAS.includes(area))
    return `components has no "${area}"; choose one of ${COMPONENT_AREAS.join(", ")}`;
  if (!WINGS.includes(area) || parts.length > 3) return null;
  return "a wing's components lie in a folder per noun, as in lib; move it one folder down";
}

function nounFault(path: string, parts: readonly string[]): string | null {
  const stem = placeOf(path).stem;
  const [folder] = parts.slice(3);
  if (stem === "README") return null;
  if (parts.length === 3) return "a wing holds only folders, one per noun; move it into the folder of its noun";
  if (parts.length === 4) {
    const listed = NOUN_FILES.find((name) => stem === name || (placeOf(path).test && stem.startsWith(`${name}-`)));
    if (listed !== undefined || isSplitMutation(path)) return null;
    return `a noun's files are ${NOUN_FILES.join(", ")}, emails/ and jobs/; put this in the one it belongs to`;
  }
  if (parts.length === 5 && (folder === "emails" || folder === "jobs")) return null;
  return "a noun has no folders but emails/ and jobs/, which are flat; give a thing with its own table its own noun";
}
