import "server-only";
import { isSplitMutation } from "./file-name-rule";
import { type Place, placeOf } from "./place";
import type { SourceRule } from "./rule";

/** Packages that only their own homes may import, so that each outside system is met in one place. Source: STYLE_EXAMPLES 10, rule 4. */
export const packageHomeRule: SourceRule = {
  id: "package-home",
  check: (file) => {
    const place = placeOf(file.path);
    return file.imports.flatMap(({ packageName, specifier, line }) => {
      const home = HOMES.find((candidate) => candidate.packages.test(packageName ?? ""));
      if (home === undefined || home.holds(place, file.path)) return [];
      return [{ line, message: `imports ${specifier}: ${home.instead}` }];
    });
  },
};

type Home = { packages: RegExp; holds: (place: Place, path: string) => boolean; instead: string };

/** Parts of `lib/platform` that own a table, as a folder of that name or as files whose names begin with it. */
const TABLE_OWNERS = /^lib\/platform\/(?:audit|jobs|sign-in|sessions|mail|rate-limit|api-keys)(?:[/.-]|$)/;

const NEXT_AUTH_ROUTE = /^app\/api\/auth\/\[\.\.\.nextauth\]\/route\.tsx?$/;

const HOMES: readonly Home[] = [
  {
    packages: /^(?:drizzle-orm|drizzle-kit|drizzle-zod)$/,
    holds: mayUseDrizzle,
    instead:
      "Drizzle lives in db, permissions, world and a noun's queries and mutations; put the statement there and call it",
  },
  {
    packages: /^postgres$/,
    holds: ({ floor, area, test }) => floor === "db" || area === "testing" || (test && floor !== "e2e"),
    instead: "there is one client, in db/client, used through Drizzle; call readTransaction or writeTransaction",
  },
  {
    packages: /^(?:next-auth|@auth\/.+)$/,
    holds: ({ area }, path) => (path.startsWith("lib/") && area === "platform" ? true : NEXT_AUTH_ROUTE.test(path)),
    instead: "next-auth lives in lib/platform and its one route; ask lib/platform/sign-in who is signed in",
  },
  {
    packages: /^(?:react-aria-components|react-aria|react-stately)$/,
    holds: ({ floor, area }) => floor === "components" && area === "ui",
    instead: "native elements come first; what HTML lacks is a part of components/ui, made once for everybody",
  },
];

function mayUseDrizzle({ floor, area, noun, stem, test }: Place, path: string): boolean {
  if (floor === "db" || floor === "bench" || path === "drizzle.config.ts") return true;
  if (floor !== "lib") return false;
  if (test || area === "permissions" || area === "world" || area === "testing") return true;
  if (noun !== null) return stem === "queries" || stem === "mutations" || isSplitMutation(path);
  return TABLE_OWNERS.test(path);
}
