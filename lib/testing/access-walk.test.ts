import { describe, expect, it } from "vitest";
import { surfaceOf, surfaceOfFiles } from "./access-surface";
import { actionLines, routeLines } from "./access-walk";
import { walkers } from "./walkers";

const surface = surfaceOf(`${import.meta.dirname}/../..`);

describe("the access walk", () => {
  it("has a line for every page and every method of every route handler", () => {
    const walked = new Set<string>(routeLines.map(({ route }) => route));
    expect(surface.routes.filter((route) => !walked.has(route))).toEqual([]);
  });

  it("has a line for every server action", () => {
    const walked = new Set(actionLines.map(({ action }) => action));
    expect(surface.actions.filter((action) => !walked.has(action))).toEqual([]);
  });

  it("has no line for what does not exist", () => {
    expect(routeLines.filter(({ route }) => !surface.routes.includes(route))).toEqual([]);
    expect(actionLines.filter(({ action }) => !surface.actions.includes(action))).toEqual([]);
  });

  it("asks for each address that its route matches", () => {
    for (const { route, path } of routeLines) {
      const [, pattern = ""] = route.split(" ");
      const shape = pattern.replace(/\[\.{3}\w+\]/g, ".+").replace(/\[\w+\]/g, "[^/]+");
      expect(path.split("?")[0]).toMatch(new RegExp(`^${shape}$`));
    }
  });

  it("lets somebody in and keeps somebody out of every page of a record", () => {
    const ofRecords = routeLines.filter(({ route }) => /\[(?:partnerId|userId|code)\]/.test(route));
    const outcomes = (route: string) =>
      ofRecords.filter((line) => line.route === route).flatMap((line) => Object.values(line.outcomes));
    // Hiding and deleting are not for everybody who sees a partner.
    const refusing = /^GET \/places\/partners\/.*\/(?:hide|delete)$/;
    for (const { route } of ofRecords) {
      const found = new Set(outcomes(route));
      expect([...found], route).toEqual(expect.arrayContaining(["to /sign-in", 200, 404]));
      if (!route.includes("/places/partners/")) continue;
      expect(found, route).toEqual(new Set(["to /sign-in", 200, 404, ...(refusing.test(route) ? [403] : [])]));
    }
    expect(new Set(ofRecords.map(({ route }) => route.split("/[")[0]))).toEqual(
      new Set(["GET /places/partners", "GET /people", "GET /places/neighbourhoods"]),
    );
    expect(Object.keys(walkers)).toHaveLength(8);
  });
});

describe("the surface", () => {
  const sources: Record<string, string> = {
    "app/page.tsx": "export default function FrontDoor() {}",
    "app/(portal)/people/[personId]/page.tsx": "export default function Person() {}",
    "app/(portal)/people/layout.tsx": "export default function Layout() {}",
    "app/api/export/route.ts":
      "export const GET = answer;\nexport async function DELETE() {}\nexport const dynamic = 'auto';",
    "lib/people/people/actions.ts":
      "const a = 1;\nexport const createPersonAction = a;\nexport async function endPersonAction() {}\nexport { a as thirdAction };",
    "lib/people/people/queries.ts": "export const listPeople = 1;",
  };

  it("takes in a new page, route handler and server action by itself", () => {
    expect(surfaceOfFiles(Object.keys(sources), (path) => sources[path] ?? "")).toEqual({
      routes: ["GET /", "GET /people/[personId]", "GET /api/export", "DELETE /api/export"],
      actions: [
        "lib/people/people/actions.ts#createPersonAction",
        "lib/people/people/actions.ts#endPersonAction",
        "lib/people/people/actions.ts#thirdAction",
      ],
    });
  });
});
