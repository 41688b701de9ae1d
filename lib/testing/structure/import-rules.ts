import "server-only";
import { type Place, placeOf, WINGS } from "./place";
import type { Finding, SourceRule } from "./rule";
import type { ImportEdge, SourceFile } from "./source-file";

/** Imports run one way: app → components → lib → db → env. Source: STYLE_EXAMPLES 10, rule 1. */
export const importDirectionRule: SourceRule = { id: "import-direction", check: judgeEach(directionFault) };

/** Wings never meet, `ui` and `patterns` know no noun, `platform` knows nothing above it. Source: STYLE_EXAMPLES 10, rules 2 and 3. */
export const wingRule: SourceRule = { id: "wing", check: judgeEach(wingFault) };

/** Files that reach the browser pull in nothing of the server. Source: STYLE_EXAMPLES 2, the row of `schemas.ts`. */
export const browserSafeRule: SourceRule = { id: "browser-safe", check: judgeEach(browserFault) };

type Judge = (from: Place, to: Place, edge: ImportEdge) => string | null;

function judgeEach(judge: Judge): (file: SourceFile) => Finding[] {
  return (file) => {
    const from = placeOf(file.path);
    return file.imports.flatMap((edge) => {
      const to = placeOf(edge.target ?? edge.specifier);
      const message = judge(from, edge.target === null ? { ...to, floor: "unknown" } : to, edge);
      return message === null ? [] : [{ line: edge.line, message: `imports ${edge.specifier}: ${message}` }];
    });
  };
}

const MAY_IMPORT: Readonly<Record<Place["floor"], readonly Place["floor"][]>> = {
  app: ["app", "components", "lib", "env"],
  components: ["components", "lib"],
  lib: ["lib", "db", "env"],
  db: ["db", "env"],
  commands: ["commands", "lib", "db", "env"],
  bench: ["bench", "commands", "lib", "db", "env"],
  e2e: ["e2e", "lib"],
  proxy: ["proxy", "lib", "env"],
  config: ["env", "lib"],
  env: ["env"],
  docs: [],
  ".ci": [],
  unknown: [],
};

const INSTEAD: Partial<Record<Place["floor"], string>> = {
  app: "only app imports app; move what is shared down into components or lib",
  components: "only app and components import components; pass data up and let the page compose it",
  lib: "this floor lies below lib; move what it needs down, or pass it in as an argument",
  db: "only lib reaches the database; call a query, a mutation or a function of lib",
  e2e: "nothing imports e2e; put what tests share into lib/testing",
  commands: "commands are entry points that nothing but bench imports; move the shared part to lib",
  bench: "bench is an entry point that nothing imports; move the shared part to lib",
  env: "this part may run in a browser; take the setting as an argument or a prop",
};

function directionFault(from: Place, to: Place, edge: ImportEdge): string | null {
  if (edge.target === null) return null;
  if (from.floor === "e2e" && to.floor === "lib" && to.area !== "testing") {
    return "browser tests use the front door; take accounts and factories from lib/testing";
  }
  if (to.floor === "lib" && to.area === "testing") return testingFault(from, edge.target);
  if (from.floor === "app" && to.floor === "lib" && to.stem === "mutations" && to.noun !== null) {
    return "a mutation checks nothing by itself; call the noun's action, which authorises first";
  }
  if (MAY_IMPORT[from.floor].includes(to.floor)) return null;
  return INSTEAD[to.floor] ?? "this is no place of the project; import from lib, db or a package";
}

/** The demo world is what `lib/testing` gives to the running portal: sign-in offers its accounts in demo mode. */
function testingFault(from: Place, target: string): string | null {
  const forTests = from.test || ["e2e", "bench", "commands", "config"].includes(from.floor);
  if (forTests || from.area === "testing") return null;
  if (from.floor === "app" && target === "lib/testing/world") return null;
  return "lib/testing is for tests, e2e and the demo; move what the portal needs into lib/platform or its noun";
}

function wingFault(from: Place, to: Place, edge: ImportEdge): string | null {
  if (edge.target === null) return null;
  if (from.floor === "components") return componentFault(from, to, edge);
  if (from.floor !== "lib" || to.floor !== "lib" || from.area === to.area) return null;
  if (from.area === "testing" || from.area === "world" || (from.test && to.area === "world")) return null;
  if (to.area === "testing") return null;
  const below = WINGS.includes(from.area ?? "") ? ["people", "permissions", "platform"] : ["platform"];
  const allowed = from.area === "platform" ? [] : from.area === "people" ? ["permissions", "platform"] : below;
  if (to.area !== null && allowed.includes(to.area)) return null;
  if (from.area === "platform") return "platform knows neither permissions nor any noun; pass it in as an argument";
  if (from.area === "permissions") return "permissions lie below the wings; read facts through db or platform";
  return "wings never import each other; move what two share to people, platform or permissions, join them in app";
}

function componentFault(from: Place, to: Place, edge: ImportEdge): string | null {
  const wing = WINGS.includes(from.area ?? "");
  if (to.floor === "components") {
    if (to.area === from.area || to.area === "ui" || (to.area === "patterns" && from.area !== "ui")) return null;
    return wing
      ? "wings never import each other; move what two share to patterns"
      : "ui and patterns know no noun; take it as children or props";
  }
  if (to.floor !== "lib" || to.area === "platform" || to.area === "testing") return null;
  if (to.area === "permissions" && from.area !== "ui") {
    return edge.typeOnly ? null : "components hold no policy; take a boolean such as canUpdate as a prop";
  }
  if (from.area === "shell" && to.area === "people") return queriesFault(to, edge);
  if (!wing) return "ui, patterns and shell know no noun; take what is shown as props or children";
  if (to.area !== from.area) return `components of ${from.area} import from lib/${from.area} alone; join wings in app`;
  return queriesFault(to, edge);
}

function queriesFault(to: Place, edge: ImportEdge): string | null {
  if (["schemas", "constants", "actions"].includes(to.stem)) return null;
  if (to.stem === "queries")
    return edge.typeOnly ? null : "take only types from queries; the page reads and passes the data as props";
  return "this stays on the server; take a noun's schemas, constants, actions and the types of its queries";
}

function browserFault(from: Place, to: Place, edge: ImportEdge): string | null {
  if (from.floor !== "lib" || from.test || !isBrowserSafe(from)) return null;
  const server =
    edge.packageName !== null && /^(?:node:|drizzle-|postgres$|next-auth$|server-only$|pino$)/.test(edge.packageName);
  if (server) return "schemas and constants also run in the browser; move this to queries or mutations";
  if (edge.specifier === "zod") return "full zod is too heavy for the browser; import zod/mini";
  if (edge.target === null || edge.typeOnly || (to.floor === "lib" && isBrowserSafe(to))) return null;
  return "schemas and constants also run in the browser; import only other schemas and constants";
}

/** `schemas.ts` and `constants.ts` are the files of lib that may reach the browser. */
export function isBrowserSafe(place: Place): boolean {
  return place.stem === "schemas" || place.stem === "constants";
}
