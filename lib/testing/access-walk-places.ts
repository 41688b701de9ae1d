import "server-only";
import { only, type RouteLine, signedIn, type Walker } from "./walkers";

const everywhere = "/places/find?q=m";
const desk = "hulme-advice-desk";

/** Who sees the Hulme Advice Desk, and so may look for a place for it. */
const seers: readonly Walker[] = ["root", "neighbourhood admin", "partner admin"];

/** Looking for places, on its page and in the box that suggests them × everybody who walks × in or out of reach. */
export const placeRouteLines: readonly RouteLine[] = [
  { route: "GET /places/find", path: everywhere, about: "for a filter", outcomes: signedIn(200) },
  {
    route: "GET /places/find",
    path: `${everywhere}&use=partner:${desk}`,
    about: "for a partner in Hulme",
    outcomes: signedIn(404, only(200, seers)),
  },
  {
    route: "GET /places/find",
    path: `${everywhere}&use=partner:made-up`,
    about: "for a partner that does not exist",
    outcomes: signedIn(404),
  },
  {
    route: "GET /api/neighbourhoods",
    path: "/api/neighbourhoods?q=m&use=filter",
    about: "for a filter",
    outcomes: signedIn(200, { anonymous: 401, deactivated: 401 }),
  },
  {
    route: "GET /api/neighbourhoods",
    path: `/api/neighbourhoods?q=m&use=partner:${desk}`,
    about: "for a partner in Hulme",
    outcomes: signedIn(404, { anonymous: 401, deactivated: 401, ...only(200, seers) }),
  },
];
