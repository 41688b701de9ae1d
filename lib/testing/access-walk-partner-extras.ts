import "server-only";
import { type ActionLine, everybody, only, type RouteLine, signedIn, type Walker } from "./walkers";

/** Partners in every relation to those who walk, by who sees them; for everybody else there is nothing. */
const partners: readonly (readonly [id: string, about: string, seenBy: readonly Walker[]])[] = [
  ["hulme-advice-desk", "in Hulme, in no partnership", ["root", "neighbourhood admin", "partner admin"]],
  ["ardwick-climbers", "in Ardwick, of Youth Voice", ["root", "neighbourhood admin", "partnership admin"]],
  ["brunswick-over-sixties", "in Ardwick, of Age Friendly", ["root", "neighbourhood admin"]],
  ["govan-river-skills", "in Glasgow, of Youth Voice", ["root"]],
  ["no-such-partner", "that does not exist", []],
];

const nowhere = "00000000-0000-7000-8000-000000000000";

/** What hangs on the list of partners and on their pages: bringing back, pictures, the file and the look for similar ones. */
export const partnerExtraRouteLines: readonly RouteLine[] = [
  {
    route: "GET /places/partners/deleted",
    path: "/places/partners/deleted",
    about: "what can be brought back",
    outcomes: signedIn(403, { root: 200 }),
  },
  ...(["GET", "HEAD"] as const).map(
    (method): RouteLine => ({
      route: `${method} /places/partners/export`,
      path: "/places/partners/export?q=hulme",
      about: "those in reach",
      outcomes: signedIn(403, only(200, ["root", "neighbourhood admin", "partnership admin", "partner admin"])),
    }),
  ),
  {
    route: "GET /api/partners/similar",
    path: "/api/partners/similar?name=Hulme%20Advice%20Desk",
    about: "those in reach",
    outcomes: signedIn(200, { anonymous: 401, deactivated: 401 }),
  },
  ...[nowhere, "made-up"].map(
    (id): RouteLine => ({
      route: "GET /api/images/[imageId]",
      path: `/api/images/${id}`,
      about: "that does not exist",
      outcomes: everybody(404),
    }),
  ),
  ...partners.map(
    ([id, about, seenBy]): RouteLine => ({
      route: "GET /places/partners/[partnerId]/image",
      path: `/places/partners/${id}/image`,
      about,
      outcomes: signedIn(404, only(200, seenBy)),
    }),
  ),
];

const pictures = "lib/places/partner-images/actions.ts";

/** A version that no partner reaches: whoever may act on it is told of a conflict, and nothing happens. */
const longGone = 1_000_000;

/** The acts behind them. None changes anything. */
export const partnerExtraActionLines: readonly ActionLine[] = [
  {
    action: "lib/places/partner-restorations/actions.ts#restorePartnerAction",
    about: "a deletion that never was",
    input: () => ({ deletionId: nowhere }),
    outcomes: signedIn("not_found"),
  },
  ...partners.flatMap(([id, about, seenBy]): ActionLine[] => {
    const outcomes = signedIn("not_found", only("conflict", seenBy));
    const record = { partnerId: id, version: longGone };
    return [
      {
        action: `${pictures}#setPartnerImageAction`,
        about: `one ${about}, in an old version`,
        input: () => ({ ...record, alt: "Walked over" }),
        outcomes,
      },
      {
        action: `${pictures}#removePartnerImageAction`,
        about: `one ${about}, in an old version`,
        input: () => record,
        outcomes,
      },
    ];
  }),
];
