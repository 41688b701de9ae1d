import "server-only";
import { only, type RouteLine, signedIn, type Walker } from "./walkers";

const asked = "/api/postcodes?postcode=M15%205RF";
const desk = "hulme-advice-desk";

/** Who sees the Hulme Advice Desk, and so may look up a postcode for it. */
const seers: readonly Walker[] = ["root", "neighbourhood admin", "partner admin"];

/** Looking up a postcode for the form of a partner × everybody who walks × in or out of reach. */
export const postcodeRouteLines: readonly RouteLine[] = [
  {
    route: "GET /api/postcodes",
    path: `${asked}&use=new-partner`,
    about: "for a new partner",
    outcomes: signedIn(200, { anonymous: 401, deactivated: 401 }),
  },
  {
    route: "GET /api/postcodes",
    path: `${asked}&use=partner:${desk}`,
    about: "for a partner in Hulme",
    outcomes: signedIn(404, { anonymous: 401, deactivated: 401, ...only(200, seers) }),
  },
];
