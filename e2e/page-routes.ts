import { surfaceOfFiles } from "@/lib/testing/access-surface";
import { projectFiles } from "@/lib/testing/structure/tree";

/** The route of every page that there is, as its folder names it: `/places/partners/[partnerId]`. */
export function pageRoutes(): string[] {
  const pages = projectFiles(process.cwd()).filter((path) => path.endsWith("/page.tsx"));
  return surfaceOfFiles(pages, () => "").routes.map((route) => route.replace("GET ", ""));
}

/** The route that answers this address: of those that match, the one with the fewest parts left open. */
export function routeOf(path: string, routes: readonly string[]): string | undefined {
  const [address = ""] = path.split("?");
  return routes
    .filter((route) => shapeOf(route).test(address))
    .toSorted((a, b) => openParts(a) - openParts(b))
    .at(0);
}

function shapeOf(route: string): RegExp {
  return new RegExp(`^${route.replace(/\[\.{3}\w+\]/g, ".+").replace(/\[\w+\]/g, "[^/]+")}$`);
}

/** A part that takes any number of steps counts as more open than any that takes one. */
function openParts(route: string): number {
  return route.split("[").length - 1 + (route.includes("[...") ? 100 : 0);
}
