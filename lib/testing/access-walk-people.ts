import "server-only";
import { demoEmail } from "./demo/people";
import { demoCode } from "./demo/places";
import { type ActionLine, type Outcome, type Outcomes, only, type RouteLine, signedIn, type Walker } from "./walkers";

const users = "lib/people/users/actions.ts";
const grants = "lib/people/grants/actions.ts";
const admins = "lib/people/partner-admins/actions.ts";

/** A version that nobody reaches: whoever may act on the person is told of a conflict, and nothing happens. */
const longGone = 1_000_000;
const noGrant = "00000000-0000-7000-8000-000000000000";
const desk = "hulme-advice-desk";

interface PersonPages {
  readonly who: string;
  readonly about: string;
  /** For everybody else there is nothing at these addresses. */
  readonly seenBy: readonly Walker[];
  /** Those of them who may change the name and telephone. */
  readonly editedBy: readonly Walker[];
  /** Those of them who may give some role, and those who may end one of this person's. */
  readonly givenBy: readonly Walker[];
  readonly endedBy: readonly Walker[];
  /** What root finds at the page that deactivates. */
  readonly deactivating?: Outcome;
}

/** The pages of one person: what one sees and may do is there, what one sees and may not do is refused. */
function personPages({ who, about, deactivating = 200, ...may }: PersonPages): RouteLine[] {
  const line = (end: "" | `/${string}`, allowed: readonly Walker[], root: Outcome = 200): RouteLine => {
    const outcomes = signedIn(404, { ...only(403, may.seenBy), ...only(200, allowed), root });
    return { route: `GET /people/[userId]${end}`, path: `/people/${who}${end}`, about, outcomes };
  };
  return [
    line("", may.seenBy),
    line("/history", may.seenBy),
    line("/edit", may.editedBy),
    line("/deactivate", [], deactivating),
    line("/grants/new", may.givenBy),
    line("/grants/end", may.endedBy),
  ];
}

const deskAdmins: readonly Walker[] = ["root", "neighbourhood admin", "partner admin"];

/** The pages of people × everybody who walks × in or out of sight. */
export const peopleRouteLines: readonly RouteLine[] = [
  { route: "GET /people", path: "/people", about: "those in sight, oneself at least", outcomes: signedIn(200) },
  ...personPages({
    who: demoEmail("winston.grant"),
    about: "an admin in Hulme, in no partnership",
    seenBy: deskAdmins,
    editedBy: ["root", "partner admin"],
    givenBy: deskAdmins,
    endedBy: deskAdmins,
  }),
  ...personPages({
    who: demoEmail("colin.sharples"),
    about: "an admin of Youth Voice in Moss Side who is deactivated",
    seenBy: ["root", "neighbourhood admin", "partnership admin"],
    editedBy: ["root"],
    givenBy: ["root", "neighbourhood admin", "partnership admin"],
    endedBy: ["root", "neighbourhood admin", "partnership admin"],
    deactivating: `to /people/${encodeURIComponent(demoEmail("colin.sharples"))}`,
  }),
  ...personPages({
    who: demoEmail("yusuf.karim"),
    about: "somebody without a role",
    seenBy: ["root"],
    editedBy: ["root"],
    givenBy: ["root"],
    endedBy: ["root"],
  }),
  ...["/people/nobody@remit.example", "/people/no-such-person"].map(
    (path): RouteLine => ({
      route: "GET /people/[userId]",
      path,
      about: "that does not exist",
      outcomes: signedIn(404),
    }),
  ),
];

/** An act on a person or a role: where nothing is said of a walker, there is nothing for them. */
function line(
  action: string,
  about: string,
  sent: Readonly<Record<string, string | number>>,
  outcomes: Partial<Outcomes> = {},
): ActionLine {
  return { action, about, input: () => sent, outcomes: signedIn("not_found", outcomes) };
}

/**
 * The acts on people and their roles × everybody who walks × in or out of sight. None of them changes anything: what is
 * allowed ends in a conflict, because it is so already, or in what nobody may do.
 */
export const peopleActionLines: readonly ActionLine[] = [
  line(
    `${users}#updateUserAction`,
    "an admin in Hulme, in an old version",
    { userId: demoEmail("winston.grant"), version: longGone, name: "Walked Over" },
    { root: "conflict", "neighbourhood admin": "forbidden", "partner admin": "conflict" },
  ),
  line(
    `${users}#updateUserAction`,
    "somebody without a role, in an old version",
    { userId: demoEmail("yusuf.karim"), version: longGone, name: "Walked Over" },
    { root: "conflict" },
  ),
  line(
    `${users}#deactivateUserAction`,
    "an admin of Youth Voice in Moss Side who is deactivated already",
    { userId: demoEmail("colin.sharples") },
    { root: "conflict", "neighbourhood admin": "forbidden", "partnership admin": "forbidden" },
  ),
  line(
    `${users}#reactivateUserAction`,
    "an admin in Hulme whose account is in use",
    { userId: demoEmail("winston.grant") },
    { root: "conflict", "neighbourhood admin": "forbidden", "partner admin": "forbidden" },
  ),
  line(
    `${grants}#giveGrantAction`,
    "root, to somebody who is root already",
    { userId: demoEmail("ruth.adeyemi"), role: "root" },
    { root: "conflict" },
  ),
  line(
    `${grants}#giveGrantAction`,
    "Manchester, to the one who looks after it already",
    { userId: demoEmail("seun.bakare"), role: "neighbourhood_admin", neighbourhoods: demoCode("manchester") },
    { root: "conflict", "neighbourhood admin": "forbidden" },
  ),
  line(
    `${grants}#giveGrantAction`,
    "a partner in Hulme, to its own admin",
    { userId: demoEmail("winston.grant"), role: "partner_admin", partner: desk },
    { root: "conflict", "neighbourhood admin": "conflict", "partner admin": "conflict" },
  ),
  line(`${grants}#endGrantAction`, "a role that does not exist", { grantId: noGrant }),
  {
    action: `${grants}#endGrantAction`,
    about: "no role's id",
    input: () => ({ grantId: "all of them" }),
    outcomes: signedIn("invalid"),
  },
  line(`${grants}#removeGrantPlaceAction`, "a place of a role that does not exist", {
    grantId: noGrant,
    neighbourhood: demoCode("manchester"),
  }),
  line(
    `${admins}#addPartnerAdminAction`,
    "somebody who administers a partner in Hulme already",
    { partnerId: desk, email: demoEmail("winston.grant") },
    { root: "invalid", "neighbourhood admin": "invalid", "partner admin": "invalid" },
  ),
  line(
    `${admins}#addPartnerAdminAction`,
    "an address without an account, for a partner in Hulme",
    { partnerId: desk, email: "nobody@remit.example" },
    { root: "invalid", "neighbourhood admin": "invalid", "partner admin": "invalid" },
  ),
  line(`${admins}#addPartnerAdminAction`, "for a partner that does not exist", {
    partnerId: "no-such-partner",
    email: demoEmail("winston.grant"),
  }),
  line(`${admins}#endPartnerAdminAction`, "somebody who does not administer this partner in Hulme", {
    partnerId: desk,
    userId: demoEmail("kwame.mensah"),
  }),
];
