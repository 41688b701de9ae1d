import "server-only";
import { type ActionLine, only, type RouteLine, signedIn, type Walker } from "./walkers";

const makers: readonly Walker[] = ["root", "neighbourhood admin", "partnership admin"];

/** The page that takes a file of partners × everybody who walks. */
export const partnerImportRouteLines: readonly RouteLine[] = [
  {
    route: "GET /places/partners/import",
    path: "/places/partners/import",
    about: "for those who may make one somewhere",
    outcomes: signedIn(403, only(200, makers)),
  },
];

/** A file of partners × everybody who walks: one in which every line has a fault, so that nothing is made. */
export const partnerImportActionLines: readonly ActionLine[] = [
  {
    action: "lib/places/partner-import/actions.ts#importPartnersAction",
    about: "of lines with faults",
    input: () => ({ text: "Name,Service areas\nAbc,Hulme\n", step: "import", expected: "0" }),
    outcomes: signedIn("forbidden", only("done", makers)),
  },
];
