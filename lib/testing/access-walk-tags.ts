import "server-only";
import { type ActionLine, type Outcomes, type RouteLine, signedIn } from "./walkers";

const actions = "lib/places/tag-form/actions.ts";
const bulk = "lib/places/partner-bulk/actions.ts";
const admin = "lib/places/partner-bulk-admins/actions.ts";

/** Who sees categories and facilities: root and every admin of places. */
function admins(outcome: Outcomes["root"]): Partial<Outcomes> {
  return {
    root: outcome,
    "neighbourhood admin": outcome,
    "partnership admin": outcome,
    "partner admin": outcome,
  };
}

/** The pages of one tag: whoever sees it, and root alone where it is changed. */
function tagPages(key: string, about: string, seeing: (outcome: Outcomes["root"]) => Partial<Outcomes>): RouteLine[] {
  const line = (end: "" | `/${string}`, others: Outcomes["root"]): RouteLine => ({
    route: `GET /places/tags/[tagId]${end}`,
    path: `/places/tags/${key}${end}`,
    about,
    outcomes: signedIn(404, { ...seeing(others), root: 200 }),
  });
  return [line("", 200), line("/partners", 200), line("/history", 200), line("/edit", 403), line("/delete", 403)];
}

/** The pages of tags, and the one for partners that were chosen in the list × everybody who walks. */
export const tagRouteLines: readonly RouteLine[] = [
  { route: "GET /places/tags", path: "/places/tags", about: "the list", outcomes: signedIn(403, admins(200)) },
  {
    route: "GET /places/tags/new",
    path: "/places/tags/new",
    about: "a new one",
    outcomes: signedIn(403, { root: 200 }),
  },
  ...tagPages("food", "a category", admins),
  ...tagPages("youth-voice", "a partnership that one of those who walk looks after", (outcome) => ({
    root: outcome,
    "partnership admin": outcome,
  })),
  ...tagPages("age-friendly", "a partnership that nobody here looks after", (outcome) => ({ root: outcome })),
  ...tagPages("no-such-tag", "a tag that does not exist", () => ({})).map(
    (line): RouteLine => ({ ...line, outcomes: signedIn(404) }),
  ),
  {
    route: "GET /places/partners/bulk",
    path: "/places/partners/bulk?act=add-tag&partner=hulme-advice-desk",
    about: "tags for several partners",
    outcomes: signedIn(403, admins(200)),
  },
  {
    route: "GET /places/partners/bulk",
    path: "/places/partners/bulk?act=hide&partner=hulme-advice-desk",
    about: "several partners to hide",
    outcomes: signedIn(403, { ...admins(200), "partner admin": 403 }),
  },
  {
    route: "GET /places/partners/bulk",
    path: "/places/partners/bulk?act=add-admin&partner=hulme-advice-desk",
    about: "an admin for several partners",
    outcomes: signedIn(403, admins(200)),
  },
  {
    route: "GET /places/partners/bulk",
    path: "/places/partners/bulk?act=delete&partner=hulme-advice-desk",
    about: "an act that there is not",
    outcomes: signedIn(404),
  },
];

/** A version that no tag reaches: whoever may act on the tag is told of a conflict, and nothing happens. */
const longGone = 1_000_000;

/** The acts on tags and on many partners × everybody who walks. None of them changes anything. */
export const tagActionLines: readonly ActionLine[] = [
  {
    action: `${actions}#createTagAction`,
    about: "with a name that is taken",
    input: () => ({ kind: "category", name: "Food and cooking" }),
    outcomes: signedIn("forbidden", { root: "invalid" }),
  },
  ...(["update", "delete"] as const).flatMap((verb): ActionLine[] => {
    const action = `${actions}#${verb}TagAction`;
    return [
      {
        action,
        about: "a category, in an old version",
        input: () => ({ tagId: "food", version: longGone }),
        outcomes: signedIn("not_found", { ...admins("forbidden"), root: "conflict" }),
      },
      {
        action,
        about: "a partnership that nobody here looks after, in an old version",
        input: () => ({ tagId: "age-friendly", version: longGone }),
        outcomes: signedIn("not_found", { root: "conflict" }),
      },
    ];
  }),
  {
    action: `${bulk}#bulkTagPartnersAction`,
    about: "out of a category in which the partner is not",
    input: () => ({ tagId: "sport", remove: "hulme-advice-desk" }),
    outcomes: signedIn("not_found", { ...admins("done"), "partnership admin": "not_found" }),
  },
  {
    action: `${bulk}#bulkTagPartnersAction`,
    about: "into a partnership that nobody here looks after",
    input: () => ({ tagId: "croeso-cynnes", remove: "hulme-advice-desk" }),
    outcomes: signedIn("not_found", { root: "done" }),
  },
  {
    action: `${admin}#bulkAssignAdminAction`,
    about: "to an address without an account",
    input: () => ({ partner: "hulme-advice-desk", email: "nobody.at.all@remit.example" }),
    outcomes: signedIn("not_found", { ...admins("invalid"), "partnership admin": "not_found" }),
  },
  {
    action: `${bulk}#bulkHidePartnersAction`,
    about: "without a reason",
    input: () => ({ partner: "hulme-advice-desk", reason: " " }),
    outcomes: signedIn("invalid"),
  },
  {
    action: `${bulk}#bulkHidePartnersAction`,
    about: "a partner that is hidden already",
    input: () => ({ partner: "alexandra-park-bowls", reason: "Walked over" }),
    outcomes: signedIn("not_found", { root: "done", "neighbourhood admin": "done" }),
  },
];
