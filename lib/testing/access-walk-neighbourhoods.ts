import "server-only";
import { demoCode } from "./demo/places";
import { type ActionLine, everybody, type Outcomes, type RouteLine, signedIn } from "./walkers";

const actions = "lib/places/neighbourhood-form/actions.ts";
const children = "/api/neighbourhoods/children";

/** Who sees neighbourhoods at all: root and the two kinds of area admins. */
function areaAdmins(outcome: Outcomes["root"]): Partial<Outcomes> {
  return { root: outcome, "neighbourhood admin": outcome, "partnership admin": outcome };
}

const apart: Partial<Outcomes> = { anonymous: 401, deactivated: 401 };

/** The pages of one place: area admins see every place, root alone changes any. */
function placePages(code: string, about: string): RouteLine[] {
  const line = (end: "" | `/${string}`, others: Outcomes["root"]): RouteLine => {
    const outcomes = signedIn(404, { ...areaAdmins(others), root: 200 });
    return {
      route: `GET /places/neighbourhoods/[code]${end}`,
      path: `/places/neighbourhoods/${code}${end}`,
      about,
      outcomes,
    };
  };
  return [line("", 200), line("/admins", 200), line("/history", 200), line("/edit", 403), line("/delete", 403)];
}

/** The pages of the tree, and what it asks for when it is opened × everybody who walks. */
export const neighbourhoodRouteLines: readonly RouteLine[] = [
  {
    route: "GET /places/neighbourhoods",
    path: "/places/neighbourhoods",
    about: "the tree",
    outcomes: signedIn(403, areaAdmins(200)),
  },
  {
    route: "GET /places/neighbourhoods",
    path: "/places/neighbourhoods?partners=none",
    about: "areas without a partner",
    outcomes: signedIn(403, areaAdmins(200)),
  },
  {
    route: "GET /places/neighbourhoods/new",
    path: `/places/neighbourhoods/new?parent=${demoCode("manchester")}`,
    about: "in Manchester",
    outcomes: signedIn(404, { ...areaAdmins(403), root: 200 }),
  },
  {
    route: "GET /places/neighbourhoods/new",
    path: "/places/neighbourhoods/new",
    about: "in nothing",
    outcomes: signedIn(403, { root: 200 }),
  },
  ...placePages(demoCode("hulme"), "Hulme, which is in use"),
  ...placePages(demoCode("govan"), "Govan, which nobody here looks after"),
  {
    route: "GET /places/neighbourhoods/[code]",
    path: "/places/neighbourhoods/nowhere",
    about: "a place that does not exist",
    outcomes: signedIn(404),
  },
  {
    route: "GET /places/neighbourhoods/[code]",
    path: "/places/neighbourhoods/%E0%A4%A",
    about: "that cannot be decoded",
    outcomes: everybody(404),
  },
  {
    route: "GET /api/neighbourhoods/children",
    path: children,
    about: "in no place",
    outcomes: signedIn(404, apart),
  },
  {
    route: "GET /api/neighbourhoods/children",
    path: `${children}?parent=${demoCode("glasgow-city")}`,
    about: "in Glasgow, which nobody here looks after",
    outcomes: signedIn(404, { ...apart, ...areaAdmins(200) }),
  },
  {
    route: "GET /api/neighbourhoods/children",
    path: `${children}?parent=nowhere`,
    about: "in a place that does not exist",
    outcomes: signedIn(404, apart),
  },
];

/** A version that no place reaches: whoever may act on the place is told of a conflict, and nothing happens. */
const longGone = 1_000_000;

/**
 * The acts on the tree × everybody who walks. None of them changes anything: what is allowed ends in a conflict, or in
 * what nobody may do (a code that is taken, a place that is in use).
 */
export const neighbourhoodActionLines: readonly ActionLine[] = [
  {
    action: `${actions}#createNeighbourhoodAction`,
    about: "in Manchester, with a code that is taken",
    input: () => ({ name: "Hulme", code: demoCode("hulme"), unit: "ward", parent: demoCode("manchester") }),
    outcomes: signedIn("forbidden", { root: "invalid" }),
  },
  {
    action: `${actions}#updateNeighbourhoodAction`,
    about: "Hulme, in an old version",
    input: () => ({ neighbourhoodId: demoCode("hulme"), version: longGone, name: "Walked over" }),
    outcomes: signedIn("not_found", { ...areaAdmins("forbidden"), root: "conflict" }),
  },
  {
    action: `${actions}#updateNeighbourhoodAction`,
    about: "a place that does not exist",
    input: () => ({ neighbourhoodId: "nowhere", version: longGone, name: "Walked over" }),
    outcomes: signedIn("not_found"),
  },
  {
    action: `${actions}#deleteNeighbourhoodAction`,
    about: "Hulme, which is in use",
    input: () => ({ neighbourhoodId: demoCode("hulme"), version: longGone }),
    outcomes: signedIn("not_found", { ...areaAdmins("forbidden"), root: "invalid" }),
  },
];
