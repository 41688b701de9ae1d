/** The dashboards of this wing, by the names that the policy gives them, the widest first. */
export const PLACES_DASHBOARDS = ["root", "neighbourhood", "partnership", "partner"] as const;

/** One of those dashboards. */
export type PlacesDashboard = (typeof PLACES_DASHBOARDS)[number];

/** What each is called where somebody may not open it. */
export const DASHBOARD_NAMES: Readonly<Record<PlacesDashboard, string>> = {
  root: "root’s dashboard",
  neighbourhood: "the dashboard of neighbourhood admins",
  partnership: "the dashboard of partnership admins",
  partner: "the dashboard of partner admins",
};

/** The address of a dashboard. */
export function dashboardPath(dashboard: PlacesDashboard): string {
  return `/dashboard/${dashboard}`;
}

/** What a line of a dashboard counts. Each leads to the list of exactly those partners. */
export const DASHBOARD_LINES = [
  "partners",
  "without-admin",
  "without-hours",
  "without-place",
  "hidden",
  "changed",
  "candidates",
] as const;

/** One of those. */
export type DashboardLineKey = (typeof DASHBOARD_LINES)[number];

/** Days that "recently changed" goes back: a week of work. */
export const RECENT_DAYS = "7";

/** Records named on a dashboard before the rest are only counted. */
export const MOST_NAMED = 5;

/** Areas without partners that are named. */
export const MOST_EMPTY_AREAS = 8;

/** The cookie in which a browser keeps the order in which dashboards were opened. It names pages, not a person. */
export const DASHBOARD_COOKIE = "dashboard";

/** Seconds that it is kept: a year, begun anew with each visit. */
export const DASHBOARD_COOKIE_SECONDS = 365 * 24 * 60 * 60;

/** The dashboard whose page has this address; undefined for any other address, the home page's among them. */
export function dashboardAt(path: string): PlacesDashboard | undefined {
  return PLACES_DASHBOARDS.find((dashboard) => path === dashboardPath(dashboard));
}

/**
 * The dashboards that the cookie names, the one opened last first and each once. Never fails: what is no dashboard's name
 * is left out. The cookie is the browser's, so that it may also name dashboards which its reader may not open.
 */
export function readDashboardOrder(cookie: string | undefined): readonly PlacesDashboard[] {
  const named = (cookie ?? "").split(".");
  return [...new Set(named)].flatMap((name) => PLACES_DASHBOARDS.filter((dashboard) => dashboard === name));
}

/** What the cookie holds once this dashboard was opened: its name, then those that were opened before it. */
export function writeDashboardOrder(opened: PlacesDashboard, cookie: string | undefined): string {
  return [...new Set([opened, ...readDashboardOrder(cookie)])].join(".");
}

/** What can be begun from a dashboard, the most frequent first. */
export const QUICK_ACTS = ["create-partner", "create-neighbourhood"] as const;

/** One of those. */
export type QuickAct = (typeof QUICK_ACTS)[number];
