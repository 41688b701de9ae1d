import "server-only";
import { type ActionLine, everybody, type Outcome, type Outcomes, type RouteLine, signedIn, walkers } from "./walkers";

const sites = "lib/places/sites/actions.ts";
const publications = "lib/places/site-publications/actions.ts";
const admins = "lib/people/site-admins/actions.ts";

/** What comes of a site that the walking site admin looks after, and root with everything else. */
function own(root: Outcome, siteAdmin: Outcome, others: Outcome = 404): Outcomes {
  return signedIn(others, { root, "site admin": siteAdmin });
}

/** The pages of one site. @param looksAfter whether the walking site admin does. */
function sitePages(site: string, about: string, looksAfter: boolean): RouteLine[] {
  const line = (end: string, siteAdmin: Outcome, path = end): RouteLine => ({
    route: `GET /places/sites/[siteId]${end}`,
    path: `/places/sites/${site}${path}`,
    about,
    outcomes: own(200, looksAfter ? siteAdmin : 404),
  });
  return [
    line("", 200),
    line("/people", 200),
    line("/people/new", 403),
    line("/history", 200),
    line("/edit", 200),
    line("/delete", 403),
  ];
}

/** The pages of sites, in the portal and before the public × everybody who walks. */
export const siteRouteLines: readonly RouteLine[] = [
  { route: "GET /places/sites", path: "/places/sites", about: "those in sight", outcomes: signedIn(200) },
  {
    route: "GET /places/sites/new",
    path: "/places/sites/new",
    about: "root's to make",
    outcomes: signedIn(403, { root: 200 }),
  },
  ...sitePages("levenshulme", "one that is not published", true),
  ...sitePages("hulme-and-moss-side", "a published one that another looks after", false),
  ...sitePages("no-such-site", "that does not exist", false).map((line) => ({ ...line, outcomes: signedIn(404) })),
  {
    route: "GET /places/sites/[siteId]/people/[userId]/remove",
    path: `/places/sites/levenshulme/people/${walkers["site admin"]}/remove`,
    about: "its own admin",
    outcomes: own(200, 403),
  },
  {
    route: "GET /places/sites/[siteId]/people/[userId]/remove",
    path: `/places/sites/levenshulme/people/${walkers.root}/remove`,
    about: "somebody who does not look after it",
    outcomes: signedIn(404),
  },
  { route: "GET /s/[slug]", path: "/s/hulme-and-moss-side", about: "a published site", outcomes: everybody(200) },
  { route: "GET /s/[slug]", path: "/s/levenshulme", about: "a site that is not published", outcomes: everybody(404) },
  { route: "GET /s/[slug]", path: "/s/no-such-site", about: "that does not exist", outcomes: everybody(404) },
  { route: "GET /s/[slug]", path: "/s/%E0%A4%A", about: "that cannot be decoded", outcomes: everybody(404) },
  ...(
    [
      ["hulme-and-moss-side", "birley-fields-garden", "a partner that a published site shows", 200],
      ["hulme-and-moss-side", "govan-river-skills", "a partner that the site does not show", 404],
      ["levenshulme", "birley-fields-garden", "a partner of a site that is not published", 404],
    ] as const
  ).map(([slug, partner, about, outcome]): RouteLine => {
    const path = `/s/${slug}/partners/${partner}` as const;
    return { route: "GET /s/[slug]/partners/[partnerId]", path, about, outcomes: everybody(outcome) };
  }),
];

/** A version that no site reaches: whoever may act on the site is told of a conflict, and nothing happens. */
const longGone = 1_000_000;

/** The acts on sites × everybody who walks. None of them changes anything: what is allowed ends in a conflict, or in what nobody may do. */
export const siteActionLines: readonly ActionLine[] = [
  {
    action: `${sites}#createSiteAction`,
    about: "with an address that is taken",
    input: () => ({ name: "Walked over", slug: "levenshulme" }),
    outcomes: signedIn("forbidden", { root: "invalid" }),
  },
  {
    action: `${sites}#updateSiteAction`,
    about: "in an old version",
    input: () => ({ siteId: "levenshulme", version: longGone, name: "Walked over" }),
    outcomes: own("conflict", "conflict", "not_found"),
  },
  {
    action: `${sites}#updateSiteAction`,
    about: "one that another looks after, in an old version",
    input: () => ({ siteId: "hulme-and-moss-side", version: longGone, slug: "walked-over" }),
    outcomes: own("conflict", "not_found", "not_found"),
  },
  {
    action: `${sites}#deleteSiteAction`,
    about: "in an old version",
    input: () => ({ siteId: "levenshulme", version: longGone }),
    outcomes: own("conflict", "forbidden", "not_found"),
  },
  {
    action: `${publications}#publishSiteAction`,
    about: "one that is published already",
    input: () => ({ siteId: "hulme-and-moss-side" }),
    outcomes: own("conflict", "not_found", "not_found"),
  },
  {
    action: `${publications}#unpublishSiteAction`,
    about: "one that is not published",
    input: () => ({ siteId: "levenshulme" }),
    outcomes: own("conflict", "conflict", "not_found"),
  },
  {
    action: `${admins}#addSiteAdminAction`,
    about: "somebody who looks after it already",
    input: () => ({ siteId: "levenshulme", email: walkers["site admin"] }),
    outcomes: own("invalid", "forbidden", "not_found"),
  },
  {
    action: `${admins}#endSiteAdminAction`,
    about: "somebody who does not look after it",
    input: () => ({ siteId: "levenshulme", userId: walkers.root }),
    outcomes: signedIn("not_found"),
  },
];
